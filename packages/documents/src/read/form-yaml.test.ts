import { expect, test } from 'vitest'
import { readEntryKinds, readForm } from './form-yaml.ts'

test('a form file with an open bracket is refused with its line', () => {
  const read = readForm('id: a\ncolumns: [b\n')
  expect(read).toMatchObject({ ok: false, findings: [{ code: 'form.yaml_not_readable' }] })
  expect(read.findings[0]?.where).toMatch(/^第\d+行$/)
})

test('the same member written twice is refused', () => {
  expect(readForm('id: a\nid: b\n')).toMatchObject({ ok: false, findings: [{ where: '第2行' }] })
})

test('aliases are refused, so that a small file cannot grow large', () => {
  expect(readForm('a: &a [1]\nb: *a\n')).toMatchObject({ ok: false, findings: [{ code: 'form.yaml_not_readable' }] })
})

test('an empty file is a form with nothing in it', () => {
  expect(readForm('').ok).toBe(false)
})

test('entry kinds get their defaults, and a companion that does not exist is named', () => {
  expect(readEntryKinds('kinds:\n- {name: 党课, group: 组织生活}\n')).toEqual({
    ok: true,
    kinds: [{ name: '党课', group: '组织生活', goesWith: [], alsoCalled: [] }],
    findings: [],
  })
  const read = readEntryKinds('kinds:\n- {name: 党课, group: 组织生活, goesWith: [游园]}\n')
  expect(read.findings[0]?.message).toContain('游园')
})
