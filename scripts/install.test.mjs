import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { listMissing } from './install.mjs'
import { isNewEnough } from './runtime.mjs'

let clone = ''

/** @param {string} file @param {Record<string, object>} packages */
const put = (file, packages) => writeFileSync(join(clone, file), JSON.stringify({ packages }))

beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), 'zicha-clone-'))
  put('package-lock.json', { '': {}, 'node_modules/a': { version: '1.0.0' }, 'node_modules/for-another-system': { version: '1.0.0', optional: true } })
})

afterEach(() => rmSync(clone, { recursive: true, force: true }))

test('in a fresh clone everything is missing but what is optional', () => {
  expect(listMissing(clone)).toEqual(['node_modules/a'])
})

test('what is installed as the lock file says is not installed again', () => {
  mkdirSync(join(clone, 'node_modules', 'a'), { recursive: true })
  put('node_modules/.package-lock.json', { 'node_modules/a': { version: '1.0.0' } })
  expect(listMissing(clone)).toEqual([])
})

test('an older version than the lock file names is missing', () => {
  mkdirSync(join(clone, 'node_modules', 'a'), { recursive: true })
  put('node_modules/.package-lock.json', { 'node_modules/a': { version: '0.9.0' } })
  expect(listMissing(clone)).toEqual(['node_modules/a'])
})

test('a package that was deleted by hand is missing', () => {
  mkdirSync(join(clone, 'node_modules'))
  put('node_modules/.package-lock.json', { 'node_modules/a': { version: '1.0.0' } })
  expect(listMissing(clone)).toEqual(['node_modules/a'])
})

test.each([
  ['v20.20.2', false],
  ['22.17.9', false],
  ['22.18.0', true],
  ['24.0.0', true],
])('Node %s runs the sources without a build: %s', (version, enough) => {
  expect(isNewEnough(version)).toBe(enough)
})
