import { stageSteps } from '@zicha/core'
import { expect, test } from 'vitest'
import { roles, stagesPage, writtenPage } from './stages-page.mjs'

test('docs/stages.md says what the table of steps says: after a change, node scripts/stages-page.mjs', () => {
  expect(writtenPage()).toBe(stagesPage())
})

test('the page has a column for every role that a step knows', () => {
  for (const { by } of stageSteps) for (const role of by) expect(roles).toContain(role)
})
