import { expect, test } from 'vitest'
import { toDecimal } from '../points.ts'
import { parseForm } from '../form/schema.ts'
import { scoreForm } from '../score/score-form.ts'
import { assessmentOf } from './assessment-of.ts'
import { checkOverride, withOverrides } from './override.ts'

const parsed = parseForm({
  id: 'two-items',
  title: '小表',
  edition: '2022',
  columns: ['细则'],
  total: 6,
  sections: [{ no: 1, name: '学习', points: 6, items: [1, 2] }],
  items: [
    { no: 1, section: 1, points: 4, duty: '', clause: '每月学习得3分，少一次扣0.5分；有计划得1分。' },
    { no: 2, section: 1, points: 2, duty: '', clause: '有制度得2分。' },
  ],
  criteria: [
    {
      id: '1.1',
      points: 3,
      title: '学习',
      source: '每月学习得3分',
      parts: [{ kind: 'shortfall', required: { count: 1, per: 'month' }, deduct_each: 0.5, cap: 3, what: '学习' }],
    },
    { id: '1.2', points: 1, title: '计划', source: '有计划得1分', parts: [{ kind: 'award', points: 1, condition: '有计划' }] },
    { id: '2.1', points: 2, title: '制度', source: '有制度得2分', parts: [{ kind: 'award', points: 2, condition: '有制度' }] },
  ],
})
if (!parsed.ok) throw new Error(JSON.stringify(parsed.findings))
const { form } = parsed
const score = scoreForm(form, { year: 2022, unit: {}, facts: { '1.1': 11, '1.2': true } })

test('an override stands in place of the reckoned score, and items, sections and the total follow exactly', () => {
  const self = withOverrides(form, score, [{ criterion: '1.1', score: 1.5, reason: '两次记录不全，少报' }])
  expect(self.criteria[0]).toMatchObject({ id: '1.1', score: 1500, computed: 2500, reason: '两次记录不全，少报' })
  expect(self.items.map((item) => toDecimal(item.score))).toEqual([2.5, 0])
  expect(self.sections.map((section) => toDecimal(section.score))).toEqual([2.5])
  expect(toDecimal(self.total)).toBe(2.5)
})

test('without overrides the self column is the score', () => {
  expect(toDecimal(withOverrides(form, score, []).total)).toBe(3.5)
})

test('an override above the points, below 0 or without a reason is named and does not count', () => {
  const faulty = [
    { criterion: '1.1', score: 3.5, reason: '多报' },
    { criterion: '1.2', score: -1, reason: '少报' },
    { criterion: '2.1', score: 1, reason: ' ' },
    { criterion: '9.9', score: 1, reason: '没有这一项' },
  ]
  expect(faulty.flatMap((one) => checkOverride(form, one)).map((finding) => finding.code)).toEqual([
    'assessment.score_out_of_bounds',
    'assessment.score_out_of_bounds',
    'assessment.reason_needed',
    'assessment.unknown_criterion',
  ])
  expect(checkOverride(form, { criterion: '1.1', score: 3.5, reason: '多报' })[0]?.message).toBe(
    '学习最多3分，填了3.5分。请填0到3之间的数。',
  )
  expect(toDecimal(withOverrides(form, score, faulty).total)).toBe(3.5)
})

test('a criterion that a person set counts as answered', () => {
  const self = withOverrides(form, score, [{ criterion: '2.1', score: 0, reason: '制度还没有定' }])
  expect(self.items.map((item) => item.answered)).toEqual([true, true])
})

test('on the filled form an item that nobody answered is blank, and so is one without an inspection score', () => {
  const filled = assessmentOf({
    form,
    unit: '育才小学',
    self: withOverrides(form, score, []),
    inspection: [{ no: 1, score: score.total }, { no: 2 }],
    remarks: { 1: '9月缺1次', 2: ' ' },
    verificationCode: '7F3A-91C2-08DE',
  })
  expect(filled.selfScores).toEqual({ 1: 3.5 })
  expect(filled.inspectionScores).toEqual({ 1: 3.5 })
  expect(filled.remarks).toEqual({ 1: '9月缺1次' })
  expect(filled.date).toBeUndefined()
})
