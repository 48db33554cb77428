/** A part as JSON, of any kind: only the fields that bear numbers are looked at here. */
export type PartJson = {
  readonly kind: string
  readonly points?: number
  readonly each?: number
  readonly deduct_each?: number
  readonly cap?: number
  readonly min?: number
  readonly max?: number
  readonly deducts?: boolean
  readonly required?: { readonly count: number; readonly per: string }
  readonly levels?: readonly { readonly points: number }[]
  readonly bands?: readonly { readonly points?: number; readonly min?: number; readonly max?: number }[]
  readonly combine?: string
}

export type GoldClause = {
  readonly id: string
  readonly text: string
  readonly points?: number
  readonly parts: readonly PartJson[]
  readonly unread?: readonly string[]
  readonly alt?: readonly (readonly PartJson[])[]
}

export type Verdict = {
  /** Same kinds and numbers, in any order. */
  readonly exact: boolean
  /** The same marks given and taken, whatever the kind is called. */
  readonly sameMarks: boolean
  readonly rightParts: number
  /** A number in a part that stands neither in the clause nor in the item's points. */
  readonly invented: boolean
  /** A part of the hand's reading that is in no part and no unread stretch. */
  readonly silent: boolean
}

const bandsOf = (part: PartJson): string =>
  (part.bands ?? []).map((band) => (band.points === undefined ? `${band.min}-${band.max}` : String(band.points))).join(',')

const levelsOf = (part: PartJson): string => (part.levels ?? []).map((level) => level.points).sort((a, b) => b - a).join(',')

const keyOf = (part: PartJson): string => {
  const fields = [part.points, part.each, part.deduct_each, part.cap, part.min, part.max, part.deducts === true, part.required?.count, part.required?.per]
  return [part.kind, ...fields.map(String), levelsOf(part), bandsOf(part)].join('|')
}

/** The marks that a part gives or takes, without its kind's name, cap or count. */
const marksOf = (part: PartJson): string[] => {
  switch (part.kind) {
    case 'award':
    case 'all_or_nothing':
      return [`+${part.points}`]
    case 'bonus':
      return [`+${part.each ?? part.points}`]
    case 'shortfall':
    case 'per_occurrence':
      return [`-${part.deduct_each}`]
    case 'deduct_if':
      return [`-${part.points}`]
    case 'zero_if':
      return ['zero']
    case 'veto':
      return ['veto']
    case 'tiers':
      return (part.levels ?? []).map((level) => `+${level.points}`).filter((mark) => mark !== '+0')
    case 'grade_bands':
      return (part.bands ?? []).map((band) => `+${band.points ?? `${band.min}..${band.max}`}`).filter((mark) => mark !== '+0')
    case 'percentage':
      return ['rate']
    case 'discretionary':
      return [`${part.deducts === true ? '-' : '+'}${part.min}..${part.max}`]
    default:
      return [part.kind]
  }
}

const same = (one: readonly string[], other: readonly string[]): boolean => [...one].sort().join(';') === [...other].sort().join(';')

const numbersOf = (part: PartJson): number[] =>
  [
    part.points, part.each, part.deduct_each, part.cap, part.min, part.max, part.required?.count,
    ...(part.levels ?? []).map((level) => Math.abs(level.points)),
    ...(part.bands ?? []).flatMap((band) => [band.points, band.min, band.max]),
  ].filter((value) => value !== undefined).map(Math.abs)

const signs: Readonly<Record<string, number>> = { 零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 十: 10, 半: 0.5 }

const stands = (value: number, clause: GoldClause): boolean => {
  if (value === 0 || value === clause.points) return true
  const plain = clause.text.normalize('NFKC').replace(/\s/g, '')
  const numbers = [...plain.matchAll(/\d+(?:\.\d+)?/g)].map((match) => Number(match[0]))
  return numbers.includes(value) || [...plain].some((char) => signs[char] === value) || /[零一二三四五六七八九十]点|[二三四五六七八九]?十/.test(plain)
}

export const compareReadings = (clause: GoldClause, parts: readonly PartJson[], unread: readonly string[]): Verdict => {
  const readings = [clause.parts, ...(clause.alt ?? [])]
  const exact = readings.some((gold) => same(gold.map(keyOf), parts.map(keyOf)))
  const sameMarks = readings.some((gold) => same(gold.flatMap(marksOf), parts.flatMap(marksOf)))
  const rightParts = Math.max(...readings.map((gold) => rightOf(gold, parts)))
  const missing = Math.min(...readings.map((gold) => gold.length - rightOf(gold, parts)))
  return {
    exact,
    sameMarks,
    rightParts,
    invented: parts.flatMap(numbersOf).some((value) => !stands(value, clause)),
    silent: missing > 0 && parts.length < clause.parts.length && unread.length === 0,
  }
}

/** Parts whose marks some part of the hand's reading gives or takes as well, each counted once. */
const rightOf = (gold: readonly PartJson[], parts: readonly PartJson[]): number => {
  const left = gold.map((part) => marksOf(part).sort().join(';'))
  return parts.filter((part) => {
    const at = left.indexOf(marksOf(part).sort().join(';'))
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  }).length
}
