import { subtract, toDecimal, toPoints } from '@zicha/core'
import { Link } from 'react-router'
import type { PlanAnswer } from '../../../api/contract.ts'
import { dayWords, untilWords } from '../../../ui/day-words.ts'
import { pointsText } from '../../../ui/Mark.tsx'

/** During the year not the score but what is lost, what can be repaired, what can still be reached. */
export const StandingSentence = ({ plan, dueOn, sheet }: { readonly plan: PlanAnswer; readonly dueOn: string; readonly sheet: string }) => {
  const repairable = subtract(toPoints(plan.full), toPoints(plan.reachable))
  const lost = toPoints(plan.lost)
  const until = (
    <>
      <span className="nw">{dayWords(dueOn, Number(plan.today.slice(0, 4)))}截止，</span><span className="nw">{untilWords(plan.today, dueOn)}。</span>
    </>
  )
  const each = (
    <Link className="nw" to={sheet}>
      看每一条
    </Link>
  )
  if (lost === 0) {
    return (
      <>
        <h1>
          到今天没有缺的，
          <br />
          往后照常记就行
        </h1>
        <p>
          {until}
          {each}
        </p>
      </>
    )
  }
  return (
    <>
      <h1>
        到今天已失<em className="miss nw">{pointsText(plan.lost)}分</em>，
        <br />
        {repairable >= lost ? '都还能补' : repairable > 0 ? `其中${pointsText(toDecimal(repairable))}分还能补` : '补不回来了'}
      </h1>
      <p>
        {repairable > 0 ? (
          <>
            补齐得<span className="nw">{pointsText(plan.full)}分；</span>不补，以后也不再失分，
          </>
        ) : (
          '以后不再失分，'
        )}
        <span className="nw">得{pointsText(plan.reachable)}分。</span>{until}
        {each}
      </p>
    </>
  )
}
