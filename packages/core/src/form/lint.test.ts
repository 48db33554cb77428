import { expect, test } from 'vitest'
import type { Part } from '../rule/part.ts'
import type { Criterion, Form } from './form.ts'
import { lintForm } from './lint.ts'

const criterion = (id: string, points: number, parts: readonly Part[], more: Partial<Criterion> = {}): Criterion => ({
  id,
  item: 1,
  points,
  title: '评分点',
  source: '',
  parts: parts.map((part) => ({ fedBy: [], ...part })),
  suggestedBy: [],
  evidence: [],
  evidenceAsked: false,
  due: [],
  ...more,
})

const formOf = (criteria: readonly Criterion[], more: Partial<Form> = {}): Form => ({
  id: 'small',
  title: '自查表',
  titleLines: [],
  edition: '',
  heading: '',
  unitLine: '',
  dateLine: '',
  columns: [],
  totalRow: '',
  signatureLine: '',
  total: 3,
  sections: [{ no: 1, name: '抓谋划', points: 3, items: [1] }],
  items: [{ no: 1, section: 1, points: 3, duty: '', clause: '' }],
  criteria,
  ...more,
})

const award = (points: number): Part => ({ kind: 'award', points, condition: '按期换届' })
const study: Part = { kind: 'shortfall', required: { count: 1, per: 'month' }, deduct_each: 1, cap: 3, what: '学习' }

const found = (form: Form, kinds?: readonly string[]) =>
  lintForm(form, kinds).map(({ code, where, level }) => `${where} ${code} ${level}`)

test('a form that holds together has no findings', () => {
  expect(found(formOf([criterion('1.1', 3, [study])]), [])).toEqual([])
  expect(found(formOf([criterion('1.1', 1, [award(1)]), criterion('1.2', 2, [award(1.5), award(0.5)])]))).toEqual([])
})

test('sums that do not add up are found on each level, with both numbers', () => {
  const form = formOf([criterion('1.1', 2, [award(2)])], {
    total: 5,
    sections: [{ no: 1, name: '抓谋划', points: 4, items: [1] }],
  })
  expect(found(form)).toEqual([
    '第1条 form.criteria_sum error',
    '抓谋划 form.items_sum error',
    '总分 form.sections_sum error',
  ])
  expect(lintForm(form)[0]?.message).toBe('各评分点合起来2分，表上写3分。请核对分值。')
})

test('sums are exact: a tenth and two tenths are three tenths', () => {
  const form = formOf([criterion('1.1', 0.1, [award(0.1)]), criterion('1.2', 0.2, [award(0.2)])], {
    total: 0.3,
    sections: [{ no: 1, name: '抓谋划', points: 0.3, items: [1] }],
    items: [{ no: 1, section: 1, points: 0.3, duty: '', clause: '' }],
  })
  expect(found(form)).toEqual([])
})

test('a cap above the points is a fault, a cap that is never reached is worth a look', () => {
  expect(found(formOf([criterion('1.1', 3, [{ ...study, cap: 4 }])]))).toEqual(['1.1 form.cap_above_points error'])
  const rare: Part = { ...study, required: { count: 2, per: 'year' }, cap: 3 }
  expect(found(formOf([criterion('1.1', 3, [rare])]))).toEqual(['1.1 form.cap_never_binds warning'])
  const even: Part = { ...study, required: { count: 3, per: 'year' }, cap: 3 }
  expect(found(formOf([criterion('1.1', 3, [even])]))).toEqual([])
  const findings: Part = { kind: 'per_occurrence', deduct_each: 1, cap: 5, unit: '次', condition: '迟到' }
  expect(found(formOf([criterion('1.1', 3, [findings])]))).toEqual(['1.1 form.cap_above_points error'])
})

test('a cap shared by several parts is held to the same', () => {
  const shared = (sharedCap: number, ...parts: readonly Part[]) => found(formOf([criterion('1.1', 3, parts, { sharedCap })]))
  expect(shared(3, study, study)).toEqual([])
  expect(shared(4, study, study)).toEqual(['1.1 form.cap_above_points error'])
  const one: Part = { ...study, required: { count: 1, per: 'year' }, cap: 1 }
  expect(shared(3, one, one)).toEqual(['1.1 form.cap_never_binds warning'])
})

test('an award beyond its item is found, and one beyond its criterion', () => {
  expect(found(formOf([criterion('1.1', 3, [award(4)])]))).toEqual([
    '1.1 form.parts_sum warning',
    '1.1 form.award_above_item error',
  ])
  expect(found(formOf([criterion('1.1', 2, [{ kind: 'deduct_if', points: 3, condition: '缺' }]), criterion('1.2', 1, [award(1)])]))).toEqual([
    '1.1 form.award_above_points error',
  ])
})

test('awards that give less than the criterion’s points leave points that nobody can earn', () => {
  expect(found(formOf([criterion('1.1', 3, [award(2)])]))).toEqual(['1.1 form.parts_sum error'])
})

test('a bonus comes on top and is no share of its item', () => {
  const bonus = criterion('1.2', 1, [{ kind: 'bonus', each: 0.5, cap: 1, condition: '表彰' }])
  expect(found(formOf([criterion('1.1', 3, [study]), bonus]))).toEqual([])
})

test('names that are used twice or lead nowhere are found', () => {
  const twice = [criterion('1.1', 1, [award(1)]), criterion('1.1', 2, [award(2)])]
  expect(found(formOf(twice))).toEqual(['1.1 form.duplicate_id error'])
  const stray = [criterion('1.1', 3, [study]), criterion('7.1', 1, [award(1)], { item: 7 })]
  expect(found(formOf(stray))).toEqual(['7.1 form.unknown_item error'])
  const homeless = formOf([criterion('1.1', 3, [study])], { sections: [{ no: 1, name: '抓谋划', points: 3, items: [] }] })
  expect(found(homeless)).toEqual(['第1条 form.unknown_section error'])
})

test('entry kinds that the vocabulary lacks are found where a vocabulary is given', () => {
  const form = formOf([criterion('1.1', 3, [study], { suggestedBy: ['学习会'] })])
  expect(found(form)).toEqual([])
  expect(found(form, ['集中学习'])).toEqual(['1.1 form.unknown_entry_kind error'])
  expect(found(form, ['学习会'])).toEqual([])
})

test('an item or a criterion without a rule is worth a look', () => {
  expect(found(formOf([]))).toEqual(['第1条 form.item_without_rule warning'])
  expect(found(formOf([criterion('1.1', 3, [])]))).toEqual(['1.1 form.criterion_without_rule warning'])
})

test('every finding is a sentence of at most 60 characters that says what to do', () => {
  const parts: readonly Part[] = [award(4), { ...study, cap: 9 }, { kind: 'discretionary', min: 3, max: 2 }]
  const form = formOf([criterion('1.1', 2.1234, parts, { sharedCap: 8, suggestedBy: ['无此类'] })], { total: 9 })
  const all = lintForm(form, [])
  expect(all.length).toBeGreaterThan(6)
  for (const { message } of all) {
    expect(message.length).toBeLessThanOrEqual(60)
    expect(message).toMatch(/。$/u)
  }
})
