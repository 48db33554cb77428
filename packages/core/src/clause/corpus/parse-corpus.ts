import type { GoldClause, PartJson } from './compare-readings.ts'

/**
 * Clauses of our own with their readings, one a paragraph: the clause, its points in square brackets, then one indented line a part.
 * award 2 · all 2 · short 1 of 4/year cap 3 points 3 · each 1 cap 5 · deduct 2 · zero · veto · na · tiers 5 3 1 · bands 10 8 6-7 ·
 * bonus 2 · bonus each 1 cap 5 · rate 5 · judge 0-5 · judge -1-3 (takes) · ? words that stay unread.
 */
export const parseCorpus = (name: string, text: string): GoldClause[] => {
  const clauses: GoldClause[] = []
  let open: { text: string; points?: number; parts: PartJson[]; unread: string[] } | undefined
  const close = (): void => {
    if (open !== undefined) clauses.push({ id: `${name} ${clauses.length + 1}`, ...open })
    open = undefined
  }
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue
    if (!line.startsWith('  ')) {
      close()
      const points = /\s*\[([\d.]+)\]$/.exec(line)
      open = {
        text: line.slice(0, points?.index ?? line.length).replaceAll('\\n', '\n'),
        ...(points?.[1] === undefined ? {} : { points: Number(points[1]) }),
        parts: [],
        unread: [],
      }
    } else if (line.trim().startsWith('?')) open?.unread.push(line.trim().slice(1).trim())
    else open?.parts.push(parsePart(line.trim()))
  }
  close()
  return clauses
}

const numberAfter = (line: string, word: string): number | undefined => {
  const match = new RegExp(`(?:^|\\s)${word} ([\\d.]+)`).exec(line)
  return match?.[1] === undefined ? undefined : Number(match[1])
}

const optional = (name: string, value: number | undefined): Record<string, number> => (value === undefined ? {} : { [name]: value })

const parsePart = (line: string): PartJson => {
  const [word = '', ...rest] = line.split(' ')
  const first = Number(rest[0])
  const cap = optional('cap', numberAfter(line, 'cap'))
  const points = optional('points', numberAfter(line, 'points'))
  switch (word) {
    case 'award':
      return { kind: 'award', points: first }
    case 'all':
      return { kind: 'all_or_nothing', points: first }
    case 'short': {
      const required = / of (\d+)(?:\/(\w+))?/.exec(line)
      return {
        kind: 'shortfall',
        deduct_each: first,
        ...cap,
        ...points,
        ...(required === null ? {} : { required: { count: Number(required[1]), per: required[2] ?? 'unspecified' } }),
      }
    }
    case 'each':
      return { kind: 'per_occurrence', deduct_each: first, ...cap }
    case 'deduct':
      return { kind: 'deduct_if', points: first }
    case 'zero':
      return { kind: 'zero_if' }
    case 'veto':
      return { kind: 'veto' }
    case 'na':
      return { kind: 'na_full' }
    case 'tiers':
      return { kind: 'tiers', levels: rest.map((level) => ({ points: Number(level) })) }
    case 'bands':
      return { kind: 'grade_bands', bands: rest.map(parseBand) }
    case 'bonus':
      return rest[0] === 'each' ? { kind: 'bonus', each: Number(rest[1]), ...cap } : { kind: 'bonus', points: first, ...cap }
    case 'rate':
      return { kind: 'percentage', ...(rest[0] === undefined ? {} : { points: first }) }
    case 'judge': {
      const span = /^(-?)([\d.]+)-([\d.]+)$/.exec(rest[0] ?? '')
      return { kind: 'discretionary', min: Number(span?.[2]), max: Number(span?.[3]), ...(span?.[1] === '-' ? { deducts: true } : {}) }
    }
    default:
      throw new RangeError(`no such part: ${line}`)
  }
}

const parseBand = (text: string): { readonly points: number } | { readonly min: number; readonly max: number } => {
  const [min, max] = text.split('-').map(Number)
  return max === undefined ? { points: min ?? 0 } : { min: min ?? 0, max }
}
