import { findAmounts } from './amounts.ts'
import type { Mention } from './mention.ts'
import { findSetPhrases } from './set-phrases.ts'

/** All places of the clause that speak of marks, in order and apart; 1分、2分 after 分别 are one mention. */
export const findMentions = (plain: string): Mention[] => {
  const set = findSetPhrases(plain)
  const amounts = findAmounts(plain).filter((one) => !set.some((other) => overlaps(other, one) && !isLooser(other, one)))
  const kept = set.filter((one) => !amounts.some((other) => overlaps(other, one)))
  const all = joinLists(plain, [...kept, ...amounts].sort((a, b) => a.start - b.start))
  return joinPricedBehind(plain, all)
}

const overlaps = (one: Mention, other: Mention): boolean => one.start < other.end && other.start < one.end

/** An amount beats the loose words around it: 视情节扣1-3分 is a span, not a judgement without number. */
const isLooser = (set: Mention, amount: Mention): boolean =>
  (set.kind === 'judged' || set.kind === 'unpriced' || (set.kind === 'proportion' && amount.kind !== 'amounts')) && set.end <= amount.end

const joinLists = (plain: string, mentions: readonly Mention[]): Mention[] => {
  const joined: Mention[] = []
  for (const mention of mentions) {
    const last = joined.at(-1)
    const between = last === undefined ? '' : plain.slice(last.end, mention.start)
    if (last?.kind === 'amounts' && mention.kind === 'amounts' && mention.sign === 'bare' && /^\s*[、，和及或/]\s*$/.test(between) && (last.each === 'respectively' || !between.includes('，')))
      joined[joined.length - 1] = { ...last, end: mention.end, amounts: [...last.amounts, ...mention.amounts], ...(mention.per === undefined ? {} : { per: mention.per }) }
    else joined.push(mention)
  }
  return joined
}

/** 双倍扣分（-2）: the amount in the bracket prices the words before it. */
const joinPricedBehind = (plain: string, mentions: readonly Mention[]): Mention[] =>
  mentions.flatMap((mention, index): Mention[] => {
    const before = mentions[index - 1]
    const after = mentions[index + 1]
    const isPrice = (words: Mention | undefined, price: Mention | undefined): boolean =>
      words?.kind === 'unpriced' && price?.kind === 'amounts' && price.bracketed === true && /^\s*（\s*$/.test(plain.slice(words.end, price.start))
    if (isPrice(mention, after)) return []
    if (before !== undefined && isPrice(before, mention)) return [{ ...mention, start: before.start, sign: mention.sign === 'bare' ? before.sign : mention.sign, bracketed: false }]
    return [mention]
  })
