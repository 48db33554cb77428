import { expect, test } from 'vitest'
import { questions } from '../facts/questions.ts'
import { scoreForm } from '../score/score-form.ts'
import type { Form } from './form.ts'

const form: Form = {
  id: 'two-kinds',
  title: '考核表',
  titleLines: [],
  edition: '2026年版',
  heading: '',
  unitLine: '',
  dateLine: '',
  columns: ['条目'],
  totalRow: '',
  signatureLine: '',
  total: 2,
  sections: [{ no: 1, name: '制度', points: 2, items: [1] }],
  items: [{ no: 1, section: 1, points: 2, duty: '', clause: '公办有议事规则得2分；民办有章程得2分。' }],
  criteria: [
    {
      id: '1.1',
      item: 1,
      points: 2,
      title: '议事规则或章程',
      source: '',
      parts: [{ kind: 'all_or_nothing', points: 2, condition: '公办议事规则、民办章程都有', fedBy: [] }],
      question: '议事规则或章程有了吗？',
      byOwnership: {
        public: { condition: '议事规则有了', question: '有议事规则吗？' },
        private: { condition: '章程写入了', question: '章程写入了吗？' },
      },
      suggestedBy: [],
      evidence: [],
      evidenceAsked: false,
      due: [],
    },
  ],
}

const ask = (ownership: 'public' | 'private') => questions(form, { ownership })[0]?.question
const because = (ownership: 'public' | 'private') =>
  scoreForm(form, { year: 2026, unit: { ownership }, facts: { '1.1': true } }).criteria[0]?.because

test('A school is asked and told only what concerns its own kind of ownership', () => {
  expect(ask('public')).toBe('有议事规则吗？')
  expect(ask('private')).toBe('章程写入了吗？')
  expect(because('public')).toContain('议事规则有了')
  expect(because('private')).not.toContain('议事规则')
})

test('Where nobody said who owns the school, the clause stands in full', () => {
  expect(questions(form, {})[0]?.question).toBe('议事规则或章程有了吗？')
})
