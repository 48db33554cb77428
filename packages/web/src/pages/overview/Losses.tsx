import { sayStage, stages } from '@zicha/core'
import type { ReactNode } from 'react'
import type { OverviewAnswer } from '../../api/contract.ts'
import { Section } from '../../ui/Section.tsx'
import { ShareBar } from '../../ui/ShareBar.tsx'
import { TableHead } from '../../ui/TableHead.tsx'
import { useWide } from '../../ui/use-wide.ts'
import { columnNames, percentOf, shareWords } from '../rounds/round/losses/loss-words.ts'
import type { LossColumn } from '../rounds/round/losses/loss-words.ts'

type Loss = OverviewAnswer['losses'][number]
type Bureau = OverviewAnswer['bureaus'][number]

/** More columns than this no page holds; the Excel has them all. */
const mostColumns = 6

/** 80所：未开始3，填写中41。 */
export const countWords = ({ units, counts }: Pick<OverviewAnswer, 'units' | 'counts'>): string =>
  [
    `${units}所`,
    ...(counts.notStarted === 0 ? [] : [`未开始${counts.notStarted}`]),
    ...stages.filter((stage) => counts[stage] > 0).map((stage) => `${sayStage(stage)}${counts[stage]}`),
  ].join('，')

/** 失分分布 in the column that is looked at: items in the form's order, each with the share of schools that lost on it. */
export const Losses = (props: { readonly loss: Loss; readonly column: LossColumn; readonly bureaus: readonly Bureau[]; readonly named: boolean }) => {
  const { loss, column } = props
  const counted = column === 'self' ? loss.submitted : loss.inspected
  const wide = useWide(900)
  const bureaus = props.bureaus.filter((bureau) => bureau.rounds.some((round) => round.form === loss.form))
  return (
    <Section
      title={`失分分布（按${columnNames[column]}）`}
      count={`${props.named ? `${loss.form}，` : ''}${counted}所`}
      say={sayOf[column]}
    >
      {loss.submitted === 0 ? (
        <p className="none">还没有学校提交，提交后才有失分。</p>
      ) : counted === 0 ? (
        <p className="none">检查人打分以后，检查得分的失分会出现在这里。</p>
      ) : wide ? (
        <LossTable loss={loss} column={column} bureaus={bureaus.length > mostColumns || bureaus.length < 2 ? [] : bureaus} />
      ) : (
        <LossList loss={loss} column={column} />
      )}
    </Section>
  )
}

const sayOf: Readonly<Record<LossColumn, string>> = {
  self: '失分的学校占这一条有自查得分的学校几成。还在填的、未答（含答了一部分没失分的）和不适用的不算；不显示是哪所学校。',
  inspection: '失分的学校占这一条有检查得分的学校几成。还没定分和不适用的不算；不显示是哪所学校。',
}

/** Two lines of the official words; a press shows them all. */
const Duty = ({ children }: { readonly children: ReactNode }) => (
  <details className="duty">
    <summary>{children}</summary>
  </details>
)

const LossTable = ({ loss, column, bureaus }: { readonly loss: Loss; readonly column: LossColumn; readonly bureaus: readonly Bureau[] }) => (
  <table className="grid losses">
    <TableHead
      columns={[
        { name: '条目' },
        { name: '具体责任' },
        { name: '满分', right: true },
        { name: '失分的学校', className: 'share' },
        { name: '所数', right: true },
        ...bureaus.map(({ name }) => ({ name, right: true })),
      ]}
    />
    <tbody>
      {loss.items.map(({ no, duty, section, max, [column]: { all, byBureau } }) => (
        <tr key={no}>
          <td>{no}</td>
          <th scope="row">
            <Duty>{duty === '' ? section : duty}</Duty>
          </th>
          <td className="right">{max}</td>
          <td className="share">
            <ShareBar percent={percentOf(all)} />
            <span className="nw">{shareWords(all)}</span>
          </td>
          <td className="right nw">{all.units === 0 ? '' : `${all.lost}/${all.units}`}</td>
          {bureaus.map(({ unit }) => (
            <td key={unit} className="right nw">
              {shareWords(byBureau[unit] ?? { units: 0, lost: 0 })}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
)

const LossList = ({ loss, column }: { readonly loss: Loss; readonly column: LossColumn }) => (
  <ul className="rows loss-list">
    {loss.items.map(({ no, duty, section, [column]: { all } }) => (
      <li key={no}>
        <Duty>
          {no}　{duty === '' ? section : duty}
        </Duty>
        <span className="share">
          <ShareBar percent={percentOf(all)} />
          <span className="small nw">{all.lost === 0 ? shareWords(all) : `${shareWords(all)}，${all.lost}/${all.units}所`}</span>
        </span>
      </li>
    ))}
  </ul>
)
