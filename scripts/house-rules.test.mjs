import { expect, test } from 'vitest'
import { findAddresses, findClocks, findDrawers, findMisspeltKinds, findUnlistedRooms, isShort, listKinds } from './house-rules.mjs'

const part = "import type { AllOrNothing } from './all-or-nothing.ts'\nimport type { Veto } from './veto.ts'\n"
const good = {
  'packages/core/src/rule/part.ts': part,
  'packages/core/src/rule/all-or-nothing.ts': "  readonly kind: 'all_or_nothing'\n",
  'packages/core/src/rule/veto.ts': "  readonly kind: 'veto'\n",
}
/** @param {Record<string, string>} files */
const misspelt = (files) => findMisspeltKinds(Object.keys(files), (file) => files[file] ?? '')

test('the kinds are read from the one file that lists them', () => {
  expect(listKinds(part)).toEqual(['all-or-nothing', 'veto'])
})

test('a kind is spelt one way in data and in file names', () => {
  expect(misspelt(good)).toEqual([])
})

test('a kind without its file is a fault', () => {
  const { 'packages/core/src/rule/veto.ts': _gone, ...rest } = good
  expect(misspelt(rest)).toEqual(['packages/core/src/rule/veto.ts is missing for the kind veto'])
})

test('a file that holds another kind than its name says is a fault', () => {
  expect(misspelt({ ...good, 'packages/core/src/rule/veto.ts': "  readonly kind: 'award'\n" })).toHaveLength(1)
  expect(misspelt({ ...good, 'packages/core/src/rule/rejection.ts': "  readonly kind: 'veto'\n" })).toEqual([
    "packages/core/src/rule/rejection.ts holds the kind 'veto'; it must be named veto.ts",
  ])
})

test('other folders spell a kind as core/rule does, or as a component', () => {
  const recogniser = 'packages/core/src/clause/'
  const input = 'packages/web/src/rule/'
  expect(misspelt({ ...good, [`${recogniser}all-or-nothing.ts`]: '', [`${input}AllOrNothing.tsx`]: '', [`${input}Frame.tsx`]: '' })).toEqual([])
  expect(misspelt({ ...good, [`${recogniser}allOrNothing.ts`]: '' })).toEqual([`${recogniser}allOrNothing.ts is the kind all-or-nothing, spelt otherwise`])
})

test('drawers are refused as folder and as file, and inside longer names they are not', () => {
  expect(findDrawers(['packages/core/src/utils/add.ts', 'packages/web/src/helpers.ts'])).toHaveLength(2)
  expect(findDrawers(['packages/core/src/rule/rule-types-of-old.ts', 'packages/core/src/library/a.ts'])).toEqual([])
})

test('a few long files are borne, many are not', () => {
  expect(isShort([...Array.from({ length: 95 }, () => 100), ...Array.from({ length: 5 }, () => 900)])).toBe(true)
  expect(isShort([...Array.from({ length: 90 }, () => 100), ...Array.from({ length: 10 }, () => 900)])).toBe(false)
})

test('a lock file with download addresses is refused, a link to a folder is not', () => {
  expect(findAddresses('{"resolved": "https://example.org/a.tgz"}')).toHaveLength(1)
  expect(findAddresses('{"resolved": "packages/core"}')).toEqual([])
})

test('a server folder outside the order of the rooms is a fault', () => {
  expect(findUnlistedRooms(['ledger', 'demo', 'attic'], ['ledger'])).toEqual(['packages/server/src/attic stands in no order; add it to rooms.ts'])
})

test('the core may build a day from numbers and may not ask for today', () => {
  const read = (/** @type {string} */ file) => (file.includes('today') ? 'new Date()' : 'new Date(Date.UTC(2022, 0, 1))')
  expect(findClocks(['packages/core/src/today.ts', 'packages/core/src/calendar.ts'], read)).toEqual([
    'packages/core/src/today.ts asks the clock; today is an argument',
  ])
})
