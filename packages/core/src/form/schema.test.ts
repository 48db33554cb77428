import { expect, test } from 'vitest'
import { parseForm } from './schema.ts'

const small = () => ({
  id: 'small-2026',
  title: '小表',
  edition: '2026',
  columns: ['责任', '细则'],
  total: 2,
  sections: [{ no: 1, name: '学习', points: 2, items: [1] }],
  items: [{ no: 1, section: 1, points: 2, duty: '每月学习。（2分）', clause: '每月学习得2分，少一次扣0.5分。' }],
  criteria: [
    {
      id: '1.1',
      points: 2,
      title: '学习',
      source: '每月学习得2分，少一次扣0.5分',
      parts: [{ kind: 'shortfall', required: { count: 1, per: 'month' }, deduct_each: 0.5, what: '学习' }],
    },
  ] as Record<string, unknown>[],
})

const faultsOf = (value: unknown) => parseForm(value).findings.map((finding) => finding.where)

test('a form without the optional members gets their defaults', () => {
  const parsed = parseForm(small())
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.findings))
  const criterion = parsed.form.criteria[0]
  expect(criterion).toMatchObject({ item: 1, suggestedBy: [], evidence: [], evidenceAsked: false, due: [] })
  expect(criterion?.parts[0]?.fedBy).toEqual([])
  expect(parsed.form.titleLines).toEqual(['小表'])
})

test('a form that was read once is read again to the same form', () => {
  const once = parseForm(small())
  if (!once.ok) throw new Error('not read')
  expect(parseForm(once.form)).toEqual(once)
})

test('a member that nobody knows is refused with its place and name', () => {
  const form = small()
  form.criteria[0] = { ...form.criteria[0], ponits: 2 }
  expect(parseForm(form).findings).toMatchObject([
    { code: 'form.unknown_member', where: 'criteria[0]', message: expect.stringContaining('ponits') },
  ])
})

test('points with more than three decimals, or below 0, are refused', () => {
  expect(faultsOf({ ...small(), total: 2.0001 })).toEqual(['total'])
  expect(faultsOf({ ...small(), total: -1 })).toEqual(['total'])
})

test('only a shortfall may be fed by the ledger', () => {
  const form = small()
  form.criteria[0] = { ...form.criteria[0], parts: [{ kind: 'award', points: 2, condition: '有', fedBy: ['党课'] }] }
  expect(faultsOf(form)).toEqual(['criteria[0].parts[0].fedBy'])
})

test('a kind of rule that does not exist, a repeated criterion and a criterion of no item are all named at once', () => {
  const form = small()
  form.criteria.push({ ...form.criteria[0] }, { ...form.criteria[0], id: '7.1' })
  expect(faultsOf(form)).toEqual(['criteria', 'criteria[2].id'])
  form.criteria[0] = { ...form.criteria[0], parts: [{ kind: 'guess', points: 1 }] }
  expect(faultsOf(form)).toEqual(['criteria[0].parts[0].kind'])
})

test('what is no object at all is a finding and not an exception', () => {
  for (const value of [null, undefined, 3, 'form', []]) expect(parseForm(value).ok).toBe(false)
})
