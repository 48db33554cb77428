import { sayStage, stages } from '@zicha/core'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import type { OverviewAnswer } from '../../api/contract.ts'
import { overviewFilePath, useOverview } from '../../api/overview.ts'
import { roundPath } from '../../api/rounds.ts'
import { ChoiceChips } from '../../ui/Chips.tsx'
import { Section } from '../../ui/Section.tsx'
import { Awaited, Empty } from '../../ui/states.tsx'
import { TableHead } from '../../ui/TableHead.tsx'
import { useWide } from '../../ui/use-wide.ts'
import { OfficeFrame } from '../OfficeFrame.tsx'
import { useSignedIn } from '../SignedIn.tsx'
import { ColumnChips } from '../rounds/round/losses/ColumnChips.tsx'
import { readColumn } from '../rounds/round/losses/loss-words.ts'
import { countWords, Losses } from './Losses.tsx'
import './overview.css'

/** 总览: counties by stage, and on which items how many of their schools lost. Read only, in the order of codes. */
export const OverviewPage = () => {
  const { user, unitName } = useSignedIn()
  const [year, setYear] = useState<number | null>(null)
  const [params, setParams] = useSearchParams()
  const column = readColumn(params)
  const overview = useOverview(user.unit, year)
  const { data } = overview
  return (
    <OfficeFrame title="总览">
      <div className="head">
        <div>
          <h1>{unitName}总览</h1>
          <p>只读。按单位代码和条目顺序排，不排名次。</p>
        </div>
        {data === undefined || data.year === null ? null : (
          <div className="acts">
            <a className="button" href={overviewFilePath(user.unit, data.year)}>
              导出Excel
            </a>
            <button type="button" className="button wide-only" onClick={() => print()}>
              打印
            </button>
          </div>
        )}
      </div>
      <Awaited query={overview}>
        {(answer) =>
          answer.year === null ? (
            <Empty title="还没有数据">县里开始一轮自查后，会出现在这里。</Empty>
          ) : (
            <>
              {answer.years.length < 2 ? null : (
                <div className="years">
                  <ChoiceChips
                    name="year"
                    even={false}
                    choices={answer.years.map((one) => ({ value: String(one), label: `${one}年度` }))}
                    value={String(answer.year)}
                    onChoose={(chosen) => setYear(Number(chosen))}
                  />
                </div>
              )}
              <Section title={`${answer.year}年度各县进度`} count={`${answer.bureaus.length}个局，${answer.units}所学校`}>
                <Counties answer={answer} />
              </Section>
              {answer.losses.length === 0 ? null : (
                <div className="filters years">
                  <ColumnChips
                    column={column}
                    onChoose={(chosen) => setParams(chosen === 'self' ? {} : { by: chosen }, { replace: true, preventScrollReset: true })}
                  />
                </div>
              )}
              {answer.losses.map((loss) => (
                <Losses key={loss.form} loss={loss} column={column} bureaus={answer.bureaus} named={answer.losses.length > 1} />
              ))}
            </>
          )
        }
      </Awaited>
    </OfficeFrame>
  )
}

const Counties = ({ answer }: { readonly answer: OverviewAnswer }) => (useWide(900) ? <CountyTable answer={answer} /> : <CountyCards answer={answer} />)

/** A county asks by one round as a rule; where there are several, each has its link. */
const CountyName = ({ bureau }: { readonly bureau: OverviewAnswer['bureaus'][number] }) => {
  const [only, ...more] = bureau.rounds
  if (only === undefined) return bureau.name
  if (more.length === 0) return <Link to={roundPath(only.id)}>{bureau.name}</Link>
  return (
    <>
      {bureau.name}
      {bureau.rounds.map(({ id }) => (
        <Link key={id} className="small" to={roundPath(id)}>
          {' '}
          {id}
        </Link>
      ))}
    </>
  )
}

/** Counties of the one city together, where a province looks down two levels; those directly under it first. */
const byOffice = (bureaus: OverviewAnswer['bureaus']): readonly { readonly under: string | null; readonly bureaus: OverviewAnswer['bureaus'] }[] =>
  [...new Set([null, ...bureaus.map(({ under }) => under)])]
    .map((under) => ({ under, bureaus: bureaus.filter((bureau) => bureau.under === under) }))
    .filter((group) => group.bureaus.length > 0)

const CountyTable = ({ answer }: { readonly answer: OverviewAnswer }) => (
  <table className="grid counties">
    <TableHead
      columns={[
        { name: '单位' },
        { name: '学校', right: true },
        { name: '未开始', right: true },
        ...stages.map((stage) => ({ name: sayStage(stage), right: true })),
      ]}
    />
    {byOffice(answer.bureaus).map(({ under, bureaus }) => (
      <tbody key={under ?? ''}>
        {under === null ? null : (
          <tr>
            <th scope="rowgroup" colSpan={stages.length + 3} className="grey">
              {under}
            </th>
          </tr>
        )}
        {bureaus.map((bureau) => (
          <tr key={bureau.unit}>
            <th scope="row">
              <CountyName bureau={bureau} />
            </th>
            <Counts units={bureau.units} counts={bureau.counts} />
          </tr>
        ))}
      </tbody>
    ))}
    <tbody>
      <tr className="sum">
        <th scope="row">合计</th>
        <Counts units={answer.units} counts={answer.counts} />
      </tr>
    </tbody>
  </table>
)

const Counts = ({ units, counts }: Pick<OverviewAnswer, 'units' | 'counts'>) => (
  <>
    <td className="right">{units}</td>
    <td className="right">{plain(counts.notStarted)}</td>
    {stages.map((stage) => (
      <td key={stage} className="right">
        {plain(counts[stage])}
      </td>
    ))}
  </>
)

/** None is a dash, so that what is there stands out. */
const plain = (count: number) => (count === 0 ? <span className="grey">—</span> : count)

const CountyCards = ({ answer }: { readonly answer: OverviewAnswer }) => (
  <ul className="rows county-cards">
    {byOffice(answer.bureaus).flatMap(({ bureaus }) => bureaus).map((bureau) => (
      <li key={bureau.unit}>
        <b>
          <CountyName bureau={bureau} />
        </b>
        {bureau.under === null ? null : <span className="small grey">{bureau.under}</span>}
        <span className="small">{countWords(bureau)}</span>
      </li>
    ))}
    <li>
      <b>合计</b>
      <span className="small">{countWords(answer)}</span>
    </li>
  </ul>
)
