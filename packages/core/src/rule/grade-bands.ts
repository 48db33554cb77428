import { clamp, formatPoints, least, subtract, toPoints, zero, type Points } from '../points.ts'
import type { FactValue } from './answer.ts'
import { fault, isMarkWithin, sayValue } from './check-answer.ts'
import type { Place, RuleFor } from './rule-for.ts'

type Band =
  | { readonly label: string; readonly points: number }
  | { readonly label: string; readonly min: number; readonly max: number }

/** 优/良/中/差 and the like: a fixed number of points, or a span within which a person gives them. */
export type GradeBands = { readonly kind: 'grade_bands'; readonly bands: readonly Band[] }

const top = (band: Band): Points => toPoints('points' in band ? band.points : band.max)

const most = (part: GradeBands, place: Place): Points =>
  least(
    part.bands.reduce((best, band) => (top(band) > best ? top(band) : best), zero),
    place.whole,
  )

const sayBand = (band: Band): string =>
  'points' in band
    ? `${band.label}${formatPoints(toPoints(band.points))}分`
    : `${band.label}${formatPoints(toPoints(band.min))}到${formatPoints(toPoints(band.max))}分`

const bandOf = (part: GradeBands, value: FactValue | undefined): Band | undefined =>
  typeof value === 'number'
    ? part.bands.find((band) => 'min' in band && isMarkWithin(value, toPoints(band.min), toPoints(band.max)))
    : part.bands.find((band) => 'points' in band && band.label === value)

const given = (part: GradeBands, value: FactValue | undefined): Points | undefined => {
  const band = bandOf(part, value)
  if (band === undefined) return undefined
  return 'points' in band ? toPoints(band.points) : typeof value === 'number' ? toPoints(value) : undefined
}

export const gradeBands: RuleFor<GradeBands> = {
  name: '按等次得分',
  meaning: 'A grade with fixed points (answered by its label), or with a span (answered by the mark given within it).',
  scored: true,
  reach: 'criterion',
  deducts: () => false,
  asks: () => 'grade',
  question: (part) => `评为哪一等（${part.bands.map((band) => band.label).join('、')}）？`,
  terms: (part) => part.bands.map(sayBand).join('，'),
  choices: (part, place) =>
    part.bands.flatMap((band) =>
      'points' in band
        ? [{ answer: band.label, label: band.label, effect: `得${formatPoints(clamp(toPoints(band.points), place.whole))}分` }]
        : [],
    ),
  maximum: most,
  check: (part, value) => {
    if (value === null || bandOf(part, value) !== undefined) return undefined
    const known = part.bands.map(sayBand).join('、')
    const named = part.bands.find((band) => band.label === value)
    return named === undefined
      ? fault('rule.unknown_grade', `没有${sayValue(value)}这一等。可以填${known}。`)
      : fault('rule.grade_without_mark', `“${named.label}”还要定分数，请填一个数：${sayBand(named)}。`)
  },
  loss: (part, place) => {
    const maximum = most(part, place)
    return (value) => {
      const points = given(part, value)
      return points === undefined ? undefined : points >= maximum ? zero : subtract(maximum, points)
    }
  },
  because: (part, value) => {
    const label = bandOf(part, value)?.label ?? ''
    return `评为“${label}”`
  },
  subject: (part) => part.bands.map((band) => band.label).join('、'),
}
