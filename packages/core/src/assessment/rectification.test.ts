import { expect, test } from 'vitest'
import { nextRectification, rectificationStepsFrom, sayRectification } from './rectification.ts'
import type { RectificationState, RectificationStepKind } from './rectification.ts'
import type { Role } from './stage.ts'

const states: readonly RectificationState[] = ['open', 'planned', 'approved', 'reported', 'returned', 'accepted']
const kinds: readonly RectificationStepKind[] = ['plan', 'approve', 'report', 'accept', 'return']
const roles: readonly Role[] = ['clerk', 'secretary', 'inspector', 'bureau', 'city', 'admin']

/** By hand: `from>kind` and who may do it. Everything else must be refused. */
const allowed: Readonly<Record<string, readonly Role[]>> = {
  'open>plan': ['clerk', 'secretary'],
  'planned>plan': ['clerk', 'secretary'],
  'planned>approve': ['secretary'],
  'approved>report': ['clerk', 'secretary'],
  'returned>report': ['clerk', 'secretary'],
  'reported>accept': ['inspector', 'bureau'],
  'reported>return': ['inspector', 'bureau'],
}

test('every state, step and role is allowed or refused as the table says', () => {
  for (const from of states) {
    for (const kind of kinds) {
      for (const role of roles) {
        const may = allowed[`${from}>${kind}`]?.includes(role) === true
        expect(typeof nextRectification(from, role, kind) === 'string', `${from} > ${kind} by ${role}`).toBe(may)
        expect(rectificationStepsFrom(from, role).includes(kind), `${from} > ${kind} by ${role}`).toBe(may)
      }
    }
  }
})

test('a refusal says whose step it is, or where the matter stands', () => {
  expect(nextRectification('reported', 'clerk', 'accept')).toMatchObject({
    code: 'rectification.not_your_step',
    message: '这一步由检查人或教育局来做，现在用的是党务干部账号。',
  })
  expect(nextRectification('accepted', 'secretary', 'report')).toMatchObject({
    code: 'rectification.step_not_possible',
    message: '这件整改现在是“已认可”，走不到这一步，没有改动。',
  })
  expect(sayRectification('returned')).toBe('要再改')
})
