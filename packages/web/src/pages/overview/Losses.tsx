import { sayStage, stages } from '@zicha/core'
import type { ReactNode } from 'react'
import type { OverviewAnswer } from '../../api/contract.ts'
import { Section } from '../../ui/Section.tsx'
import { ShareBar } from '../../ui/ShareBar.tsx'
import { TableHead } from '../../ui/TableHead.tsx'
import { useWide } from '../../ui/use-wide.ts'

type Loss = OverviewAnswer['losses'][number]
type Item = Loss['items'][number]
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

/** 失分分布: items in the form's order, each with the share of schools that lost on it. */
export const Losses = (props: { readonly loss: Loss; readonly bureaus: readonly Bureau[]; readonly named: boolean }) => {
  const { loss } = props
  const wide = useWide(900)
  const bureaus = props.bureaus.filter((bureau) => bureau.rounds.some((round) => round.form === loss.form))
  return (
    <Section
      title="失分分布"
      count={props.named ? loss.form : `已提交${loss.submitted}所`}
      say="失分的学校占已提交的几成。还在填的不算；不显示是哪所学校。"
    >
      {loss.submitted === 0 ? (
        <p className="none">还没有学校提交，提交后才有失分。</p>
      ) : wide ? (
        <LossTable loss={loss} bureaus={bureaus.length > mostColumns || bureaus.length < 2 ? [] : bureaus} />
      ) : (
        <LossList loss={loss} />
      )}
    </Section>
  )
}

const percent = ({ units, lost }: Item['all']): number => (units === 0 ? 0 : Math.round((lost * 100) / units))

const shareWords = (all: Item['all']): string => (all.units === 0 ? '' : all.lost === 0 ? '没有' : `${percent(all)}%`)

/** Two lines of the official words; a press shows them all. */
const Duty = ({ children }: { readonly children: ReactNode }) => (
  <details className="duty">
    <summary>{children}</summary>
  </details>
)

const LossTable = ({ loss, bureaus }: { readonly loss: Loss; readonly bureaus: readonly Bureau[] }) => (
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
      {loss.items.map((item) => (
        <tr key={item.no}>
          <td>{item.no}</td>
          <th scope="row">
            <Duty>{item.duty === '' ? item.section : item.duty}</Duty>
          </th>
          <td className="right">{item.max}</td>
          <td className="share">
            <ShareBar percent={percent(item.all)} />
            <span className="nw">{shareWords(item.all)}</span>
          </td>
          <td className="right nw">
            {item.all.lost}/{item.all.units}
          </td>
          {bureaus.map(({ unit }) => (
            <td key={unit} className="right nw">
              {shareWords(item.byBureau[unit] ?? { units: 0, lost: 0 })}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
)

const LossList = ({ loss }: { readonly loss: Loss }) => (
  <ul className="rows loss-list">
    {loss.items.map((item) => (
      <li key={item.no}>
        <Duty>
          {item.no}　{item.duty === '' ? item.section : item.duty}
        </Duty>
        <span className="share">
          <ShareBar percent={percent(item.all)} />
          <span className="small nw">{item.all.lost === 0 ? shareWords(item.all) : `${shareWords(item.all)}，${item.all.lost}/${item.all.units}所`}</span>
        </span>
      </li>
    ))}
  </ul>
)
