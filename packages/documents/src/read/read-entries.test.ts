import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { documentXml, excelFile, wordFile } from '../testing/office-file.ts'
import { readEntryKinds } from './form-yaml.ts'
import { readEntries } from './read-entries.ts'

const parsed = readEntryKinds(readFileSync(new URL('../../../../forms/entry-kinds.yaml', import.meta.url), 'utf8'))
const kinds = parsed.ok ? parsed.kinds : []

const read = (bytes: Uint8Array) => readEntries(bytes, { year: 2022, kinds, fileName: '活动.xlsx' })
const text = (content: string): Uint8Array => new TextEncoder().encode(content)

/** Milliseconds of work, not of waiting: other work on the machine does not count. */
const busyWith = (work: () => void): number => {
  const before = process.threadCpuUsage()
  work()
  const { user, system } = process.threadCpuUsage(before)
  return (user + system) / 1_000
}

const rows = [['日期', '内容', '人数', '备注'], ...Array.from({ length: 2_000 }, (_, index) => [`${1 + (index % 12)}月${1 + (index % 28)}日`, `支委会，研究第${index}号事项，讨论通过《2022年党建工作计划》`, `应到12实到${index % 12}`, `记录本P${index}`])]

test.each([
  ['Excel', excelFile([{ name: 'a', rows }])],
  ['Word', wordFile([rows])],
  ['text', text(rows.map((row) => row.join('\t')).join('\n'))],
])('two thousand rows of %s are read whole, within a second', (_, bytes) => {
  expect(busyWith(() => expect(read(bytes).entries).toHaveLength(2_000))).toBeLessThan(1_000)
})

test('a broken, locked, huge or disguised file is refused with the sentences of the table reader', () => {
  const code = (bytes: Uint8Array): string => {
    const { entries, findings } = read(bytes)
    expect(entries).toEqual([])
    expect(findings[0]?.level).toBe('error')
    expect(findings[0]?.message).toMatch(/。$/)
    return findings[0]?.code ?? ''
  }
  const locked = new Uint8Array(4_096)
  locked.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  expect(code(locked)).toBe('reading.old_format')
  ;[...'EncryptedPackage'].forEach((char, index) => {
    locked[1_024 + index * 2] = char.charCodeAt(0)
  })
  expect(code(locked)).toBe('reading.encrypted')
  expect(code(new Uint8Array(0))).toBe('reading.empty')
  expect(code(new Uint8Array([0xff, 0xd8, 0xff, 0xe0]))).toBe('reading.picture')
  expect(code(new Uint8Array([0, 1, 2, 3]))).toBe('reading.other_type')
  expect(code(text('<html><body>活动</body></html>'))).toBe('reading.other_type')
  expect(code(text('3.8 支委会\n'.repeat(5_100)))).toBe('reading.too_many_rows')
  expect(code(zipSync({ '[Content_Types].xml': text('spreadsheetml') }))).toBe('reading.missing_part')
  expect(code(wordFile([rows], { more: { 'word/media/a.bin': new Uint8Array(8_000_000) } }))).toBe('reading.too_dense')
  expect(code(wordFile([], { document: documentXml([]).replace('<w:document', '<!DOCTYPE a><w:document') }))).toBe('reading.doctype')
  expect(code(wordFile([]))).toBe('reading.empty')
  expect(code(wordFile([], { more: { 'word/media/image1.png': text('png') } }))).toBe('reading.picture')
})

test('broken copies of a list are read or refused, never thrown', () => {
  const seed = excelFile([{ name: 'a', rows: rows.slice(0, 6) }])
  fc.assert(
    fc.property(fc.array(fc.record({ at: fc.nat(seed.length - 1), byte: fc.nat(255) }), { minLength: 1, maxLength: 12 }), fc.option(fc.nat(seed.length - 1)), (changes, cut) => {
      const copy = seed.slice(0, cut ?? seed.length)
      for (const { at, byte } of changes) if (at < copy.length) copy[at] = byte
      const { entries, findings } = read(copy)
      expect(entries.length > 0 || /。$/.test(findings[0]?.message ?? '')).toBe(true)
    }),
    { numRuns: 200 },
  )
})

test('a line of endless days or strokes does not keep the reading busy, and is said to be cut', () => {
  for (const nasty of ['3月8日、', '（3.8）', '第1页', '1.', '一', '每月', '"\t']) {
    const bytes = text(`3.8 支委会\n${nasty.repeat(20_000)}`)
    expect(busyWith(() => expect(read(bytes).findings.map((one) => one.code)).toContain('entries.cell_too_long'))).toBeLessThan(1_000)
  }
})

test('rows of several sheets bear the sheet’s name, rows of one do not', () => {
  const sheet = (name: string) => ({ name, rows: [['日期', '内容'], ['3.8', '支委会'], ['3月', '党课']] })
  expect(read(excelFile([sheet('上学期')])).entries[0]?.source).toEqual({ row: 2 })
  const { entries, findings } = read(excelFile([sheet('上学期'), sheet('下学期')]))
  expect(entries[2]?.source).toEqual({ row: 2, sheet: '下学期' })
  expect(findings.map(({ where }) => where)).toEqual(['工作表“上学期”第3行', '工作表“下学期”第3行'])
})
