import type { Per, Shortfall } from '../rule/shortfall.ts'
import { countingWord } from './counting-words.ts'
import { numeral, readNumeral } from './numerals.ts'

const periods: readonly (readonly [Per, RegExp])[] = [
  ['half', /每半年|半年度?|上、?下半年/g],
  ['quarter', /每(?:个)?季度?|季度/g],
  ['month', /每(?:个)?月|月度|按月|每人每月/g],
  ['semester', /每(?:个)?学期|学期|每期/g],
  ['week', /每(?:个)?周|每星期|周(?=\d)/g],
  ['year', /每(?:一)?年度?|每学年|全年|年度|年内|当年|一年|本年|学年|年(?=[至不少]|召开|开展|组织)/g],
  ['term', /任期|每届|届(?:期|内)/g],
]

const bound = '(?:不得?少于|不低于|至少|最少|不得低于|少于|小于|低于|不足|不到(?!位)|未达到?|达到|不满|未满|应达|满|须达|要求|应|须|完成|不少於)'
const counted = (unit: string): RegExp => new RegExp(`${bound}[^，。；\\d]{0,8}?(?<count>${numeral})\\s*(?:个)?(?:${unit})(?!以下)`, 'g')
const orMore = (unit: string): RegExp => new RegExp(`(?<count>${numeral})\\s*(?:个)?(?:${unit})(?:（含）)?(?:及?以上)`, 'g')
const perPeriod = (unit: string): RegExp =>
  new RegExp(`(?:每(?:个|一)?(?:半年|季度?|月|学期|周|年度?|学年)|全年|年度|一年|年内)(?:[^，。；\\d]{0,18}?)(?<count>${numeral})\\s*(?:个)?(?:${unit})`, 'g')
const plainCount = (unit: string): RegExp => new RegExp(`(?:开展|组织|举办|召开|进行|举行|制定|撰写|上报|报送|完成|编发|发放|开设)[^，。；\\d]{0,14}?(?<count>${numeral})\\s*(?:个)?(?:${unit})`, 'g')
const after = (unit: string): RegExp => new RegExp(`(?:每(?:个|一)?(?:半年|季度?|月|学期|周|年度?|学年)|全年)[^，。；]{2,24}?(?<count>${numeral})\\s*(?:${unit})(?=[，。；（）]|$)`, 'g')

const known = new Map<string, readonly RegExp[]>()

/** The patterns for a counting word, made once: there are a few dozen such words, and thousands of clauses. */
const patternsOf = (word: string): readonly RegExp[] => {
  const made = known.get(word)
  if (made !== undefined) return made
  const patterns = [perPeriod(word), counted(word), orMore(word), after(word), plainCount(word)]
  if (known.size < 200) known.set(word, patterns)
  return patterns
}

/**
 * How many are required, where the words say so: 不少于6次, 每半年至少召开1次, 少于2次.
 * `unit` is the counting word of what is missing; a count of something else is none.
 */
export const findRequiredCount = (text: string, unit: string): Shortfall['required'] | undefined => {
  const word = unit.replace(/[（）/、或]/g, '|').split('|').filter((one) => one !== '').join('|') || countingWord
  for (const pattern of patternsOf(word)) {
    for (const match of text.matchAll(pattern)) {
      const count = readNumeral(match.groups?.['count'] ?? '')
      if (count === undefined || !Number.isInteger(count) || count < 1) continue
      if (/(?:每|再)?[少缺欠差](?:一|1)?$/.test(text.slice(0, match.index + match[0].search(/\S/)))) continue
      return { count, per: periodOf(text.slice(0, match.index + match[0].length)) }
    }
  }
  return undefined
}

/** The last period named before the count; 年 stands for the year. */
const periodOf = (text: string): Per => {
  let best: { readonly per: Per; readonly at: number } | undefined
  for (const [per, pattern] of periods) {
    for (const match of text.matchAll(pattern)) {
      const within = best !== undefined && match.index <= best.at && match.index + match[0].length >= best.at
      if (best === undefined || (match.index > best.at && !within && !(best.per === 'half' && match.index < best.at + 3))) best = { per, at: match.index }
    }
  }
  return best?.per ?? 'unspecified'
}
