import { Link, useParams, useSearchParams } from 'react-router'
import type { LossesAnswer } from '../../../../api/contract.ts'
import { useLosses } from '../../../../api/losses.ts'
import { roundPath } from '../../../../api/rounds.ts'
import { ChoiceChips } from '../../../../ui/Chips.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { Awaited, Empty } from '../../../../ui/states.tsx'
import { OfficeFrame } from '../../../OfficeFrame.tsx'
import { ColumnChips } from './ColumnChips.tsx'
import { columnNames, readColumn } from './loss-words.ts'
import type { LossColumn } from './loss-words.ts'
import { LossTable } from './LossTable.tsx'
import './losses.css'

/** 各条失分: on which items how many schools lost, by their own sheets or by the inspectors. Schools are never ranked. */
export const LossesPage = () => {
  const { round = '' } = useParams()
  const losses = useLosses(round)
  const { data } = losses
  return (
    <OfficeFrame title="各条失分" round={round}>
      <div className="head">
        <div>
          <h1>各条失分</h1>
          {data === undefined ? null : (
            <p>
              {data.year}年度自查，{data.asked}所中{data.submitted}所已提交。不排学校的名次。
            </p>
          )}
        </div>
        <div className="acts">
          <Link className="button" to={`${roundPath(round)}/papers`}>
            汇总导出
          </Link>
          <button type="button" className="button wide-only" onClick={() => print()}>
            打印
          </button>
        </div>
      </div>
      <Awaited query={losses}>
        {(answer) =>
          answer.submitted === 0 ? (
            <Empty
              title="还没有学校提交"
              action={
                <Link className="button" to={roundPath(round)}>
                  看进度
                </Link>
              }
            >
              学校提交以后，各条失分会出现在这里。还在填的不算。
            </Empty>
          ) : (
            <Shown answer={answer} round={round} />
          )
        }
      </Awaited>
    </OfficeFrame>
  )
}

const Shown = ({ answer, round }: { readonly answer: LossesAnswer; readonly round: string }) => {
  const [params, setParams] = useSearchParams()
  const column = readColumn(params)
  const byShare = params.get('order') === 'share'
  const set = (name: string, value: string | null) =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before)
        if (value === null) after.delete(name)
        else after.set(name, value)
        return after
      },
      { replace: true, preventScrollReset: true },
    )
  const counted = column === 'self' ? answer.submitted : answer.inspected
  return (
    <>
      <div className="filters loss-filters">
        <ColumnChips column={column} onChoose={(chosen) => set('by', chosen === 'self' ? null : chosen)} />
        <ChoiceChips
          name="order"
          even={false}
          choices={[
            { value: 'form', label: '按表的顺序' },
            { value: 'share', label: '失分面大的在前' },
          ]}
          value={byShare ? 'share' : 'form'}
          onChoose={(chosen) => set('order', chosen === 'form' ? null : chosen)}
        />
      </div>
      {counted === 0 ? (
        <Empty title="还没有检查得分">检查人打分以后，检查得分的失分会出现在这里。</Empty>
      ) : (
        <Section title={`按${columnNames[column]}`} count={`${counted}所`} say={sayOf[column]}>
          <LossTable answer={answer} round={round} column={column} byShare={byShare} />
        </Section>
      )}
    </>
  )
}

const sayOf: Readonly<Record<LossColumn, string>> = {
  self: '失分的学校占这一条有自查得分的学校几成；平均失分按有得分的学校算。未答（含答了一部分没失分的）和不适用的另外数。',
  inspection: '失分的学校占这一条有检查得分的学校几成；平均失分按有得分的学校算。还没定分和不适用的不算失分，另外数。',
}
