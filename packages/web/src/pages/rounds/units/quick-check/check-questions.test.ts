import { expect, test } from 'vitest'
import type { Form } from '@zicha/core'
import { answerWords, checkQuestions } from './check-questions.ts'

const form: Form = {
  id: 'small', title: '小表', titleLines: [], edition: '一', heading: '', unitLine: '', dateLine: '', columns: ['细则'], totalRow: '', signatureLine: '', total: 4,
  sections: [{ no: 1, name: '一', points: 4, items: [1] }],
  items: [{ no: 1, section: 1, points: 4, duty: '责任', clause: '每月学习，得2分；有计划得1分；没有离退休党组织的视同符合，得1分。' }],
  criteria: [
    { id: '1.1', item: 1, points: 2, title: '学习', source: '每月学习', suggestedBy: [], evidence: [], evidenceAsked: false, due: [],
      parts: [{ kind: 'shortfall', required: { count: 1, per: 'month' }, deduct_each: 1, cap: 2, what: '学习', fedBy: ['集中学习'] }] },
    { id: '1.2', item: 1, points: 1, title: '计划', source: '有计划得1分', suggestedBy: [], evidence: [], evidenceAsked: false, due: [],
      parts: [{ kind: 'award', points: 1, condition: '有计划', fedBy: [] }] },
    { id: '1.3', item: 1, points: 1, title: '离退休', source: '视同符合', suggestedBy: [], evidence: [], evidenceAsked: false, due: [],
      parts: [{ kind: 'award', points: 1, condition: '党组织健全', fedBy: [] }, { kind: 'na_full', condition: '没有离退休教师党组织', fedBy: [] }] },
  ],
}

test('what the records answer by themselves is not asked again', () => {
  expect(checkQuestions(form, {}, {}).map((one) => one.question.key)).toEqual(['1.2', '1.3'])
})

test('an answer, and a word that it does not apply, both count as answered', () => {
  const asked = checkQuestions(form, {}, { '1.2': false, '1.3': { applicable: false } })
  expect(asked.map((one) => one.answered)).toEqual([true, true])
  expect(asked.map(answerWords)).toEqual(['没有', '不适用'])
})

test('without an answer the word is 未答', () => {
  expect(checkQuestions(form, {}, {}).map(answerWords)).toEqual(['未答', '未答'])
})
