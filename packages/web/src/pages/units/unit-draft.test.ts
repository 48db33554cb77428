import { expect, test } from 'vitest'
import { draftOfUnit, newUnitDraft, unitBodyOf, unitFaults } from './unit-draft.ts'

test('what is left empty is not said', () => {
  const draft = { ...newUnitDraft('yunjiang'), code: 'yucai', name: ' 育才小学 ' }
  expect(unitFaults(draft)).toEqual([])
  expect(unitBodyOf(draft)).toEqual({ name: '育才小学', kind: 'school', parent: 'yunjiang' })
})

test('a unit that was read is saved as it was', () => {
  const unit = {
    code: 'yucai',
    name: '育才小学',
    kind: 'school' as const,
    parent: 'yunjiang',
    ownership: 'public' as const,
    stages: ['primary' as const],
    members: 46,
    partyOrganization: 'branch' as const,
    partyGroups: 0,
    retiredOrganization: false,
  }
  expect(unitBodyOf(draftOfUnit({ ...unit, version: 3 }))).toEqual({ ...unit, code: undefined })
})

test('a code of other letters and a number that is none are named at their fields', () => {
  const faults = unitFaults({ ...newUnitDraft('yunjiang'), code: '育才', name: '育才小学', members: '四十' })
  expect(faults.map(({ field }) => field)).toEqual(['unit-code', 'unit-members'])
})
