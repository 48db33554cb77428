import { expect, test } from 'vitest'
import type { DraftItem } from '../../../api/form-drafts.ts'
import { changeRow, dropOlderRow, editOf, noEdits, putAwayRow, savedRow, takeUpRow } from './row-edits.ts'
import { startWork } from './row-work.ts'

const row: DraftItem = { no: 1, version: 3, section: 1, duty: '', where: '', clause: '', points: 2, criteria: [], unread: [], open: [], settled: null, leftOut: [] } as unknown as DraftItem
const newer: DraftItem = { ...row, version: 4, points: 3 }
const mine = { ...startWork(row), points: 1 }
const again = { ...startWork(newer), points: 5 }

test('what was changed on a version that others have passed is not shown by itself, and not lost', () => {
  const edits = changeRow(noEdits, row, mine)
  expect(editOf(edits, row)).toMatchObject({ now: { work: mine }, older: undefined })
  expect(editOf(edits, newer)).toEqual({ now: undefined, older: mine })
  expect(editOf(changeRow(edits, newer, again), newer)).toMatchObject({ now: { work: again }, older: mine })
})

test('taken up, the own words stand on the row as it is now; put away, they wait again', () => {
  const taken = takeUpRow(changeRow(noEdits, row, mine), newer)
  expect(editOf(taken, newer)).toEqual({ now: { version: 4, work: mine, taken: true }, older: undefined })
  expect(editOf(putAwayRow(taken, newer), newer)).toEqual({ now: undefined, older: mine })
  const both = takeUpRow(changeRow(changeRow(noEdits, row, mine), newer, again), newer)
  expect(editOf(both, newer)).toMatchObject({ now: { work: mine }, older: again })
  expect(editOf(putAwayRow(both, newer), newer)).toMatchObject({ now: { work: again }, older: mine })
})

test('dropped or saved, only that one goes', () => {
  const both = changeRow(changeRow(noEdits, row, mine), newer, again)
  expect(editOf(dropOlderRow(both, newer), newer)).toMatchObject({ now: { work: again }, older: undefined })
  expect(dropOlderRow(changeRow(noEdits, row, mine), newer)).toEqual({})
  expect(editOf(savedRow(both, newer), { ...newer, version: 5 })).toEqual({ now: undefined, older: mine })
  expect(savedRow(changeRow(noEdits, row, mine), row)).toEqual({})
})

test('what is there by now is not said to be waiting', () => {
  const edits = changeRow(noEdits, row, startWork(newer))
  expect(editOf(edits, newer)).toEqual({ now: undefined, older: undefined })
})
