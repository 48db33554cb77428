import { trialInputs } from '../../../rule/trial-input.tsx'
import { Because } from '../../../ui/Mark.tsx'
import type { TriedCriterion } from './use-trial.ts'

/** 试算 of one criterion: the question that will be asked, an answer to be changed, and at once the sentence that a school will read. */
export const Trial = ({ tried }: { readonly tried: TriedCriterion }) => (
  <div className="trial">
    <p className="note">试算，改一下看看</p>
    <ul>
      {tried.asked.map((one) => {
        const Input = trialInputs[one.question.asks]
        return (
          <li key={`${one.question.key} ${one.part.kind}`}>
            <span>{one.question.question}</span>
            <Input {...one} />
          </li>
        )
      })}
    </ul>
    <p className="because" role="status">
      <Because text={tried.because} />
    </p>
  </div>
)
