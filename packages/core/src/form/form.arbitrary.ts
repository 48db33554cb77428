/** Random forms, for laws that hold for every form. */
import fc from 'fast-check'
import type { Kind, Part, PartOf } from '../rule/part.ts'
import type { Criterion, Form, FormPart } from './form.ts'

/** Tenths of a point: sums of them are wrong in floating point more often than not. */
const tenths = (least: number, most: number): fc.Arbitrary<number> =>
  fc.integer({ min: least, max: most }).map((count) => count / 10)

const someOf = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(arbitrary, { nil: undefined })

const words = fc.constantFrom('按期换届', '有年度计划', '述职报告', '没有参加活动', '程序不规范，材料不全')

const required = fc.record({
  count: fc.integer({ min: 1, max: 4 }),
  per: fc.constantFrom('year', 'half', 'quarter', 'month', 'semester', 'week', 'term', 'unspecified'),
} as const)

export const arbitraryLabels = ['省级', '市级', '县级'] as const

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
      levels: arbitraryLabels.map((label, index) => ({ label, points: points[index] ?? 0 })),
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
