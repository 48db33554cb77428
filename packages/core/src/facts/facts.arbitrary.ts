/** Random answers to a form, right ones, with some left out. */
import fc from 'fast-check'
import { daysInMonth, formatDay } from '../calendar.ts'
import { arbitraryForm, arbitraryLabels } from '../form/form.arbitrary.ts'
import type { Form } from '../form/form.ts'
import type { UnitProfile } from '../form/unit.ts'
import type { Part } from '../rule/part.ts'
import { keyedParts } from './fact-keys.ts'
import type { Facts, FactValue } from './facts.ts'

/** Any day of a year. */
export const arbitraryDay = (year: number): fc.Arbitrary<string> =>
  fc
    .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
    .map(([month, day]) => formatDay(year, month, Math.min(day, daysInMonth(year, month))))

const days = fc.array(fc.oneof({ arbitrary: arbitraryDay(2022), weight: 9 }, arbitraryDay(2023)), { maxLength: 15 })
const count = fc.integer({ min: 0, max: 15 })

const within = (least: number, most: number): fc.Arbitrary<number> =>
  fc.integer({ min: Math.round(Math.min(least, most) * 10), max: Math.round(most * 10) }).map((one) => one / 10)

/** A right answer to a part of a criterion of so many points. */
const answerTo = (part: Part, whole: number): fc.Arbitrary<FactValue> => {
  switch (part.kind) {
    case 'award':
    case 'all_or_nothing':
    case 'deduct_if':
    case 'zero_if':
    case 'veto':
      return fc.boolean()
    case 'shortfall':
      return fc.oneof(days, count)
    case 'per_occurrence':
      return count
    case 'tiers':
      return part.combine === 'max'
        ? fc.constantFrom(...arbitraryLabels, null)
        : fc.oneof(fc.subarray([...arbitraryLabels]), fc.constantFrom(...arbitraryLabels, null))
    case 'grade_bands':
      return fc.oneof(
        fc.constant('优'),
        ...part.bands.flatMap((band) => ('min' in band ? [within(band.min, band.max)] : [])),
      )
    case 'bonus':
      return part.each === undefined ? fc.boolean() : count
    case 'percentage':
      return within(0, Math.min(part.points ?? whole, whole))
    case 'discretionary':
      return within(Math.min(part.min, whole), Math.min(part.max, whole))
    case 'na_full':
      return fc.constant({ applicable: false })
  }
}

/** Right answers to a form: each question answered or left out, some criteria said not to apply. */
export const arbitraryFacts = (form: Form): fc.Arbitrary<Facts> => {
  const answers = form.criteria.flatMap((criterion) =>
    keyedParts(criterion).map(({ key, part }) =>
      fc.option(answerTo(part, criterion.points), { nil: undefined, freq: 8 }).map((value) => [key, value] as const),
    ),
  )
  const skips = form.criteria
    .filter((criterion) => criterion.parts.some((part) => part.kind === 'na_full'))
    .map(({ id }) => fc.constantFrom({ applicable: false }, undefined, undefined).map((value) => [id, value] as const))
  return fc
    .tuple(...answers, ...skips)
    .map((pairs) => Object.fromEntries(pairs.flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]))))
}

export const arbitraryUnit: fc.Arbitrary<UnitProfile> = fc.integer({ min: 0, max: 2 }).map((partyGroups) => ({ partyGroups }))

/** A form with answers of one unit for 2022. */
export const arbitraryAnswers = arbitraryForm.chain((form) =>
  fc
    .tuple(arbitraryFacts(form), arbitraryUnit)
    .map(([facts, unit]) => ({ form, input: { year: 2022, unit, facts } })),
)
