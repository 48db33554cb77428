import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../calendar.ts'
import { factsFromLedger } from '../facts/facts-from-ledger.ts'
import type { Facts } from '../facts/facts.ts'
import { parseForm } from '../form/schema.ts'
import type { UnitProfile } from '../form/unit.ts'
import type { Entry } from '../ledger/entry.ts'
import { subtract, sum, toDecimal, toPoints } from '../points.ts'
import { scoreForm } from '../score/score-form.ts'
import { plan } from './plan-year.ts'

const count = (per: string, number: number, each: number, cap: number, kind: string, more: object = {}) => ({
  kind: 'shortfall',
  required: { count: number, per },
  deduct_each: each,
  cap,
  what: kind,
  fedBy: [kind],
  ...more,
})
const criterion = (id: string, points: number, title: string, parts: readonly object[], more: object = {}) => ({
  id,
  points,
  title,
  source: title,
  parts,
  ...more,
})
const award = (points: number) => ({ kind: 'award', points, condition: '有' })

const criteria = [
  criterion('1.1', 3, '集中学习', [count('month', 1, 1, 3, '集中学习')]),
  criterion('1.2', 1, '专题会议', [count('half', 1, 0.5, 1, '专题会议')], {
    due: [{ month: 3, label: '研究全年要点' }, { month: 12 }],
  }),
  criterion('1.3', 2, '意识形态研判', [count('quarter', 1, 0.5, 2, '意识形态研判')]),
  criterion('1.4', 2, '党课', [count('year', 4, 1, 2, '党课')], { due: [{ every: 'quarter' }] }),
  criterion('1.5', 2, '廉政教育', [count('year', 2, 1, 2, '廉政教育')], { due: [{ day: '5.10' }, { day: '12.9' }] }),
  criterion(
    '2.1',
    4,
    '三会',
    [
      count('quarter', 1, 1, 4, '支部党员大会'),
      count('month', 1, 1, 4, '支委会'),
      count('month', 1, 1, 4, '党小组会', { onlyIf: { field: 'partyGroups', above: 0 } }),
    ],
    { sharedCap: 4 },
  ),
  criterion('2.2', 2, '集中研讨', [
    count('year', 6, 0.5, 2, '集中研讨'),
    { kind: 'per_occurrence', deduct_each: 0.5, cap: 2, unit: '人', condition: '没有发言' },
  ], { sharedCap: 2 }),
  criterion('3.1', 1, '年度计划', [award(1)], {
    suggestedBy: ['计划'],
    evidence: ['年度计划'],
    evidenceAsked: true,
    due: [{ month: 3, label: '定年度计划' }],
  }),
  criterion('3.2', 1, '走访慰问', [award(1)], { suggestedBy: ['走访慰问'], due: [{ day: '重阳' }] }),
  criterion('3.3', 2, '发展教师', [{ kind: 'deduct_if', points: 2, condition: '没有完成' }]),
  criterion('3.4', 4, '组织关系', [{ kind: 'per_occurrence', deduct_each: 1, cap: 4, unit: '人次', condition: '没有及时接转' }]),
  criterion('3.5', 3, '一校一品', [
    { kind: 'tiers', levels: [{ label: '申报', points: 1 }, { label: '省级', points: 3 }], combine: 'max' },
  ]),
  criterion('3.6', 2, '主题教育', [{ kind: 'discretionary', min: 0, max: 2 }]),
  criterion('3.7', 2, '家风读物', [count('year', 2, 1, 2, '家风读物'), { kind: 'na_full', condition: '没有3-6年级' }], {
    proposal: { by: 'no_stage', stage: 'primary' },
    evidence: ['总结', '照片'],
    evidenceAsked: true,
  }),
]
const itemPoints = [10, 6, 15]
const parsed = parseForm({
  id: 'plan-form',
  title: '小表',
  edition: '2022',
  columns: ['细则'],
  total: 31,
  sections: [{ no: 1, name: '一', points: 31, items: [1, 2, 3] }],
  items: itemPoints.map((points, index) => ({ no: index + 1, section: 1, points, duty: '', clause: '细则' })),
  criteria,
})
if (!parsed.ok) throw new Error(JSON.stringify(parsed.findings))
const { form } = parsed

const unit: UnitProfile = { stages: ['primary'], partyGroups: 0 }
const entry = (happenedOn: string, ...countsAs: readonly string[]): Entry => ({
  id: `${happenedOn}${countsAs.join('')}`,
  countsAs,
  title: countsAs.join('、'),
  happenedOn,
  evidence: [],
})
const planOf = (today: string, entries: readonly Entry[], answers: Facts = {}, of: UnitProfile = unit) =>
  plan({ form, entries, facts: { ...factsFromLedger(form, entries, of, 2022), ...answers }, unit: of, year: 2022, today })

test('on new year’s day nothing is lost and everything can be reached', () => {
  const fresh = planOf('2022-01-01', [])
  expect([fresh.lost, fresh.reachable, fresh.full].map(toDecimal)).toEqual([0, 31, 31])
  expect(fresh.missing).toEqual([])
})

test('a month that is over counts as lost, the running month does not', () => {
  const today = planOf('2022-02-28', [entry('2022-01-05', '支委会')])
  expect(today.missing).toMatchObject([
    { criterion: '1.1', period: '1月', count: 1, loses: 1000, kinds: ['集中学习'], repair: 'record_if_held' },
  ])
  expect(toDecimal(today.reachable)).toBe(30)
  expect(toDecimal(today.full)).toBe(31)
})

test('a surplus in one month repairs no other', () => {
  const entries = [entry('2022-02-01', '集中学习'), entry('2022-02-15', '集中学习'), entry('2022-01-05', '支委会')]
  expect(planOf('2022-02-20', entries).missing).toMatchObject([{ criterion: '1.1', period: '1月' }])
})

test('a yearly count is lost only where the days left cannot make it', () => {
  const lostOn = (today: string) => planOf(today, []).missing.find((one) => one.criterion === '1.4')
  expect(lostOn('2022-12-28')).toBeUndefined()
  expect(lostOn('2022-12-30')).toMatchObject({ count: 2, loses: 2000, period: '全年' })
  expect(lostOn('2023-01-01')).toMatchObject({ count: 4, loses: 2000 })
})

test('what is missing beyond a cap loses nothing more, and parts share their cap', () => {
  const late = planOf('2022-10-01', [])
  const of = (id: string) => late.missing.filter((one) => one.criterion === id)
  expect(of('1.1')).toHaveLength(9)
  expect(toDecimal(sum(of('1.1').map((one) => one.loses)))).toBe(3)
  expect(toDecimal(sum(of('2.1').map((one) => one.loses)))).toBe(4)
})

test('this month’s meeting is due with its deadline, what it would cost and what to record', () => {
  const november = planOf('2022-11-24', [])
  expect(november.due.find((one) => one.criterion === '2.1' && one.what === '支委会')).toMatchObject({
    period: '11月',
    deadline: '2022-11-30',
    count: 1,
    certain: true,
    kinds: ['支委会'],
  })
  const done = planOf('2022-11-24', [entry('2022-11-02', '集中学习')])
  expect(done.due.filter((one) => one.criterion === '1.1')).toEqual([])
  expect(done.upcoming.find((one) => one.criterion === '1.1')).toMatchObject({ period: '12月' })
})

test('a quarter is due in its last two months and upcoming before', () => {
  const quarter = (today: string, list: 'due' | 'upcoming') =>
    planOf(today, [])[list].find((one) => one.criterion === '1.3')
  expect(quarter('2022-10-10', 'due')).toBeUndefined()
  expect(quarter('2022-10-10', 'upcoming')).toMatchObject({ period: '四季度', deadline: '2022-12-31' })
  expect(quarter('2022-11-10', 'due')).toMatchObject({ period: '四季度', loses: 500 })
})

test('a half-year’s meeting is advised for the month that the form names', () => {
  const due = planOf('2022-02-20', []).due.find((one) => one.criterion === '1.2')
  expect(due).toMatchObject({ period: '上半年', deadline: '2022-06-30', advisedBy: '2022-03-31' })
})

test('a yearly count keeps the form’s fixed days, and what was skipped is caught up with the next', () => {
  const education = (today: string, entries: readonly Entry[]) =>
    [...planOf(today, entries).due, ...planOf(today, entries).upcoming].find((one) => one.criterion === '1.5')
  expect(education('2022-04-15', [])).toMatchObject({ period: '5.10', advisedBy: '2022-05-10', count: 1 })
  expect(education('2022-06-01', [entry('2022-05-10', '廉政教育')])).toMatchObject({ period: '12.9', count: 1 })
  expect(education('2022-06-01', [])).toMatchObject({ period: '12.9', advisedBy: '2022-12-09', count: 2, loses: 2000 })
})

test('without a rhythm of the form a yearly count is paced evenly', () => {
  const talks = (entries: readonly Entry[]) => planOf('2022-03-05', entries).due.find((one) => one.criterion === '2.2')
  expect(talks([entry('2022-02-10', '集中研讨')])).toMatchObject({ period: '全年', advisedBy: '2022-04-30', count: 1 })
})

test('a yearly count that fell behind its pace is due at once', () => {
  const lessons = (today: string) => planOf(today, []).due.find((one) => one.criterion === '1.4')
  expect(lessons('2022-01-20')).toBeUndefined()
  expect(lessons('2022-02-20')).toMatchObject({ period: '一季度', count: 1 })
  expect(lessons('2022-04-05')).toMatchObject({ period: '二季度', advisedBy: '2022-06-30', count: 2 })
})

test('a plan of the year is due in March, is done by an entry of January, and stays due when March is over', () => {
  const annual = (today: string, entries: readonly Entry[]) =>
    planOf(today, entries).due.find((one) => one.criterion === '3.1')
  expect(annual('2022-03-05', [])).toMatchObject({
    what: '定年度计划',
    advisedBy: '2022-03-31',
    deadline: '2022-12-31',
    loses: 1000,
    certain: false,
    kinds: ['计划'],
  })
  expect(annual('2022-03-05', [entry('2022-01-20', '计划')])).toBeUndefined()
  expect(annual('2022-05-05', [])?.advisedBy).toBeUndefined()
  expect(planOf('2022-03-05', [], { '3.1': true }).due.find((one) => one.criterion === '3.1')).toBeUndefined()
})

test('重阳 falls on its lunar day', () => {
  const feast = (today: string) => planOf(today, []).due.find((one) => one.criterion === '3.2')
  expect(feast('2022-09-10')).toMatchObject({ period: '重阳', deadline: '2022-10-04' })
  expect(feast('2022-10-05')).toBeUndefined()
})

test('an answer of no can still change, a fault that was found is lost for good', () => {
  const answered = planOf('2022-01-10', [], { '3.1': false, '3.4': 2 })
  expect(answered.missing).toMatchObject([
    { criterion: '3.4', loses: 2000, repair: 'none' },
    { criterion: '3.1', loses: 1000, repair: 'answer_if_changed' },
  ])
  expect([answered.lost, answered.reachable, answered.full].map(toDecimal)).toEqual([3, 28, 29])
})

test('what looks inapplicable is asked and not counted as lost, and an answer settles it', () => {
  const kindergarten: UnitProfile = { stages: ['kindergarten'] }
  const open = planOf('2023-01-05', [], {}, kindergarten)
  expect(open.missing.some((one) => one.criterion === '3.7')).toBe(false)
  expect(open.unanswered.map((one) => one.criterion)).toContain('3.7')
  const settled = planOf('2023-01-05', [], { '3.7': { applicable: false } }, kindergarten)
  expect(settled.unanswered.map((one) => one.criterion)).not.toContain('3.7')
  expect(settled.missing.some((one) => one.criterion === '3.7')).toBe(false)
})

test('a bare number for the year is held against what the months left can still make', () => {
  const by = (today: string, number: number) =>
    planOf(today, [], { '1.1': number }).missing.find((one) => one.criterion === '1.1')
  expect(by('2022-11-24', 10)).toBeUndefined()
  expect(by('2022-11-24', 9)).toMatchObject({ period: '全年', count: 1, loses: 1000 })
  expect(by('2023-01-01', 10)).toMatchObject({ count: 2, loses: 2000 })
})

test('papers are lacking where the clause asks for them: an entry without any, or a yes without an entry', () => {
  const reference: Entry = { ...entry('2022-03-01', '计划'), evidence: [{ reference: '记录本P21' }] }
  expect(planOf('2022-03-05', [reference], { '3.1': true }).lackingEvidence).toEqual([])
  expect(planOf('2022-03-05', [entry('2022-03-01', '计划')]).lackingEvidence).toMatchObject([
    { criterion: '3.1', asks: ['年度计划'], entry: { happenedOn: '2022-03-01' } },
  ])
  const saidYes = planOf('2022-03-05', [], { '3.1': true }).lackingEvidence
  expect(saidYes).toMatchObject([{ criterion: '3.1', kind: '计划' }])
  expect(saidYes[0]?.entry).toBeUndefined()
})

const kinds = ['集中学习', '专题会议', '意识形态研判', '党课', '廉政教育', '支部党员大会', '支委会', '党小组会', '集中研讨', '家风读物']
const day = fc.integer({ min: 0, max: 364 }).map((ahead) => addDays('2022-01-01', ahead))
const entries = fc.array(
  fc.tuple(day, fc.subarray(kinds, { minLength: 1 })).map(([on, all]) => entry(on, ...all)),
  { maxLength: 60 },
)
const answers = fc.record({
  '2.2.b': fc.nat(6),
  '3.1': fc.boolean(),
  '3.2': fc.boolean(),
  '3.3': fc.boolean(),
  '3.4': fc.nat(6),
  '3.5': fc.constantFrom('申报', '省级', null),
  '3.6': fc.nat(4).map((half) => half / 2),
})
const units = fc.record({ stages: fc.constant(['primary'] as const), partyGroups: fc.nat(2) })

test('when the year is over and all is answered, the plan and the score agree to the last half point', () => {
  fc.assert(
    fc.property(entries, answers, units, (all, given, of) => {
      const facts = { ...factsFromLedger(form, all, of, 2022), ...given }
      const after = plan({ form, entries: all, facts, unit: of, year: 2022, today: '2023-01-01' })
      expect(after.unanswered).toEqual([])
      expect(after.reachable).toBe(scoreForm(form, { year: 2022, unit: of, facts }).total)
      expect(after.due).toEqual([])
    }),
  )
})

test('what is lost is the sum of what is missing; it never shrinks as days pass and never grows with one more record', () => {
  fc.assert(
    fc.property(entries, answers, units, day, fc.nat(90), fc.constantFrom(...kinds), (all, given, of, today, later, kind) => {
      const on = (when: string, held: readonly Entry[]) => planOf(when, held, given, of)
      const now = on(today, all)
      expect(sum(now.missing.map((one) => one.loses))).toBe(now.lost)
      expect(now.missing.every((one) => one.loses >= 0)).toBe(true)
      expect(now.full).toBeGreaterThanOrEqual(now.reachable)
      expect(on(addDays(today, later), all).lost).toBeGreaterThanOrEqual(now.lost)
      expect(on(today, [...all, entry(today, kind)]).lost).toBeLessThanOrEqual(now.lost)
    }),
  )
})

test('what is due lies ahead, asks for at least one, and costs no more than its criterion', () => {
  fc.assert(
    fc.property(entries, day, (all, today) => {
      const { due, upcoming } = planOf(today, all)
      for (const one of [...due, ...upcoming]) {
        expect(one.deadline >= today && (one.advisedBy ?? today) >= today).toBe(true)
        expect(one.count).toBeGreaterThan(0)
        expect(toDecimal(one.loses)).toBeLessThanOrEqual(form.criteria.find((of) => of.id === one.criterion)?.points ?? 0)
      }
    }),
  )
})

test('a condition that takes the whole item, or everything, takes what is left of it', () => {
  const of = (kind: string) =>
    parseForm({
      ...form,
      id: 'with-fatal',
      total: 4,
      sections: [{ no: 1, name: '一', points: 4, items: [1, 2] }],
      items: [1, 2].map((no) => ({ no, section: 1, points: 2, duty: '', clause: '细则' })),
      criteria: [
        criterion('1.1', 1, '有', [award(1)]),
        criterion('1.2', 1, '弄虚作假', [{ kind, condition: '弄虚作假' }]),
        criterion('2.1', 2, '有', [award(2)]),
      ],
    })
  for (const [kind, total] of [['zero_if', 2], ['veto', 0]] as const) {
    const read = of(kind)
    if (!read.ok) throw new Error('form not read')
    const facts = { '1.1': false, '1.2': true, '2.1': true }
    const input = { form: read.form, entries: [], facts, unit: {}, year: 2022, today: '2022-06-01' }
    expect(toDecimal(plan(input).reachable)).toBe(total)
    expect(plan(input).reachable).toBe(scoreForm(read.form, { year: 2022, unit: {}, facts }).total)
  }
})

test('a mark that a person set is what the criterion has: its count asks nothing more, and the rest is lost for good', () => {
  const input = { form, entries: [], facts: {}, unit: {}, year: 2022, today: '2022-12-31' } as const
  const before = plan(input)
  const after = plan({ ...input, ownMarks: new Map([['1.1', toPoints(2.5)], ['1.5', toPoints(2)]]) })
  const own = after.missing.filter((one) => one.criterion === '1.1')
  expect(own.map(({ key, loses, repair }) => [key, toDecimal(loses), repair])).toEqual([['1.1', 0.5, 'none']])
  expect([...after.missing, ...after.due, ...after.upcoming, ...after.unanswered].filter((one) => one.criterion === '1.5')).toEqual([])
  expect(toDecimal(after.lost)).toBeLessThan(toDecimal(before.lost))
  expect(after.full).toBe(subtract(toPoints(form.total), toPoints(0.5)))
})
