/** Random forms, and answers to them, for laws that hold for every form. */
import fc from 'fast-check'
import { formatDay, daysInMonth } from '../calendar.ts'
import { keyedParts } from '../facts/fact-keys.ts'
import type { Facts, FactValue } from '../facts/facts.ts'
import type { Kind, Part, PartOf } from '../rule/part.ts'
import type { Criterion, Form, FormPart } from './form.ts'
import type { UnitProfile } from './unit.ts'

/** Tenths of a point: sums of them are wrong in floating point more often than not. */
const tenths = (least: number, most: number): fc.Arbitrary<number> =>
  fc.integer({ min: least, max: most }).map((count) => count / 10)

const someOf = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(arbitrary, { nil: undefined })

const words = fc.constantFrom('按期换届', '有年度计划', '述职报告', '没有参加活动', '程序不规范，材料不全')

const required = fc.record({
  count: fc.integer({ min: 1, max: 4 }),
  per: fc.constantFrom('year', 'half', 'quarter', 'month', 'semester', 'week', 'term', 'unspecified'),
} as const)

const labels = ['省级', '市级', '县级'] as const

const withCap = <T extends object>(part: T, cap: number | undefined): T & { cap?: number } =>
  cap === undefined ? part : { ...part, cap }

const parts: { readonly [K in Kind]: fc.Arbitrary<PartOf<K>> } = {
  award: fc.tuple(tenths(1, 60), words).map(([points, condition]) => ({ kind: 'award', points, condition })),
  all_or_nothing: fc
    .tuple(tenths(1, 60), words)
    .map(([points, condition]) => ({ kind: 'all_or_nothing', points, condition })),
  shortfall: fc
    .tuple(required, tenths(1, 20), someOf(tenths(1, 60)))
    .map(([need, deduct_each, cap]) =>
      withCap({ kind: 'shortfall', required: need, deduct_each, what: '集中学习' } as const, cap),
    ),
  per_occurrence: fc
    .tuple(tenths(1, 40), someOf(tenths(1, 60)), words)
    .map(([deduct_each, cap, condition]) =>
      withCap({ kind: 'per_occurrence', deduct_each, unit: '人次', condition } as const, cap),
    ),
  deduct_if: fc.tuple(tenths(1, 60), words).map(([points, condition]) => ({ kind: 'deduct_if', points, condition })),
  zero_if: words.map((condition) => ({ kind: 'zero_if', condition })),
  veto: words.map((condition) => ({ kind: 'veto', condition })),
  tiers: fc
    .tuple(fc.tuple(tenths(0, 40), tenths(0, 40), tenths(0, 40)), fc.constantFrom('max', 'sum'))
    .map(([points, combine]) => ({
      kind: 'tiers',
      levels: labels.map((label, index) => ({ label, points: points[index] ?? 0 })),
      combine,
    })),
  grade_bands: fc.tuple(tenths(1, 40), tenths(0, 20), tenths(20, 40)).map(([good, min, max]) => ({
    kind: 'grade_bands',
    bands: [
      { label: '优', points: good },
      { label: '良', min, max },
    ],
  })),
  bonus: fc
    .tuple(fc.boolean(), tenths(1, 30), someOf(tenths(1, 60)), words)
    .map(([once, amount, cap, condition]) =>
      withCap(
        once
          ? ({ kind: 'bonus', points: amount, condition } as const)
          : ({ kind: 'bonus', each: amount, condition } as const),
        cap,
      ),
    ),
  percentage: someOf(tenths(1, 60)).map((points) =>
    points === undefined
      ? { kind: 'percentage', formula: '按合格率' }
      : { kind: 'percentage', points, formula: '按合格率' },
  ),
  discretionary: fc.tuple(tenths(0, 20), tenths(20, 60), fc.boolean()).map(([min, max, deducts]) => ({
    kind: 'discretionary',
    min,
    max,
    deducts,
    condition: '综合给分',
  })),
  na_full: words.map((condition) => ({ kind: 'na_full', condition })),
}

export const arbitraryPart = (...kinds: readonly Kind[]): fc.Arbitrary<Part> =>
  fc.oneof(...(kinds.length > 0 ? kinds.map((kind) => parts[kind]) : Object.values(parts)))

const arbitraryFormPart: fc.Arbitrary<FormPart> = fc
  .tuple(arbitraryPart(), fc.integer({ min: 0, max: 5 }))
  .map(([part, chance]) => ({
    ...part,
    fedBy: part.kind === 'shortfall' ? ['集中学习'] : [],
    ...(chance === 0 ? { onlyIf: { field: 'partyGroups', above: 0 } } : {}),
  }))

type Bare = Pick<Criterion, 'points' | 'parts'> & { readonly sharedCap: number | undefined }

const arbitraryCriterion: fc.Arbitrary<Bare> = fc.record({
  points: tenths(1, 60),
  parts: fc.array(arbitraryFormPart, { minLength: 1, maxLength: 3 }),
  sharedCap: someOf(tenths(1, 60)),
})

const total = (all: readonly { readonly points: number }[]): number =>
  all.reduce((sum, { points }) => sum + Math.round(points * 1000), 0) / 1000

/** A form whose sums add up, of any rules: three sections, one or more items each. */
export const arbitraryForm: fc.Arbitrary<Form> = fc
  .array(fc.array(arbitraryCriterion, { minLength: 1, maxLength: 3 }), { minLength: 3, maxLength: 6 })
  .map((bare) => {
    const items = bare.map((criteria, index) => ({
      no: index + 1,
      section: (index % 3) + 1,
      points: total(criteria),
      duty: '责任',
      clause: '细则',
    }))
    const sections = [1, 2, 3].map((no) => {
      const own = items.filter((item) => item.section === no)
      return { no, name: `责任${no}`, points: total(own), items: own.map((item) => item.no) }
    })
    const criteria = bare.flatMap((all, index) =>
      all.map(({ sharedCap, ...one }, at) => ({
        ...one,
        ...(sharedCap === undefined ? {} : { sharedCap }),
        id: `${index + 1}.${at + 1}`,
        item: index + 1,
        title: '评分点',
        source: '细则',
        suggestedBy: [],
        evidence: [],
        evidenceAsked: false,
        due: [],
      })),
    )
    return { ...paper, total: total(sections), sections, items, criteria }
  })

const paper = {
  id: 'any-form',
  title: '自查表',
  titleLines: ['自查表'],
  edition: '2022年版',
  heading: '',
  unitLine: '',
  dateLine: '',
  columns: ['责任', '细则'],
  totalRow: '总分',
  signatureLine: '',
} as const

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
        ? fc.constantFrom(...labels, null)
        : fc.oneof(fc.subarray([...labels]), fc.constantFrom(...labels, null))
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
