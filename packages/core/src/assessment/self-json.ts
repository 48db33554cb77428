import { entriesBehind } from '../facts/feeds.ts'
import type { Form } from '../form/form.ts'
import type { UnitProfile } from '../form/unit.ts'
import type { Entry } from '../ledger/entry.ts'
import { formatPoints, toDecimal } from '../points.ts'
import type { Score } from '../score/score.ts'
import { toScoreJson } from '../score/score-form.ts'
import { isFilledFor } from './filled-for.ts'
import type { SelfScore } from './override.ts'

export type SelfInput = {
  readonly form: Form
  readonly year: number
  readonly unit: UnitProfile
  readonly entries: readonly Entry[]
  readonly score: Score
  readonly self: SelfScore
  /** Who set each own mark, by criterion. */
  readonly setBy: ReadonlyMap<string, string>
}

/** The self column as JSON carries it, as a snapshot keeps it and as a phone reckons it: decimals, a sentence for every mark. */
export const toSelfJson = ({ form, year, unit, entries, score, self, setBy }: SelfInput) => ({
  total: toDecimal(self.total),
  criteria: toScoreJson(score).criteria.map((one, index) => {
    const own = self.criteria[index]
    const criterion = form.criteria[index]
    return {
      ...one,
      // A mark that a person set answers the criterion, whether or not its questions were.
      status: own?.reason === undefined ? one.status : ('scored' as const),
      score: own === undefined ? one.score : toDecimal(own.score),
      because: own?.reason === undefined ? one.because : `${one.because}${isFilledFor(own.reason) ? '代填' : '自己改为'}${formatPoints(own.score)}分：${own.reason}`,
      entries: criterion === undefined ? [] : entriesBehind(criterion, entries, unit, year).map((entry) => entry.id),
      ...(own?.reason === undefined
        ? {}
        : {
            override: {
              score: toDecimal(own.score),
              reason: own.reason,
              by: setBy.get(one.id) ?? '',
              computed: toDecimal(own.computed),
            },
          }),
    }
  }),
  items: self.items.map((item) => ({
    no: item.no,
    score: toDecimal(item.score),
    max: toDecimal(item.max),
    answered: item.answered,
  })),
  sections: self.sections.map((section) => ({
    no: section.no,
    score: toDecimal(section.score),
    max: toDecimal(section.max),
  })),
})
