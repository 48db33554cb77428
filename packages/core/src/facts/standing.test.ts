import { expect, test } from 'vitest'
import type { Criterion, Form } from '../form/form.ts'
import type { EntryKind } from '../ledger/entry-kind.ts'
import { standingKeys, standingKindsOf, usuallyHolds } from './standing.ts'

const bare = { item: 1, points: 1, source: '', suggestedBy: [], evidence: [], evidenceAsked: false, due: [] } as const
const yes = { kind: 'award', points: 1, condition: '有', fedBy: [] } as const
const monthly = { kind: 'shortfall', required: { count: 1, per: 'month' }, deduct_each: 1, what: '学习', fedBy: ['集中学习'] } as const
const naFull = { kind: 'na_full', condition: '没有离退休教师党组织', fedBy: [] } as const

const criteria: readonly Criterion[] = [
  { ...bare, id: '1.1', title: '议事规则', parts: [yes], suggestedBy: ['制度制定'] },
  { ...bare, id: '1.2', title: '计划', parts: [yes], suggestedBy: ['计划'] },
  { ...bare, id: '2.1', title: '学习', parts: [yes, monthly], suggestedBy: ['制度制定'] },
  { ...bare, id: '3.1', title: '设置', parts: [yes], proposal: { by: 'party_organization' } },
  { ...bare, id: '3.2', title: '经费', parts: [yes], proposal: { by: 'budget_per_member', yuan: 500 } },
  { ...bare, id: '4.1', title: '离退休', parts: [yes, naFull], proposal: { by: 'no_retired_organization' } },
]
const form: Form = {
  id: 'f', title: '', titleLines: [], edition: '', heading: '', unitLine: '', dateLine: '', columns: [], totalRow: '',
  signatureLine: '', total: 6, sections: [], items: [], criteria,
}
const kind = (name: string, standing?: true): EntryKind => ({ name, group: '', goesWith: [], alsoCalled: [], ...(standing && { standing }) })
const kinds = [kind('制度制定', true), kind('计划'), kind('集中学习', true)]

test('what is set up, written down or does not apply is asked again; the counts and figures of a year are not', () => {
  expect(standingKeys(form, kinds).map(({ key }) => key)).toEqual(['1.1', '2.1.a', '3.1', '4.1'])
})

test('only what was there, or did not apply, is asked about as still true', () => {
  expect([true, { applicable: false }].map(usuallyHolds)).toEqual([true, true])
  expect([false, null, undefined, 3, '优', ['2026-01-01'], { applicable: true }].map(usuallyHolds)).toEqual(Array(7).fill(false))
})

test('an entry goes on only as the kinds that stand and that no count of the form would take', () => {
  expect(standingKindsOf(form, {}, ['计划', '制度制定', '集中学习'], kinds)).toEqual(['制度制定'])
})
