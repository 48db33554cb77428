import { sayStage } from '@zicha/core'
import type { AssessmentAnswer } from '../../../../api/contract.ts'
import { Section } from '../../../../ui/Section.tsx'
import { instantWords } from '../../../../ui/day-words.ts'
import { readReasons } from '../return-reasons.ts'

/** Every step that the table took, newest first, with the reasons given. */
export const History = ({ history }: { readonly history: AssessmentAnswer['history'] }) =>
  history.length === 0 ? null : (
    <Section title="经过" count={history.length}>
      <ul className="rows history">
        {history.toReversed().map((step) => (
          <li key={step.at + step.to}>
            <p>
              {instantWords(step.at)}，{step.byName}：{sayStage(step.from)} → {sayStage(step.to)}
            </p>
            {step.reason === undefined ? null : <ReasonRead reason={step.reason} />}
          </li>
        ))}
      </ul>
    </Section>
  )

const ReasonRead = ({ reason }: { readonly reason: string }) => {
  const { whole, items } = readReasons(reason)
  return (
    <div className="small grey">
      {whole === '' ? null : <p>{whole}</p>}
      {items.map(({ no, text }) => (
        <p key={`${no}${text}`}>
          第{no}条：{text}
        </p>
      ))}
    </div>
  )
}
