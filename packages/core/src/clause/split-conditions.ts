import type { Statement } from './statement.ts'
import { tidyCondition } from './condition.ts'

export type SplitCondition = { readonly words: string; readonly amount: number }

/**
 * One condition an amount. 去京上访、赴沪滋事的，每次分别扣10分、5分 has two; 有计划、有总结各得1分 gives each of two things its mark.
 * Where the things cannot be told apart, each amount keeps the whole wording.
 */
export const splitConditions = (statement: Statement, words: string): SplitCondition[] => {
  const { amounts, each, sign } = statement
  const [only] = amounts
  if (amounts.length === 1 && only !== undefined) {
    if (each !== 'each' || sign === 'takes') return [{ words, amount: only }]
    const things = thingsOfEach(words)
    return things.length < 2 || things.length > 6 ? [{ words, amount: only }] : things.map((thing) => ({ words: thing, amount: only }))
  }
  const rate = /(?:每[^，。；、]{0,8}?|一律)?(?:分别|依次|各)*(?:给予|再|可|各)?\s*$/.exec(words)?.[0] ?? ''
  const stem = words.slice(0, words.length - rate.length)
  const things = listThings(stem, amounts.length)
  return amounts.map((amount, index) => {
    const thing = things.length === amounts.length ? (things[index] ?? stem) : amounts.length > 1 ? `${stem}` : stem
    return { words: `${thing}${rate.replace(/分别|依次|各/g, '')}`, amount }
  })
}

/** 职责明确，甲和乙各得1分: the things stand beside 各; where a comma does, all phrases before it are meant. */
const thingsOfEach = (words: string): string[] => {
  const beside = words.split('，').at(-1) ?? ''
  const named = listThings(beside).flatMap((thing) => splitJoined(thing))
  return tidyCondition(beside) !== '' && named.length > 1 && words.includes('，') ? named : listThings(words)
}

const splitJoined = (thing: string): string[] => maskBrackets(thing).includes('和谐') ? [thing] : splitOutside(thing, /和|及|与/)

const maskBrackets = (text: string): string => text.replace(/（[^）]*）/g, (inside) => '口'.repeat(inside.length))

/** Split where the sign stands outside of brackets. */
const splitOutside = (text: string, sign: RegExp): string[] => {
  const outside = maskBrackets(text)
  const parts: string[] = []
  let from = 0
  for (const match of outside.matchAll(new RegExp(sign.source, 'g'))) {
    parts.push(text.slice(from, match.index))
    from = match.index + match[0].length
  }
  return [...parts, text.slice(from)].filter((part) => part !== '')
}

/** The things that a wording lists with 、 or 和: the last `count` of them where a count is known. */
const listThings = (words: string, count?: number): string[] => {
  const plain = words.replace(/[，\s的者]+$/, '')
  const levels = /^(.*?)((?:[一二三四五]|第[一二三四五\d]+|[\d.]+%?|[特甲乙丙ABCD])(?:、(?:[一二三四五]|第?[一二三四五\d]+|[\d.]+%?|[甲乙丙ABCD])){1,}(?:[和及]?(?:[一二三四五]))?)(等奖|等|名|级|类|档|次|个)?([^、]{0,10})$/.exec(plain)
  if (levels !== null) {
    const marks = (levels[2] ?? '').split(/[、和及]/)
    if (count === undefined || marks.length === count) return marks.map((mark) => `${levels[1] ?? ''}${mark}${levels[3] ?? ''}${levels[4] ?? ''}`)
  }
  const outside = maskBrackets(plain)
  const parts: string[] = []
  let from = 0
  for (let index = 0; index <= outside.length; index++) {
    const char = outside[index]
    if (char === undefined || char === '、' || char === '/' || (char === '，' && count === undefined)) {
      parts.push(plain.slice(from, index))
      from = index + 1
    }
  }
  const things = parts.filter((part) => tidyCondition(part) !== '')
  if (count === undefined || things.length === count) return things
  if (things.length > count) return [...things.slice(things.length - count)]
  const last = things.at(-1) ?? ''
  const split = splitOutside(last, /或者|和|或|及|与/)
  return things.length - 1 + split.length === count ? [...things.slice(0, -1), ...split] : things
}
