import { rules } from '@zicha/core'
import { expect, test } from 'vitest'
import { examples, partIn, rulesPage, writtenPage } from './rules-page.mjs'

test('docs/rules.md says what the rules say: after a change, node scripts/rules-page.mjs', () => {
  expect(writtenPage()).toBe(rulesPage())
})

test('every kind has an example that is read as one', () => {
  for (const kind of /** @type {(keyof typeof rules)[]} */ (Object.keys(rules))) {
    expect(examples[kind].clause).not.toBe('')
    expect(partIn(kind).kind).toBe(kind)
  }
})
