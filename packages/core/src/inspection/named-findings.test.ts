import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arbitraryAnswers } from '../facts/facts.arbitrary.ts'
import { askedParts } from '../facts/fact-keys.ts'
import type { Form } from '../form/form.ts'
import { parseForm } from '../form/schema.ts'
import { add, least, subtract, sum, times, toDecimal, toPoints, zero, type Points } from '../points.ts'
import { ruleOf } from '../rule/rule.ts'
import { compileForm, markForm } from '../score/score-form.ts'
import type { ScoreInput } from '../score/score-criterion.ts'
import { readFindings, sayFindings, sayTakes } from './finding-words.ts'
import { namedFindings, type NamedFinding } from './named-findings.ts'
import { reckonFindings, type ChosenFinding, type HeldSheet } from './reckon-findings.ts'

const parsed = parseForm({
  id: 'four',
  title: '小表',
  edition: '2022',
  columns: ['细则'],
  total: 19,
  sections: [{ no: 1, name: '一', points: 19, items: [5, 14, 18, 24] }],
  items: [
    { no: 5, section: 1, points: 5, duty: '', clause: '有计划得1分；每月学习得4分，少一次扣1分。' },
    { no: 14, section: 1, points: 4, duty: '', clause: '发现1人次扣1分。弄虚作假不得分。' },
    { no: 18, section: 1, points: 7, duty: '', clause: '三会一课少一次扣1分，扣完4分为止；党课少一次扣1分，扣完2分为止；评议得1分。' },
    { no: 24, section: 1, points: 3, duty: '', clause: '申报得1分，省级得3分。' },
  ],
  criteria: [
    { id: '5.1', points: 1, title: '学习计划', source: '有计划得1分', parts: [{ kind: 'award', points: 1, condition: '有计划' }] },
    {
      id: '5.2',
      points: 4,
      title: '集中学习',
      source: '每月学习得4分，少一次扣1分',
      parts: [
        { kind: 'shortfall', required: { count: 1, per: 'month' }, deduct_each: 1, cap: 4, what: '集中学习' },
        {
          kind: 'shortfall',
          required: { count: 1, per: 'month' },
          deduct_each: 1,
          what: '党小组会',
          onlyIf: { field: 'partyGroups', above: 0 },
        },
      ],
    },
    {
      id: '14.1',
      points: 4,
      title: '组织关系',
      source: '发现1人次扣1分',
      parts: [
        { kind: 'per_occurrence', deduct_each: 1, cap: 4, unit: '人次', condition: '没有及时接转组织关系' },
        { kind: 'zero_if', condition: '弄虚作假' },
      ],
    },
    {
      id: '18.1',
      points: 4,
      title: '三会一课',
      source: '三会一课少一次扣1分，扣完4分为止',
      sharedCap: 4,
      parts: [
        { kind: 'shortfall', required: { count: 1, per: 'quarter' }, deduct_each: 1, cap: 4, what: '支部党员大会' },
        { kind: 'shortfall', required: { count: 1, per: 'month' }, deduct_each: 1, cap: 4, what: '支委会' },
      ],
    },
    {
      id: '18.2',
      points: 2,
      title: '党课',
      source: '党课少一次扣1分，扣完2分为止',
      parts: [{ kind: 'shortfall', required: { count: 1, per: 'quarter' }, deduct_each: 1, cap: 2, what: '党课' }],
    },
    { id: '18.3', points: 1, title: '民主评议', source: '评议得1分', parts: [{ kind: 'award', points: 1, condition: '评议' }] },
    {
      id: '24.1',
      points: 3,
      title: '一校一品',
      source: '申报得1分，省级得3分',
      parts: [{ kind: 'tiers', levels: [{ label: '申报', points: 1 }, { label: '省级', points: 3 }], combine: 'max' }],
    },
  ],
})
if (!parsed.ok) throw new Error(JSON.stringify(parsed.findings))
const { form } = parsed

/** The sheet that answers give, with own marks over some criteria. */
const sheetOf = (of: Form, input: ScoreInput, own: Readonly<Record<string, Points>> = {}): HeldSheet => {
  const marks = markForm(compileForm(of), input).criteria
  return { ...input, held: Object.fromEntries(of.criteria.map(({ id }, index) => [id, own[id] ?? marks[index] ?? zero])) }
}
const heldOf = (of: Form, no: number, sheet: HeldSheet, but?: string): Points =>
  sum(of.criteria.filter(({ item, id }) => item === no && id !== but).map(({ id }) => sheet.held[id] ?? zero))

const full = { '5.1': true, '5.2.a': 12, '14.1.a': 0, '14.1.b': false, '18.1.a': 4, '18.1.b': 12, '18.2': 4, '18.3': true, '24.1': '省级' }
/** The score of an item where things were found, of labels and how often, on a sheet that answers so. */
const found = (no: number, facts: object, times: Readonly<Record<string, number>>, own: Readonly<Record<string, Points>> = {}) => {
  const sheet = sheetOf(form, { year: 2022, unit: {}, facts: { ...full, ...facts } }, own)
  const chosen = namedFindings(form, no).flatMap((finding): readonly ChosenFinding[] => {
    const count = times[finding.label] ?? 0
    return count === 0 ? [] : [{ finding, count }]
  })
  const from = heldOf(form, no, sheet)
  const { score, taken } = reckonFindings(form, no, from, sheet, chosen)
  const takes = sayTakes(form, no, from, sheet, chosen)
  const labelled = namedFindings(form, no).flatMap(({ id, label }) => (takes.has(id) ? [[label, takes.get(id)]] : []))
  return { score: toDecimal(score), reason: sayFindings(chosen, taken), takes: Object.fromEntries(labelled) }
}

test('findings are named by the rule with what the clause takes, and only for what the unit is asked', () => {
  expect(namedFindings(form, 5).map((one) => one.sentence)).toEqual([
    '“学习计划”没有做到，扣1分',
    '集中学习缺1次，扣1分',
    '记录不全',
    '日期不符',
    '与事实不符',
  ])
  expect(namedFindings(form, 5, { partyGroups: 2 }).map((one) => one.label)).toContain('党小组会缺1次')
  expect(namedFindings(form, 14)[0]?.sentence).toBe('没有及时接转组织关系1人次，扣1分')
  expect(namedFindings(form, 24).slice(0, 2).map((one) => one.sentence)).toEqual(['只到“申报”，扣2分', '一级也没有达到，扣3分'])
})

test('findings take what the clause says of each criterion, its points at most, and the reason says how many', () => {
  expect(found(5, {}, { 集中学习缺1次: 2 })).toMatchObject({ score: 3, reason: '集中学习缺2次，扣2分' })
  expect(found(5, {}, { 集中学习缺1次: 9 })).toMatchObject({ score: 1, reason: '集中学习缺9次，扣4分' })
  expect(found(5, { '5.2.a': 9 }, { 集中学习缺1次: 3 })).toMatchObject({ score: 1, reason: '集中学习缺3次，扣1分' })
})

test('a cap shared by parts counts what the sheet has lost: found again it costs nothing, and that is said', () => {
  const spent = { '18.1.a': 3, '18.1.b': 9, '18.2': 3 }
  expect(found(18, spent, {})).toMatchObject({ score: 2 })
  for (const count of [1, 2, 3, 4]) {
    expect(found(18, spent, { 支委会缺1次: count })).toMatchObject({ score: 2, reason: `支委会缺${count}次，已扣完，不再扣` })
  }
  expect(found(18, { ...spent, '18.1.b': 10 }, { 支委会缺1次: 3 })).toMatchObject({ score: 2, reason: '支委会缺3次，扣1分' })
  expect(found(18, spent, { 支委会缺1次: 4, 党课缺1次: 3 })).toMatchObject({
    score: 1,
    reason: '支委会缺4次，已扣完，不再扣；党课缺3次，扣1分',
    takes: { 支部党员大会缺1次: '已扣完，不再扣', 支委会缺1次: '已扣完，不再扣', 党课缺1次: '共扣1分，已扣完', '“民主评议”没有做到': '扣1分' },
  })
})

test('what is not done by the sheet already is not taken again, and a level is what is reached in all', () => {
  expect(found(18, { '18.3': false }, { '“民主评议”没有做到': 1 })).toMatchObject({ score: 6, reason: '“民主评议”没有做到，已扣完，不再扣' })
  expect(found(24, { '24.1': '申报' }, { '只到“申报”': 1 })).toMatchObject({ score: 1 })
  expect(found(24, { '24.1': '申报' }, { '只到“申报”': 1, 一级也没有达到: 1 })).toMatchObject({ score: 0 })
  expect(found(24, {}, { '只到“申报”': 1, 一级也没有达到: 1 }).reason).toBe('只到“申报”，扣2分；一级也没有达到，扣1分')
})

test('an own mark of the school is what a criterion holds', () => {
  const half = { '18.2': toPoints(0.5) }
  expect(found(18, {}, {}, half).takes).toMatchObject({ 党课缺1次: '每次扣1分，只剩0.5分可扣' })
  expect(found(18, {}, { 党课缺1次: 1 }, half)).toMatchObject({ score: 5, reason: '党课缺1次，扣0.5分' })
  expect(found(18, { '18.2': 2 }, { 党课缺1次: 1 }, { '18.2': toPoints(2) })).toMatchObject({ score: 6 })
})

test('a case for which the clause gives the whole item nothing empties it', () => {
  expect(found(14, {}, {}).takes).toMatchObject({ 弄虚作假: '本条不得分' })
  expect(found(14, {}, { 弄虚作假: 1 })).toMatchObject({ score: 0, reason: '弄虚作假，扣4分' })
})

const arbitraryCase = arbitraryAnswers.chain(({ form: of, input }) => {
  const offered = of.items.flatMap(({ no }) => namedFindings(of, no, input.unit).map((finding) => ({ no, finding })))
  return fc
    .tuple(
      fc.constantFrom(...offered),
      fc.array(fc.tuple(fc.constantFrom(...offered), fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 40 })), { maxLength: 6 }),
      fc.dictionary(fc.constantFrom(...of.criteria.map(({ id }) => id)), fc.integer({ min: 0, max: 6 }), { maxKeys: 2 }),
    )
    .map(([one, others, own]) => {
      const marks = of.criteria.flatMap(({ id, points }) =>
        own[id] === undefined ? [] : [[id, toPoints(Math.min(own[id] / 2, points))] as const],
      )
      const sheet = sheetOf(of, input, Object.fromEntries(marks))
      const chosen = others
        .filter((other, index) => other[0].no === one.no && others.findIndex(([{ finding }]) => finding === other[0].finding) === index)
        .map(([{ finding }, count, tenths]) => choose(finding, count, tenths))
      return { of, no: one.no, sheet, own: Object.fromEntries(marks), from: heldOf(of, one.no, sheet), finding: one.finding, chosen }
    })
})
const choose = (finding: NamedFinding, count: number, tenths: number): ChosenFinding => ({
  finding,
  count: finding.repeatable ? count : 1,
  ...(finding.deducts === undefined ? { deducts: toPoints(tenths / 10) } : {}),
})
const more = (finding: NamedFinding): ChosenFinding => choose(finding, 1, 5)

test('findings never lift a score, one more never raises it, and what they took is the difference', () => {
  fc.assert(
    fc.property(arbitraryCase, ({ of, no, sheet, from, finding, chosen }) => {
      const max = toPoints(of.items.find((item) => item.no === no)?.points ?? 0)
      expect(reckonFindings(of, no, from, sheet, []).score).toBe(least(from, max))
      const { score, taken } = reckonFindings(of, no, from, sheet, chosen)
      expect(score).toBeGreaterThanOrEqual(0)
      expect(score).toBeLessThanOrEqual(from)
      expect(taken.every((one) => one >= 0)).toBe(true)
      expect(add(score, sum(taken))).toBe(least(from, max))
      expect(reckonFindings(of, no, from, sheet, [...chosen, more(finding)]).score).toBeLessThanOrEqual(score)
      expect(reckonFindings(of, no, from, sheet, chosen.toReversed()).score).toBe(score)
    }),
  )
})

test('findings of one criterion leave the item what its other criteria hold', () => {
  fc.assert(
    fc.property(arbitraryCase, ({ of, no, sheet, from, finding, chosen }) => {
      const own = [...chosen, more(finding)].filter((one) => one.finding.criterion === finding.criterion && one.finding.effect !== 'empties')
      if (finding.criterion === undefined) return
      const { score } = reckonFindings(of, no, from, sheet, own)
      expect(score).toBeGreaterThanOrEqual(heldOf(of, no, sheet, finding.criterion))
    }),
    { numRuns: 300 },
  )
})

test('findings within what the sheet has spent change nothing', () => {
  let spentOnes = 0
  fc.assert(
    fc.property(arbitraryCase, ({ of, no, sheet, own, from, finding, chosen }) => {
      const criterion = of.criteria.find(({ id }) => id === finding.criterion)
      if (criterion === undefined || own[criterion.id] !== undefined || finding.effect === 'empties') return
      const compiled = compileForm(of).criteria.find((one) => one.criterion === criterion)
      if (compiled === undefined || typeof compiled.mark(sheet) !== 'number') return
      const { place } = compiled
      const asked = askedParts(criterion, sheet.unit)
      const lossOf = (key: string): Points => {
        const part = asked.find((one) => one.key === key)?.part
        return part === undefined ? zero : (ruleOf(part).loss(part, place)(sheet.facts[key], sheet.year) ?? zero)
      }
      const part = asked.find(({ key }) => key === finding.key)?.part
      if (part === undefined) return
      const deducted = sum(asked.filter((one) => ruleOf(one.part).deducts(one.part)).map(({ key }) => lossOf(key)))
      const capSpent = criterion.sharedCap !== undefined && ruleOf(part).deducts(part) && deducted >= toPoints(criterion.sharedCap)
      const isSpent = lossOf(finding.key ?? '') >= ruleOf(part).maximum(part, place) || capSpent || sheet.held[criterion.id] === 0
      if (!isSpent) return
      spentOnes += 1
      const { score } = reckonFindings(of, no, from, sheet, chosen)
      expect(reckonFindings(of, no, from, sheet, [...chosen, more(finding), more(finding)]).score).toBe(score)
    }),
    { numRuns: 600 },
  )
  expect(spentOnes).toBeGreaterThan(30)
})

test('on a sheet that lost nothing a count takes what the clause says, up to its cap', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 1, max: 9 }), (done, count) => {
      const lost = least(times(toPoints(1), 12 - done), toPoints(4))
      const after = least(times(toPoints(1), 12 - done + count), toPoints(4))
      expect(toPoints(found(5, { '5.2.a': done }, { 集中学习缺1次: count }).score)).toBe(subtract(subtract(toPoints(5), lost), subtract(after, lost)))
    }),
  )
})

test('a reason is read back into the findings that made it, and words of one\'s own stay words', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 5, maxLength: 5 }), fc.boolean(), (counts, note) => {
      const findings = namedFindings(form, 18)
      const sheet = sheetOf(form, { year: 2022, unit: {}, facts: { ...full, '18.1.b': 8 } })
      const chosen = findings.flatMap((finding, index): readonly ChosenFinding[] => {
        const count = counts[index] ?? 0
        return count === 0 ? [] : [choose(finding, count, 5)]
      })
      const { taken } = reckonFindings(form, 18, heldOf(form, 18, sheet), sheet, chosen)
      const reason = [sayFindings(chosen, taken), note ? '两本对不上；缺1次签到' : ''].filter((one) => one !== '').join('；')
      const read = readFindings(findings, reason)
      expect(read.besides).toBe(note ? '两本对不上；缺1次签到' : '')
      expect(read.chosen.map((one) => [one.finding.id, one.count])).toEqual(chosen.map((one) => [one.finding.id, one.count]))
    }),
  )
  expect(readFindings(namedFindings(form, 18), '支委会缺1次签到').chosen).toEqual([])
})
