import fc from 'fast-check'
import { expect, test } from 'vitest'
import { add, isExact, toDecimal, toPoints } from '../points.ts'
import { readClause } from './read-clause.ts'
import type { RuleAsRead } from './reading.ts'

const rulesOf = (text: string, points?: number): RuleAsRead[] => readClause(text, points).parts.map((part) => part.rule)

const amount = fc.constantFrom(0.1, 0.2, 0.25, 0.5, 1, 1.5, 2, 3, 5, 10)
const unit = fc.constantFrom('次', '项', '处', '人', '例', '起', '份', '篇')
const duty = fc.constantFrom('未建立制度的', '台账不规范的', '会议记录不完整', '未按时上报', '发现违规行为', '整改不到位的', '宣传栏未更新')
const virtue = fc.constantFrom('有年度计划', '制度健全', '活动有特色', '记录完整', '按时报送', '群众评价好')

const sumOf = (a: number, b: number): number => toDecimal(add(toPoints(a), toPoints(b)))

/** Pieces as offices write them, each with the number that it must bear. */
const piece = fc.oneof(
  fc.tuple(duty, amount).map(([words, points]) => ({ text: `${words}，扣${points}分`, number: points })),
  fc.tuple(duty, unit, amount).map(([words, word, points]) => ({ text: `${words}，每${word}扣${points}分`, number: points })),
  fc.tuple(unit, amount).map(([word, points]) => ({ text: `资料每少1${word}扣${points}分`, number: points })),
  fc.tuple(virtue, amount).map(([words, points]) => ({ text: `${words}得${points}分`, number: points })),
  fc.tuple(virtue, amount).map(([words, points]) => ({ text: `${words}的加${points}分`, number: points })),
  fc.tuple(duty, amount, amount).map(([words, low, more]) => ({ text: `${words}，酌情扣${low}-${sumOf(low, more)}分`, number: sumOf(low, more) })),
)

const clause = fc.array(piece, { minLength: 1, maxLength: 5 }).map((pieces) => ({ text: `${pieces.map((one) => one.text).join('；')}。`, numbers: pieces.map((one) => one.number) }))

const numbersOf = (value: unknown): number[] =>
  typeof value === 'number' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersOf) : []

const anyText = fc.oneof(
  fc.string({ maxLength: 80 }),
  fc.string({ unit: fc.constantFrom(...'每少扣得加分不1一2两0.5半次项（）()，。；：、-—%的未发现最高为止否则酌情情况满优良差以上下\n 减计记各别'), maxLength: 60 }),
  clause.map((one) => one.text),
)

test('any text at all is read without a throw, twice the same', () => {
  fc.assert(fc.property(anyText, fc.option(amount, { nil: undefined }), (text, points) => {
      expect(readClause(text, points)).toEqual(readClause(text, points))
    }), { numRuns: 1_500 })
})

test('every stretch lies in the clause, and the text of what is unread is the clause’s own', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const reading = readClause(text)
      for (const { start, end } of [...reading.parts.flatMap((part) => part.spans), ...reading.unread.map((one) => one.span)]) {
        expect(start).toBeGreaterThanOrEqual(0)
        expect(end).toBeGreaterThan(start)
        expect(end).toBeLessThanOrEqual(text.length)
      }
      for (const one of reading.unread) expect(text.slice(one.span.start, one.span.end)).toBe(one.text)
    }),
    { numRuns: 1_000 },
  )
})

test('every mark that is given or taken lies in a part or in what is unread', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const reading = readClause(text)
      const spans = [...reading.parts.flatMap((part) => part.spans), ...reading.unread.map((one) => one.span)]
      for (const match of text.matchAll(/[扣加得]\d+(?:\.\d+)?分(?![\u4e00-\u9fa5])/g)) {
        const at = match.index + match[0].length - 1
        expect(spans.some((span) => at >= span.start && at < span.end), `${text} @${at}`).toBe(true)
      }
    }),
    { numRuns: 1_500 },
  )
})

test('no number is lost and none is invented, and every mark is exact', () => {
  fc.assert(
    fc.property(clause, ({ text, numbers }) => {
      const reading = readClause(text)
      const read = reading.parts.flatMap((part) => numbersOf(part.rule))
      const stated = [...text.matchAll(/\d+(?:\.\d+)?/g)].map((match) => Number(match[0]))
      for (const number of numbers) expect(read, text).toContain(number)
      for (const number of read) {
        expect(isExact(number)).toBe(true)
        expect([0, ...stated], text).toContain(number)
      }
      expect(reading.unread).toEqual([])
    }),
    { numRuns: 500 },
  )
})

test('full-width signs, spaces and Chinese stops read like plain ones', () => {
  const wide = (text: string): string => text.replace(/[0-9.]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0)).replace(/-/g, '～')
  fc.assert(
    fc.property(clause, ({ text }) => {
      expect(rulesOf(wide(text)).map((rule) => [rule.kind, numbersOf(rule)])).toEqual(rulesOf(text).map((rule) => [rule.kind, numbersOf(rule)]))
    }),
  )
})

test('deductions of two sentences are read as each is read alone', () => {
  const deductions = fc.tuple(duty, unit, amount).map(([words, word, points]) => `${words}，每${word}扣${points}分。`)
  fc.assert(
    fc.property(deductions, deductions, (one, other) => {
      expect(rulesOf(one + other)).toEqual([...rulesOf(one), ...rulesOf(other)])
    }),
  )
})

test('a count that the clause says is the shortfall’s requirement, and 扣完为止 ends at the marks given', () => {
  expect(rulesOf('每半年至少召开1次专题会议得1分，少一次扣0.5分，扣完1分为止。')).toMatchObject([
    { kind: 'shortfall', required: { count: 1, per: 'half' }, deduct_each: 0.5, cap: 1, points: 1 },
  ])
  expect(rulesOf('集中研讨不少于6次、全部参与交流发言得2分，少一次或少一人扣0.5分，扣完2分为止。')).toMatchObject([
    { kind: 'shortfall', required: { count: 6 }, deduct_each: 0.5, cap: 2, points: 2 },
    { kind: 'per_occurrence', deduct_each: 0.5, unit: '人', cap: 2 },
  ])
})

test('what the reader takes from the item and not from the words is marked as assumed', () => {
  const [part] = readClause('缺一次扣1分，扣完为止。', 4).parts
  expect(part?.rule).toMatchObject({ cap: 4 })
  expect(part?.assumed).toContain('cap')
  expect(readClause('缺一次扣1分，扣完为止。').parts[0]?.rule).not.toHaveProperty('cap')
})

test('thresholds, years, document numbers and times are no marks', () => {
  for (const text of ['评教得分90分以上的单位', '会议时间不少于30分钟', '按照国发〔2017〕24号文件执行', '十分重视，充分发挥作用', '完成三分之二以上']) {
    expect(readClause(text).parts, text).toEqual([])
  }
})

test('a duty keeps its own award where a later deduction may take more than it', () => {
  expect(rulesOf('明确分管负责人得1分；每季度研究不少于1次，少1次扣1分，扣完3分为止', 4).map((rule) => rule.kind)).toEqual(['award', 'shortfall'])
})

test('what is missing and what went wrong are named by the words inside the rate', () => {
  expect(rulesOf('报表按时上报得6分，每迟报一次扣2分', 6)).toEqual([{ kind: 'per_occurrence', deduct_each: 2, unit: '次', condition: '迟报' }])
  expect(rulesOf('每少走访一户扣0.2分')).toEqual([{ kind: 'shortfall', deduct_each: 0.2, what: '走访' }])
})

test('words that only introduce the steps behind them are no stretch of their own', () => {
  expect(readClause('按隐患整改率计分，整改率100%得10分，90%以上得5分', 10).unread).toEqual([])
  expect(readClause('按上级文件规定计分，未完成的扣2分', 6).unread.map((one) => one.text)).toEqual(['按上级文件规定计分'])
})
