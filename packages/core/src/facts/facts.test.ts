import { expect, test } from 'vitest'
import type { Criterion, Form } from '../form/form.ts'
import type { UnitProfile } from '../form/unit.ts'
import type { Entry } from '../ledger/entry.ts'
import { checkFacts } from './check-facts.ts'
import { askedParts, factKeys } from './fact-keys.ts'
import { factsFromLedger, mergeFacts } from './facts-from-ledger.ts'
import { entriesBehind, feedsOf } from './feeds.ts'
import { proposals } from './propose.ts'
import { questions } from './questions.ts'

const bare = { source: '', suggestedBy: [], evidence: [], evidenceAsked: false, due: [] } as const

const meeting = (what: string) =>
  ({
    kind: 'shortfall',
    required: { count: 1, per: 'month' },
    deduct_each: 1,
    cap: 4,
    what,
    fedBy: [what],
  }) as const

const yes = (condition: string) => ({ kind: 'award', points: 1, condition, fedBy: [] }) as const
const naFull = { kind: 'na_full', condition: '没有离退休教师党组织', fedBy: [] } as const

const criteria: readonly Criterion[] = [
  { ...bare, id: '1.1', item: 1, points: 1, title: '学习计划', parts: [yes('学习计划')], suggestedBy: ['计划'] },
  {
    ...bare,
    id: '2.1',
    item: 2,
    points: 4,
    title: '三会一课',
    sharedCap: 4,
    parts: [
      meeting('支委会'),
      { ...meeting('党小组会'), onlyIf: { field: 'partyGroups', above: 0 } },
      { kind: 'per_occurrence', deduct_each: 0.5, cap: 2, unit: '人', condition: '未发言', fedBy: [] },
    ],
  },
  {
    ...bare,
    id: '3.1',
    item: 3,
    points: 1,
    title: '离退休',
    parts: [yes('离退休党组织健全'), naFull],
    suggestedBy: ['离退休活动'],
    proposal: { by: 'no_retired_organization' },
  },
  {
    ...bare,
    id: '4.1',
    item: 4,
    points: 2,
    title: '发展教师',
    parts: [{ kind: 'deduct_if', points: 2, condition: '两年没有发展教师', fedBy: [] }],
    suggestedBy: ['发展党员'],
    proposal: { by: 'entries_in_years', years: 2, kind: '发展党员' },
  },
  {
    ...bare,
    id: '5.1',
    item: 5,
    points: 1,
    title: '家风读物',
    parts: [{ ...meeting('家风读物'), required: { count: 2, per: 'year' } }, naFull],
    proposal: { by: 'no_stage', stage: 'primary' },
  },
]

const form: Form = {
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
  total: 9,
  sections: [],
  items: [],
  criteria,
}

const entry = (id: string, happenedOn: string, ...countsAs: readonly string[]): Entry => ({
  id,
  happenedOn,
  countsAs,
  title: '',
  evidence: [],
})

const check = (facts: Parameters<typeof checkFacts>[1], unit: UnitProfile = {}) =>
  checkFacts(form, facts, unit, 2022).map(({ code, where }) => `${where} ${code}`)

test('a lone scored part bears its criterion’s id, several bear letters, and na_full bears none', () => {
  expect(criteria.flatMap(factKeys)).toEqual(['1.1', '2.1.a', '2.1.b', '2.1.c', '3.1', '4.1', '5.1'])
})

test('letters go on after z', () => {
  const many: Criterion = { ...bare, id: '9.1', item: 9, points: 1, title: '', parts: Array.from({ length: 28 }, () => yes('在')) }
  expect(factKeys(many).slice(-3)).toEqual(['9.1.z', '9.1.aa', '9.1.ab'])
})

test('a part for units with party groups keeps its letter and is not asked of others', () => {
  const [, second] = criteria
  const keys = (partyGroups: number) => (second === undefined ? [] : askedParts(second, { partyGroups }).map(({ key }) => key))
  expect(keys(0)).toEqual(['2.1.a', '2.1.c'])
  expect(keys(2)).toEqual(['2.1.a', '2.1.b', '2.1.c'])
})

test('right answers have no findings', () => {
  expect(check({ '1.1': true, '2.1.a': ['2022-01-03'], '2.1.c': 0, '3.1': { applicable: false }, '4.1': null })).toEqual([])
})

test('a key that the form does not have is found', () => {
  expect(check({ '9.9': true, '2.1.d': 1, constructor: 1 })).toEqual([
    '9.9 facts.unknown_key',
    '2.1.d facts.unknown_key',
    'constructor facts.unknown_key',
  ])
})

test('an answer for several parts at once is told which keys there are', () => {
  const [finding] = checkFacts(form, { '2.1': 12 }, {}, 2022)
  expect(finding).toMatchObject({ code: 'facts.several_parts', message: '2.1有3处要答，请分别填2.1.a、2.1.b、2.1.c。' })
})

test('only a criterion whose clause allows it can be skipped', () => {
  expect(check({ '1.1': { applicable: false }, '5.1': { applicable: false } })).toEqual(['1.1 facts.not_skippable'])
})

test('wrong values are found under their own key, a day outside the year as a warning', () => {
  expect(check({ '1.1': 1, '2.1.a': ['2022-02-30'], '2.1.c': -1, '5.1': ['2021-12-31'] })).toEqual([
    '1.1 rule.not_yes_no',
    '2.1.a rule.not_a_day',
    '2.1.c rule.negative_count',
    '5.1 rule.day_outside_year',
  ])
  expect(checkFacts(form, { '5.1': ['2021-12-31'] }, {}, 2022)[0]).toMatchObject({
    level: 'warning',
    message: '2021年12月31日不在2022年度内，不计。请改日期，或填到那一年度。',
  })
})

test('an answer that this unit is not asked for is let be', () => {
  expect(check({ '2.1.b': '无' }, { partyGroups: 0 })).toEqual([])
  expect(check({ '2.1.b': '无' }, { partyGroups: 1 })).toEqual(['2.1.b rule.not_days'])
})

test('the ledger answers counts with the days of the year, in order, one a record', () => {
  const entries = [
    entry('c', '2022-03-05', '支委会', '党课'),
    entry('a', '2022-01-04', '支委会'),
    entry('b', '2022-01-04', '支委会'),
    entry('d', '2021-12-30', '支委会'),
    entry('e', '2022-05-01', '党小组会'),
  ]
  expect(factsFromLedger(form, entries, { partyGroups: 0 }, 2022)).toEqual({
    '2.1.a': ['2022-01-04', '2022-01-04', '2022-03-05'],
    '5.1': [],
  })
  expect(factsFromLedger(form, entries, { partyGroups: 1 }, 2022)['2.1.b']).toEqual(['2022-05-01'])
})

test('what a person said holds over the ledger, and what is taken back falls to it', () => {
  const ledger = { '2.1.a': ['2022-01-04'], '5.1': [] }
  expect(mergeFacts(ledger, { '2.1.a': 12, '1.1': true })).toEqual({ '2.1.a': 12, '5.1': [], '1.1': true })
  expect(mergeFacts(ledger, { '2.1.a': null, '24.1': null })).toEqual({ ...ledger, '24.1': null })
  expect(mergeFacts(ledger, { '5.1': { applicable: false } })['5.1']).toEqual({ applicable: false })
  expect(mergeFacts(ledger, { '5.1': { applicable: true } })['5.1']).toEqual([])
})

test('an entry feeds what counts it and suggests to what only asks', () => {
  expect(feedsOf(form, ['支委会', '计划', '党小组会'], {})).toEqual({ counts: ['2.1'], suggests: ['1.1'] })
  expect(feedsOf(form, ['党小组会'], { partyGroups: 0 })).toEqual({ counts: [], suggests: [] })
  expect(feedsOf(form, ['党小组会'], { partyGroups: 1 }).counts).toEqual(['2.1'])
})

test('the entries behind a criterion are those of the year, by day', () => {
  const [first] = criteria
  const entries = [entry('b', '2022-09-01', '计划'), entry('a', '2022-03-01', '计划'), entry('c', '2021-03-01', '计划')]
  expect(first === undefined ? [] : entriesBehind(first, entries, {}, 2022).map(({ id }) => id)).toEqual(['a', 'b'])
})

test('a question says what each answer means in points, and which fact it sets', () => {
  const all = questions(form, { partyGroups: 0 })
  expect(all.map(({ key, asks }) => `${key} ${asks}`)).toEqual([
    '1.1 yes_no',
    '2.1.a dates_or_count',
    '2.1.c count',
    '3.1 yes_no',
    '4.1 holds',
    '5.1 dates_or_count',
  ])
  expect(all[3]).toMatchObject({
    criterion: '3.1',
    item: 3,
    choices: [
      { label: '做到了', effect: '得1分', facts: { '3.1': true } },
      { label: '没做到', effect: '失1分', facts: { '3.1': false } },
      { label: '不适用', effect: '得1分', facts: { '3.1': { applicable: false } } },
    ],
  })
})

test('a form’s own question is put in its own words where the criterion asks one thing', () => {
  const own: Form = { ...form, criteria: criteria.map((one) => ({ ...one, question: '今年有吗？' })) }
  expect(questions(own, {}).map(({ question }) => question)).toEqual([
    '今年有吗？',
    '“支委会”都在哪几天，或一共几次？',
    '发现“未发言”几人？没有就填0。',
    '今年有吗？',
    '今年有吗？',
    '今年有吗？',
  ])
})

test('records suggest a yes and never count by themselves', () => {
  const entries = [entry('a', '2022-03-05', '计划'), entry('b', '2022-09-06', '计划'), entry('c', '2021-01-01', '计划')]
  expect(proposals(form, entries, {}, 2022)['1.1']).toEqual({ value: true, because: '有2条记录：3月5日、9月6日。' })
  expect(proposals(form, [], {}, 2022)['1.1']).toBeUndefined()
  expect(factsFromLedger(form, entries, {}, 2022)['1.1']).toBeUndefined()
})

test('many records are counted and not listed', () => {
  const entries = ['01', '02', '03', '04'].map((month) => entry(month, `2022-${month}-05`, '计划'))
  expect(proposals(form, entries, {}, 2022)['1.1']?.because).toBe('有4条记录。')
})

test('a rule over two years looks at this year and the one before', () => {
  const at = (...entries: readonly Entry[]) => proposals(form, entries, {}, 2022)['4.1']
  expect(at(entry('a', '2021-06-01', '发展党员'))).toEqual({ value: false, because: '2021至2022年有1条“发展党员”记录。' })
  expect(at(entry('a', '2020-06-01', '发展党员'))).toEqual({ value: true, because: '2021至2022年没有“发展党员”记录。' })
})

test('what a unit does not have is proposed as not applicable', () => {
  const found = proposals(form, [], { retiredOrganization: false, stages: ['junior', 'senior'] }, 2022)
  expect(found['3.1']?.value).toEqual({ applicable: false })
  expect(found['5.1']).toEqual({ value: { applicable: false }, because: '本单位没有小学年级。' })
  const other = proposals(form, [], { retiredOrganization: true, stages: ['primary'] }, 2022)
  expect([other['3.1'], other['5.1']]).toEqual([undefined, undefined])
  expect(proposals(form, [], {}, 2022)['3.1']).toBeUndefined()
})

const single = (proposal: Criterion['proposal'], unit: UnitProfile) => {
  const one: Criterion = { ...bare, id: '8.1', item: 8, points: 1, title: '', parts: [yes('设置规范')] }
  const asked: Form = { ...form, criteria: [proposal === undefined ? one : { ...one, proposal }] }
  return proposals(asked, [], unit, 2022)['8.1']
}

test.each([
  [2, 'joint', true],
  [2, 'branch', false],
  [3, 'branch', true],
  [3, 'joint', false],
  [49, 'branch', true],
  [50, 'branch', false],
  [50, 'general_branch', true],
  [99, 'general_branch', true],
  [100, 'general_branch', false],
  [100, 'committee', true],
  [60, 'committee', true],
] as const)('%i full members with %s: set up as asked is %s', (members, partyOrganization, value) => {
  expect(single({ by: 'party_organization' }, { members, partyOrganization })?.value).toBe(value)
})

test('a proposal says the figures that it follows from', () => {
  expect(single({ by: 'party_organization' }, { members: 60, partyOrganization: 'branch' })?.because).toBe(
    '正式党员60人，一般应设党总支，现在是党支部。',
  )
  expect(single({ by: 'party_groups' }, { members: 27, partyGroups: 0 })).toEqual({
    value: false,
    because: '党员27人，超过20人，还没有设党小组。',
  })
  expect(single({ by: 'party_groups' }, { members: 21, partyGroups: 3 })?.value).toBe(true)
  expect(single({ by: 'budget_per_member', yuan: 500 }, { members: 27, budget: 13_500 })).toEqual({
    value: true,
    because: '党员27人，每人500元要13500元，预算列了13500元。',
  })
  expect(single({ by: 'budget_per_member', yuan: 500 }, { members: 27, budget: 13_499 })?.value).toBe(false)
})

test('without the figures nothing is proposed', () => {
  expect(single({ by: 'party_organization' }, { members: 27 })).toBeUndefined()
  expect(single({ by: 'party_groups' }, { members: 20, partyGroups: 0 })).toBeUndefined()
  expect(single({ by: 'budget_per_member', yuan: 500 }, { budget: 1 })).toBeUndefined()
})
