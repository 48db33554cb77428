import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readClause } from './read-clause.ts'
import type { RuleAsRead } from './reading.ts'

const fault = fc.constantFrom('未建台账', '记录不完整', '现场脏乱', '药品过期', '工具未归位', '值班员脱岗', '栏杆松动', '公示栏陈旧', '处方未签名', '井口无护栏')
const merit = fc.constantFrom('方案周密', '队伍精干', '资料翔实', '宣传到位', '成果突出', '出勤良好')
const link = fc.constantFrom('', '的', '，', '的，')
const amount = fc.constantFrom(0.2, 0.5, 1, 1.5, 2, 3, 5, 10)
const unit = fc.constantFrom('处', '次', '人', '例', '项', '份', '户', '台')

/** A wording with the marks that it gives (+), takes (-), or cannot be read to (none). */
type Piece = { readonly text: string; readonly marks: readonly string[] }

const taken = fc.tuple(fault, link, fc.constantFrom('扣', '减', '扣除', '扣减', '倒扣', '罚', '扣罚', '核减'), amount).map(([words, join, verb, points]): Piece => ({ text: `${words}${join}${verb}${points}分`, marks: [`-${points}`] }))
const takenWithoutSign = fc.tuple(fault, amount).map(([words, points]): Piece => ({ text: `${words}扣${points}`, marks: [`-${points}`] }))
const takenByRate = fc.tuple(fault, fc.constantFrom('每', '每发现1', '一', '发现一'), unit, amount).map(([words, rate, word, points]): Piece => ({ text: `${words}${rate}${word}扣${points}分`, marks: [`-${points}`] }))
const minus = fc.tuple(fault, amount).map(([words, points]): Piece => ({ text: `${words}-${points}分`, marks: [`-${points}`] }))
const pricedBehind = fc.tuple(fault, unit, amount).map(([words, word, points]): Piece => ({ text: `${words}的，每${word}按${points}分扣减`, marks: [`-${points}`] }))
const nothing = fc.tuple(fault, link, fc.constantFrom('不得分', '记零分', '不计分', '不给分', '得0分', '本项不得分', '该项记0分', '全扣', '本项为零', '取消该项得分')).map(([words, join, verb]): Piece => ({ text: `${words}${join}${verb}`, marks: ['0'] }))
const given = fc.tuple(merit, link, fc.constantFrom('得', '计', '记', '给', '赋', '加', '奖', '另加'), amount).map(([words, join, verb, points]): Piece => ({ text: `${words}${join}${verb}${points}分`, marks: [`+${points}`] }))
const beyondKinds = fc.tuple(fault, link, fc.constantFrom('减半计分', '加倍扣分', '双倍扣分', '按标准的2倍扣分', '折半得分', '按五折计分', '直接降档', '降低一个等次', '计一半分', '翻倍扣分', '按80%计分', '扣该项分值的50%', '得分乘以0.8的系数')).map(([words, join, verb]): Piece => ({ text: `${words}${join}${verb}`, marks: [] }))

const marksOf = (rule: RuleAsRead): string => {
  switch (rule.kind) {
    case 'award':
    case 'all_or_nothing':
      return `+${rule.points}`
    case 'bonus':
      return `+${rule.each ?? rule.points}`
    case 'shortfall':
    case 'per_occurrence':
      return `-${rule.deduct_each}`
    case 'deduct_if':
      return `-${rule.points}`
    case 'zero_if':
      return '0'
    default:
      return rule.kind
  }
}

test('whatever verb gives or takes, each wording is read to its own mark, alone and beside deductions', () => {
  const piece = fc.oneof(taken, takenWithoutSign, takenByRate, minus, pricedBehind, nothing)
  const clause = fc.tuple(fc.array(piece, { minLength: 1, maxLength: 3 }), fc.constantFrom('；', '。', '。\n'), fc.boolean())
  fc.assert(
    fc.property(clause, ([pieces, stop, numbered]) => {
      const text = `${pieces.map((one, index) => (numbered ? `${index + 1}.${one.text}` : one.text)).join(stop)}。`
      expect(readClause(text).parts.map((part) => marksOf(part.rule)), text).toEqual(pieces.flatMap((one) => one.marks))
    }),
    { numRuns: 1_000 },
  )
  fc.assert(fc.property(given, ({ text, marks }) => { expect(readClause(`${text}。`).parts.map((part) => marksOf(part.rule)), text).toEqual(marks) }))
})

test('halves, multiples and lowered grades are handed back, never dropped and never made a rule', () => {
  fc.assert(
    fc.property(taken, beyondKinds, fc.constantFrom('；', '。'), (one, other, stop) => {
      const text = `${one.text}${stop}${other.text}。`
      const { parts, unread } = readClause(text)
      expect(parts.map((part) => marksOf(part.rule)), text).toEqual(one.marks)
      expect(unread.map((words) => words.text), text).toEqual([other.text])
    }),
    { numRuns: 500 },
  )
})

test('every 分 behind a number lies in a part or in what is unread', () => {
  const piece = fc.oneof(taken, takenWithoutSign, takenByRate, minus, pricedBehind, nothing, given, beyondKinds)
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 4 }), fc.constantFrom('；', '。', '，', '\n', ''), (pieces, stop) => {
      const text = pieces.map((one) => one.text).join(stop)
      const { parts, unread } = readClause(text)
      const spans = [...parts.flatMap((part) => part.spans), ...unread.map((words) => words.span)]
      for (const match of text.matchAll(/\d\s*分|零分|倍|减半|折|降档|等次/g)) {
        const at = match.index + match[0].length - 1
        expect(spans.some((span) => at >= span.start && at < span.end), `${text} @${at}`).toBe(true)
      }
    }),
    { numRuns: 1_000 },
  )
})
