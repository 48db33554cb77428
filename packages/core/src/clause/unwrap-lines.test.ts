import fc from 'fast-check'
import { expect, test } from 'vitest'
import { corpus } from './corpus/corpus.ts'
import { readClause } from './read-clause.ts'
import { unwrapLines } from './unwrap-lines.ts'

test('a break that only the width of the cell made is taken out, one that ends a statement stays', () => {
  expect(unwrapLines('未配备或长期不到岗，不\n得分').text).toBe('未配备或长期不到岗，不得分')
  expect(unwrapLines('完整规范，得3\r\n分').text).toBe('完整规范，得3分')
  expect(unwrapLines('合格，得2分\n不合格，不得分').text).toBe('合格，得2分\n不合格，不得分')
  expect(unwrapLines('有下列情形之一的：\n未上报').text).toBe('有下列情形之一的：\n未上报')
  expect(unwrapLines('达到80\n5个以上').text).toBe('达到80\n5个以上')
})

test('parts and unread words of a wrapped clause are the stretches as written', () => {
  const text = '制度上墙，\n内容完整，得1\n分；缺项较多的，另\n行研究减半得分。'
  const { parts, unread } = readClause(text)
  expect(parts.map(({ spans }) => spans.map(({ start, end }) => text.slice(start, end)))).toEqual([['制度上墙，\n内容完整，得1\n分']])
  expect(unread.map((one) => one.text)).toEqual([text.slice(unread[0]?.span.start, unread[0]?.span.end)])
  expect(unread[0]?.text).toContain('减半得分')
})

// 分 and 5分/人 end a statement wherever they end a line.
const breakable = /[\u4e00-\u9fa5](?<!分)(?<![/／].)(?=[\u4e00-\u9fa5])(?![一二三四五六七八九十]{1,3}[、是要])/g

test('where a line is wrapped between two characters changes no rule', () => {
  const wrapped = fc.constantFrom(...corpus).chain((clause) => {
    const places = [...clause.text.matchAll(breakable)].map((match) => match.index + 1)
    return fc.tuple(fc.constant(clause), places.length === 0 ? fc.constant(0) : fc.constantFrom(...places))
  })
  fc.assert(
    fc.property(wrapped, ([{ text, points }, place]) => {
      fc.pre(place > 0)
      const rules = (words: string) => readClause(words, points).parts.map((part) => part.rule)
      expect(rules(`${text.slice(0, place)}\n${text.slice(place)}`)).toEqual(rules(text))
    }),
    { numRuns: 2000 },
  )
})
