import { expect, test } from 'vitest'
import type { Criterion, Facts, Form, FormPart } from '@zicha/core'
import { answersInPlace, takesOther } from './answers-in-place.ts'
import { checkQuestions } from './check-questions.ts'

const asked = (part: FormPart, facts: Facts = {}) => {
  const criterion: Criterion = {
    id: '1.1', item: 1, points: 3, title: '一', source: '', suggestedBy: [], evidence: [], evidenceAsked: false, due: [], parts: [part],
  }
  const form: Form = {
    id: 'small', title: '小表', titleLines: [], edition: '一', heading: '', unitLine: '', dateLine: '', columns: ['细则'], totalRow: '', signatureLine: '', total: 3,
    sections: [{ no: 1, name: '一', points: 3, items: [1] }],
    items: [{ no: 1, section: 1, points: 3, duty: '责任', clause: '' }],
    criteria: [criterion],
  }
  const [one] = checkQuestions(form, {}, facts)
  if (one === undefined) throw new Error('the small form asks nothing')
  return one
}

const levels = (combine: 'sum' | 'max'): FormPart => ({
  kind: 'tiers', combine, levels: [{ label: '申报', points: 1 }, { label: '市级', points: 1 }, { label: '省级', points: 1 }], fedBy: [],
})

test('every level stands there, and that none was reached', () => {
  expect(answersInPlace(asked(levels('max'))).map(({ label }) => label)).toEqual(['申报', '市级', '省级', '都没有'])
  expect(answersInPlace(asked(levels('max'), { '1.1': '市级' })).filter(({ chosen }) => chosen).map(({ label }) => label)).toEqual(['市级'])
})

test('of levels that add up a tap adds one or takes it back, and none left is none reached', () => {
  const answers = answersInPlace(asked(levels('sum'), { '1.1': ['省级'] }))
  expect(answers.map(({ label, chosen, facts }) => [label, chosen, facts['1.1']])).toEqual([
    ['申报', false, ['申报', '省级']],
    ['市级', false, ['市级', '省级']],
    ['省级', true, null],
    ['都没有', false, null],
  ])
})

test('a mark that a person gives has its steps, and the way to any other', () => {
  const one = asked({ kind: 'discretionary', min: 0, max: 3, fedBy: [] }, { '1.1': 2.5 })
  expect(answersInPlace(one).map(({ label }) => label)).toEqual(['0', '0.5', '1', '1.5', '2', '2.5', '3'])
  expect(answersInPlace(one).filter(({ chosen }) => chosen).map(({ label }) => label)).toEqual(['2.5'])
  expect([takesOther(one), takesOther(asked(levels('sum')))]).toEqual([true, false])
})
