import { expect, test } from 'vitest'
import { mayEdit, next, stages, stepsFrom, type Role } from './stage.ts'

const roles: readonly Role[] = ['clerk', 'secretary', 'inspector', 'bureau', 'city', 'admin']

/** By hand: `from>to` and who may do it with a reason given. Everything else must be refused. */
const allowed: Readonly<Record<string, readonly Role[]>> = {
  'draft>submitted': ['secretary'],
  'returned>submitted': ['secretary'],
  'submitted>returned': ['bureau'],
  'submitted>inspecting': ['bureau', 'inspector'],
  'inspecting>inspected': ['bureau', 'inspector'],
  'inspecting>returned': ['bureau'],
  'inspected>inspecting': ['bureau'],
  'inspected>signed': ['secretary'],
  'signed>frozen': ['bureau'],
}

test('every stage, role and target is allowed or refused as the table says', () => {
  for (const from of stages) {
    for (const to of stages) {
      for (const role of roles) {
        const answer = next(from, role, to, '第5条请补一份记录')
        const may = allowed[`${from}>${to}`]?.includes(role) === true
        expect(typeof answer === 'string', `${from} > ${to} by ${role}`).toBe(may)
        if (may) expect(answer).toBe(to)
      }
    }
  }
})

test('a return, and an inspection opened again, need a reason that is more than blanks', () => {
  for (const [from, to] of [['submitted', 'returned'], ['inspecting', 'returned'], ['inspected', 'inspecting']] as const) {
    expect(next(from, 'bureau', to)).toMatchObject({ code: 'assessment.reason_needed' })
    expect(next(from, 'bureau', to, '  ')).toMatchObject({ code: 'assessment.reason_needed' })
  }
})

test('a clerk who submits is told whose step it is, and a frozen table where to turn', () => {
  expect(next('draft', 'clerk', 'submitted')).toMatchObject({
    code: 'assessment.not_your_step',
    message: '这一步由书记来做，现在用的是党务干部账号。',
  })
  expect(next('frozen', 'bureau', 'returned')).toMatchObject({
    code: 'assessment.stage_not_possible',
    message: '这份自查表现在是“已定稿”，不能改为“已退回”。不能再改，有不同意见请提异议。',
  })
})

test('only a draft and a returned table may be edited', () => {
  expect(stages.filter(mayEdit)).toEqual(['draft', 'returned'])
})

test('a bureau sees at a submitted table that it may return it or begin the inspection', () => {
  expect(stepsFrom('submitted', 'bureau').map((step) => step.to)).toEqual(['returned', 'inspecting'])
  expect(stepsFrom('submitted', 'admin')).toEqual([])
})
