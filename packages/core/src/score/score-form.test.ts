import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkFacts } from '../facts/check-facts.ts'
import { keyedParts } from '../facts/fact-keys.ts'
import type { Facts } from '../facts/facts.ts'
import { arbitraryAnswers, arbitraryDay, arbitraryFacts } from '../facts/facts.arbitrary.ts'
import { arbitraryForm } from '../form/form.arbitrary.ts'
import type { Criterion, Form, FormPart } from '../form/form.ts'
import { toDecimal, toPoints } from '../points.ts'
import type { Part } from '../rule/part.ts'
import { compileForm, markForm, scoreForm, toScoreJson } from './score-form.ts'
import { markMany, scoreMany } from './score-many.ts'

const criterion = (id: string, points: number, parts: readonly Part[], more: Partial<Criterion> = {}): Criterion => ({
  id,
  item: Number(id.split('.')[0]),
  points,
  title: '评分点',
  source: '细则',
  parts: parts.map((part): FormPart => ({ fedBy: [], ...part })),
  suggestedBy: [],
  evidence: [],
  evidenceAsked: false,
  due: [],
  ...more,
})

const formOf = (...criteria: readonly Criterion[]): Form => {
  const items = [...new Set(criteria.map(({ item }) => item))].map((no) => ({
    no,
    section: 1,
    points: criteria.filter(({ item }) => item === no).reduce((all, one) => all + one.points, 0),
    duty: '责任',
    clause: '细则',
  }))
  const total = items.reduce((all, { points }) => all + points, 0)
  return {
    id: 'small',
    title: '自查表',
    titleLines: ['自查表'],
    edition: '2022年版',
    heading: '',
    unitLine: '',
    dateLine: '',
    columns: ['责任'],
    totalRow: '总分',
    signatureLine: '',
    total,
    sections: [{ no: 1, name: '责任', points: total, items: items.map(({ no }) => no) }],
    items,
    criteria,
  }
}

const score = (form: Form, facts: Facts, partyGroups = 0) =>
  toScoreJson(scoreForm(form, { year: 2022, unit: { partyGroups }, facts }))

const award = { kind: 'award', points: 2, condition: '按期换届' } as const
const study = { kind: 'shortfall', required: { count: 1, per: 'month' }, deduct_each: 1, cap: 3, what: '集中学习' } as const
const allYear = Array.from({ length: 12 }, (_, month) => `2022-${String(month + 1).padStart(2, '0')}-10`)

test('the answer has exactly the members of the contract', () => {
  expect(score(formOf(criterion('1.1', 2, [award])), { '1.1': true })).toEqual({
    form: 'small',
    year: 2022,
    total: 2,
    criteria: [{ id: '1.1', score: 2, max: 2, status: 'scored', because: '按期换届，得2分。' }],
    items: [{ no: 1, score: 2, max: 2 }],
    sections: [{ no: 1, score: 2, max: 2 }],
  })
})

test('a tenth and two tenths are three tenths', () => {
  const form = formOf(
    criterion('1.1', 0.1, [{ ...award, points: 0.1 }]),
    criterion('1.2', 0.2, [{ ...award, points: 0.2 }]),
  )
  expect(score(form, { '1.1': true, '1.2': true }).total).toBe(0.3)
})

test('no, nothing said and not applicable are three different things', () => {
  const form = formOf(criterion('1.1', 2, [award, { kind: 'na_full', condition: '没有离退休教师党组织' }]))
  expect(score(form, { '1.1': false }).criteria[0]).toMatchObject({
    score: 0,
    status: 'scored',
    because: '“按期换届”没有做到，失2分，得0分。',
  })
  expect(score(form, {}).criteria[0]).toMatchObject({
    score: 0,
    status: 'unanswered',
    because: '还没有核对“评分点”，先不计分。',
  })
  expect(score(form, { '1.1': { applicable: false } }).criteria[0]).toMatchObject({
    score: 2,
    status: 'not_applicable',
    because: '没有离退休教师党组织，视同符合要求，得2分。',
  })
  expect(score(form, { '1.1': { applicable: true } }).criteria[0]).toMatchObject({ score: 0, status: 'unanswered' })
})

test('not applicable is only for criteria whose clause says so', () => {
  const form = formOf(criterion('1.1', 2, [award]))
  expect(score(form, { '1.1': { applicable: false } }).criteria[0]).toMatchObject({ score: 0, status: 'unanswered' })
})

test('two meetings in March do not make up for a missing one in August', () => {
  const form = formOf(criterion('1.1', 3, [study]))
  const days = allYear.map((day) => (day === '2022-08-10' ? '2022-03-20' : day))
  expect(score(form, { '1.1': days }).criteria[0]).toMatchObject({
    score: 2,
    because: '应12次，实12次，缺8月1次（多的不抵），扣1分，得2分。',
  })
})

test('a whole number is held against the year as a whole', () => {
  const form = formOf(criterion('1.1', 3, [study]))
  expect(score(form, { '1.1': 11 }).criteria[0]).toMatchObject({
    score: 2,
    because: '应12次，实11次，缺1次，扣1分，得2分。',
  })
  expect(score(form, { '1.1': 40 }).total).toBe(3)
})

test('a day outside the year does not count', () => {
  const form = formOf(criterion('1.1', 3, [study]))
  const days = allYear.map((day) => (day === '2022-09-10' ? '2023-09-10' : day))
  expect(score(form, { '1.1': days }).criteria[0]?.because).toBe('应12次，实11次，缺9月1次，扣1分，得2分。')
})

test('parts that share a cap take no more than it together, and the sentence says so', () => {
  const meetings = { ...study, cap: 4, what: '支委会' }
  const assemblies = { ...study, required: { count: 1, per: 'quarter' as const }, cap: 4, what: '党员大会' }
  const form = formOf(criterion('18.1', 4, [assemblies, meetings], { sharedCap: 4 }))
  expect(score(form, { '18.1.a': 1, '18.1.b': 10 }).criteria[0]).toMatchObject({
    score: 0,
    because: '党员大会应4次，实1次，缺3次，扣3分；支委会应12次，实10次，缺2次，扣2分；合计最多扣4分；共得0分。',
  })
  expect(score(form, { '18.1.a': 4, '18.1.b': 11 }).criteria[0]).toMatchObject({ score: 3 })
})

test('a part with a condition on the unit is asked only where the condition holds', () => {
  const groups: FormPart = { ...study, what: '党小组会', fedBy: [], onlyIf: { field: 'partyGroups', above: 0 } }
  const form = formOf({ ...criterion('18.1', 3, [study]), parts: [{ ...study, fedBy: [] }, groups] })
  expect(score(form, { '18.1.a': 12 }, 0).criteria[0]).toMatchObject({ score: 3, status: 'scored' })
  expect(score(form, { '18.1.a': 12 }, 2).criteria[0]).toMatchObject({
    score: 0,
    status: 'unanswered',
    because: '还没有核对“党小组会”，先不计分。',
  })
})

test('a criterion whose every part is for other units is full', () => {
  const form = formOf({
    ...criterion('1.1', 2, []),
    parts: [{ ...award, fedBy: [], onlyIf: { field: 'partyGroups', above: 0 } }],
  })
  expect(score(form, {}).criteria[0]).toMatchObject({ score: 2, status: 'not_applicable' })
})

test('a bonus makes good what was lost and never lifts a criterion above its points', () => {
  const parts = [award, { kind: 'bonus', each: 0.5, condition: '受表彰' }] as const
  const form = formOf(criterion('1.1', 2, parts))
  expect(score(form, { '1.1.a': false, '1.1.b': 1 }).total).toBe(0.5)
  expect(score(form, { '1.1.a': true, '1.1.b': 3 }).total).toBe(2)
})

test('a criterion of bonuses alone begins at nothing', () => {
  const form = formOf(criterion('1.1', 2, [{ kind: 'bonus', points: 2, condition: '受表彰' }]))
  expect(score(form, { '1.1': false }).total).toBe(0)
  expect(score(form, { '1.1': true }).total).toBe(2)
})

test('a zero_if that holds takes the whole item, and each of its criteria says why', () => {
  const form = formOf(
    criterion('1.1', 2, [award]),
    criterion('1.2', 1, [{ kind: 'zero_if', condition: '弄虚作假' }]),
    criterion('2.1', 2, [award]),
  )
  const answer = score(form, { '1.1': true, '1.2': true, '2.1': true })
  expect(answer.items).toEqual([
    { no: 1, score: 0, max: 3 },
    { no: 2, score: 2, max: 2 },
  ])
  expect(answer.criteria.map(({ because }) => because).slice(0, 2)).toEqual([
    '本条有“弄虚作假”的情形，整条不得分，得0分。',
    '有“弄虚作假”的情形，本条不得分，得0分。',
  ])
  expect(score(form, { '1.1': true, '1.2': false, '2.1': true }).total).toBe(5)
})

test('a veto that holds makes the total nothing and leaves the rest readable', () => {
  const form = formOf(criterion('1.1', 2, [award]), criterion('2.1', 1, [{ kind: 'veto', condition: '发生重大事故' }]))
  const answer = score(form, { '1.1': true, '2.1': true })
  expect(answer.total).toBe(0)
  expect(answer.items[0]?.score).toBe(2)
  expect(answer.criteria[1]?.because).toBe('有“发生重大事故”的情形，一票否决，全表计0分，得0分。')
})

test('a criterion without a rule waits for a person', () => {
  expect(score(formOf(criterion('1.1', 2, [])), {}).criteria[0]).toMatchObject({
    status: 'unanswered',
    because: '细则没有写怎么算分，要由人定，先不计分。',
  })
})

test('marks stay between nothing and their maximum, and sums are exact on every level', () => {
  fc.assert(
    fc.property(arbitraryAnswers, ({ form, input }) => {
      const answer = scoreForm(form, input)
      for (const one of [...answer.criteria, ...answer.items, ...answer.sections]) {
        expect(one.score).toBeGreaterThanOrEqual(0)
        expect(one.score).toBeLessThanOrEqual(one.max)
        expect(Number.isInteger(one.score)).toBe(true)
      }
      const plus = (all: readonly { readonly score: number }[]) => all.reduce((sum, one) => sum + one.score, 0)
      expect(plus(answer.items)).toBe(plus(answer.criteria))
      expect(plus(answer.sections)).toBe(plus(answer.items))
      expect([0, plus(answer.sections)]).toContain(answer.total)
    }),
  )
})

test('the sentence ends with the mark that stands beside it', () => {
  fc.assert(
    fc.property(arbitraryAnswers, ({ form, input }) => {
      for (const one of scoreForm(form, input).criteria) {
        expect(one.because).toMatch(one.status === 'unanswered' ? /先不计分。$/ : new RegExp(`得${toDecimal(one.score)}分。$`))
      }
    }),
  )
})

test('the order of days does not matter', () => {
  fc.assert(
    fc.property(arbitraryAnswers, ({ form, input }) => {
      const turned = Object.fromEntries(
        Object.entries(input.facts).map(([key, value]) => [key, Array.isArray(value) ? value.toReversed() : value]),
      )
      expect(markForm(compileForm(form), { ...input, facts: turned })).toEqual(markForm(compileForm(form), input))
    }),
  )
})

const keysOf = (form: Form, ...kinds: readonly string[]): readonly string[] =>
  form.criteria.flatMap((one) => keyedParts(one).flatMap(({ key, part }) => (kinds.includes(part.kind) ? [key] : [])))

test('one more record never lowers a mark', () => {
  fc.assert(
    fc.property(arbitraryAnswers, arbitraryDay(2022), ({ form, input }, day) => {
      const compiled = compileForm(form)
      const before = markForm(compiled, input).total
      for (const key of keysOf(form, 'shortfall')) {
        const value = input.facts[key]
        const more = Array.isArray(value) ? [...value, day] : typeof value === 'number' ? value + 1 : undefined
        if (more === undefined) continue
        const after = markForm(compiled, { ...input, facts: { ...input.facts, [key]: more } }).total
        expect(after).toBeGreaterThanOrEqual(before)
      }
    }),
  )
})

test('one more fault never raises a mark', () => {
  fc.assert(
    fc.property(arbitraryAnswers, ({ form, input }) => {
      const compiled = compileForm(form)
      const before = markForm(compiled, input).total
      for (const key of keysOf(form, 'per_occurrence', 'deduct_if', 'zero_if', 'veto')) {
        const value = input.facts[key]
        const more = typeof value === 'number' ? value + 1 : value === false ? true : undefined
        if (more === undefined) continue
        const after = markForm(compiled, { ...input, facts: { ...input.facts, [key]: more } }).total
        expect(after).toBeLessThanOrEqual(before)
      }
    }),
  )
})

test('a batch is what its units are one by one', () => {
  fc.assert(
    fc.property(
      arbitraryForm.chain((form) => fc.tuple(fc.constant(form), fc.array(arbitraryFacts(form), { maxLength: 5 }))),
      ([form, all]) => {
        const compiled = compileForm(form)
        const inputs = all.map((facts) => ({ year: 2022, unit: {}, facts }))
        expect([...scoreMany(compiled, inputs)]).toEqual(inputs.map((input) => scoreForm(form, input)))
        expect([...markMany(compiled, inputs)]).toEqual(inputs.map((input) => markForm(compileForm(form), input)))
      },
    ),
  )
})

test('marks alone are the marks of the score', () => {
  fc.assert(
    fc.property(arbitraryAnswers, ({ form, input }) => {
      const marks = markForm(compileForm(form), input)
      const answer = scoreForm(form, input)
      expect(marks.total).toBe(answer.total)
      expect(marks.criteria).toEqual(answer.criteria.map((one) => one.score))
      expect(marks.statuses).toEqual(answer.criteria.map((one) => one.status))
      expect(marks.items).toEqual(answer.items.map((one) => one.score))
    }),
  )
})

test('right answers pass the check, and whatever is wrong is never counted', () => {
  fc.assert(
    fc.property(arbitraryAnswers, fc.jsonValue(), ({ form, input }, junk) => {
      const wrong = checkFacts(form, input.facts, input.unit, input.year).filter(({ level }) => level === 'error')
      expect(wrong).toEqual([])
      const facts: Facts = Object.fromEntries(
        form.criteria.flatMap((one) => keyedParts(one).map(({ key }) => [key, JSON.parse(JSON.stringify(junk))])),
      )
      const refused = new Set(checkFacts(form, facts, input.unit, input.year).map(({ where }) => where))
      scoreForm(form, { ...input, facts }).criteria.forEach((one, index) => {
        const own = keyedParts(form.criteria[index] ?? criterion('1.1', 0, []))
        const isDayFault = own.some(({ key, part }) => part.kind === 'shortfall' && Array.isArray(facts[key]))
        if (own.some(({ key }) => refused.has(key)) && !isDayFault) expect(one.status).not.toBe('scored')
      })
    }),
  )
})

test('points of a score are thousandths, and its JSON decimals', () => {
  const form = formOf(criterion('1.1', 2.5, [{ ...award, points: 2.5 }]))
  const answer = scoreForm(form, { year: 2022, unit: {}, facts: { '1.1': true } })
  expect(answer.total).toBe(toPoints(2.5))
  expect(toScoreJson(answer).total).toBe(2.5)
})
