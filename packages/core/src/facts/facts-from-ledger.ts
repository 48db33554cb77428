import type { Form } from '../form/form.ts'
import type { UnitProfile } from '../form/unit.ts'
import type { Entry } from '../ledger/entry.ts'
import { isApplicability, type FactValue } from '../rule/answer.ts'
import { askedParts } from './fact-keys.ts'
import type { Facts } from './facts.ts'
import { isOfYear } from './feeds.ts'

/**
 * What the ledger answers by itself: for each count that entries feed, the days of the year's entries that count as one
 * of its kinds, in order. An entry counts once however many of the kinds it bears; no entry at all is an answer too.
 */
export const factsFromLedger = (form: Form, entries: readonly Entry[], unit: UnitProfile, year: number): Facts => {
  const ofYear = entries.filter((entry) => isOfYear(entry, year))
  const fed = form.criteria.flatMap((criterion) =>
    askedParts(criterion, unit).filter(({ part }) => part.kind === 'shortfall' && part.fedBy.length > 0),
  )
  return Object.fromEntries(
    fed.map(({ key, part }) => [
      key,
      ofYear
        .filter((entry) => entry.countsAs.some((kind) => part.fedBy.includes(kind)))
        .map((entry) => entry.happenedOn)
        .toSorted(),
    ]),
  )
}

/** True for a person's value that leaves the ledger's answer standing: nothing, or "it does apply to us". */
const isSilent = (value: FactValue): boolean => value === null || (isApplicability(value) && value.applicable)

/** The ledger's answers with a person's over them: what a person said holds, and what is taken back falls to the ledger. */
export const mergeFacts = (fromLedger: Facts, fromPerson: Facts): Facts => ({
  ...fromLedger,
  ...Object.fromEntries(
    Object.entries(fromPerson).filter(([key, value]) => !(key in fromLedger && isSilent(value))),
  ),
})
