import type { FormPart, Kind, PartOf } from '@zicha/core'

/** What any rule says, as far as it says it: its words, its points, its step, its bound. */
type Said = {
  readonly words: string
  readonly points: number
  readonly each: number
  readonly cap: number | undefined
}

const saidBy = (part: FormPart, whole: number): Said => {
  switch (part.kind) {
    case 'award':
    case 'all_or_nothing':
    case 'deduct_if':
      return { words: part.condition, points: part.points, each: part.points, cap: undefined }
    case 'shortfall':
      return { words: part.what, points: part.points ?? whole, each: part.deduct_each, cap: part.cap }
    case 'per_occurrence':
      return { words: part.condition.replace(/^缺少/u, ''), points: whole, each: part.deduct_each, cap: part.cap }
    case 'zero_if':
    case 'veto':
    case 'na_full':
      return { words: part.condition, points: whole, each: Number.NaN, cap: undefined }
    case 'tiers':
      return { words: part.levels[0]?.label ?? '', points: whole, each: Number.NaN, cap: undefined }
    case 'grade_bands':
      return { words: part.bands[0]?.label ?? '', points: whole, each: Number.NaN, cap: undefined }
    case 'bonus':
      return { words: part.condition, points: part.points ?? part.each ?? whole, each: part.each ?? Number.NaN, cap: part.cap }
    case 'percentage':
      return { words: part.formula, points: part.points ?? whole, each: Number.NaN, cap: undefined }
    case 'discretionary':
      return { words: part.condition ?? '', points: part.max, each: Number.NaN, cap: undefined }
  }
}

const make: { readonly [K in Kind]: (said: Said, whole: number) => PartOf<K> } = {
  award: ({ words, points }) => ({ kind: 'award', points, condition: words }),
  all_or_nothing: ({ words, points }) => ({ kind: 'all_or_nothing', points, condition: words }),
  shortfall: ({ words, each, cap }, whole) => ({
    kind: 'shortfall',
    required: { count: Number.NaN, per: 'year' },
    deduct_each: each,
    what: words,
    cap: cap ?? whole,
  }),
  per_occurrence: ({ words, each, cap }, whole) => ({ kind: 'per_occurrence', deduct_each: each, unit: '次', condition: words, cap: cap ?? whole }),
  deduct_if: ({ words, points }) => ({ kind: 'deduct_if', points, condition: words }),
  zero_if: ({ words }) => ({ kind: 'zero_if', condition: words }),
  veto: ({ words }) => ({ kind: 'veto', condition: words }),
  tiers: ({ words, points }) => ({ kind: 'tiers', levels: [{ label: words, points }], combine: 'max' }),
  grade_bands: ({ points }) => ({
    kind: 'grade_bands',
    bands: [
      { label: '好', points },
      { label: '一般', points: Number.NaN },
    ],
  }),
  bonus: ({ words, points }) => ({ kind: 'bonus', points, condition: words }),
  percentage: ({ words, points }) => ({ kind: 'percentage', points, formula: words }),
  discretionary: ({ words, points }) => ({ kind: 'discretionary', min: 0, max: points, ...(words === '' ? {} : { condition: words }) }),
  na_full: ({ words }) => ({ kind: 'na_full', condition: words }),
}

/** The same stretch read as another kind of rule: words and points go along; what the new kind needs beyond them is NaN. */
export const changeKind = (part: FormPart, kind: Kind, whole: number): FormPart =>
  part.kind === kind
    ? part
    : {
        ...make[kind](saidBy(part, whole), whole),
        // Only a count takes its days from records.
        fedBy: kind === 'shortfall' ? part.fedBy : [],
        ...(part.onlyIf === undefined ? {} : { onlyIf: part.onlyIf }),
      }
