import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { documentXml, excelFile, wordFile } from '../testing/office-file.ts'
import { readTable } from './read-table.ts'

const seed = new Uint8Array(readFileSync(new URL('../../../../forms/yangzhou-2022/table.docx', import.meta.url)))

const codeOf = (bytes: Uint8Array, name?: string): string => readTable(bytes, name).findings[0]?.code ?? ''

/** Text that does not pack to nothing. */
const varied = (seedNumber: number): string => Array.from({ length: 12 }, (_, index) => String.fromCharCode(0x4e00 + ((seedNumber * 7_919 + index * 104_729) % 20_000))).join('')

const text = (content: string): Uint8Array => new TextEncoder().encode(content)

const rows = [['考核内容', '分值', '评分标准'], ['内容', '3', '未完成扣3分']] as const

test('two hundred broken copies of the form are read or refused with a sentence, each within two seconds', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ at: fc.nat(seed.length - 1), byte: fc.nat(255) }), { minLength: 1, maxLength: 12 }),
      fc.option(fc.nat(seed.length - 1)),
      (changes, cut) => {
        const copy = seed.slice(0, cut ?? seed.length)
        for (const { at, byte } of changes) if (at < copy.length) copy[at] = byte
        const started = performance.now()
        const { table, findings } = readTable(copy, 'table.docx')
        expect(performance.now() - started).toBeLessThan(2_000)
        if (table === undefined) expect(findings[0]?.message).toMatch(/。$/)
      },
    ),
    { numRuns: 200 },
  )
})

test('a part that is cut or altered is named', () => {
  const damaged = seed.slice()
  const name = new TextDecoder('latin1').decode(damaged).indexOf('word/document.xml')
  for (let at = name + 400; at < name + 420; at++) damaged[at] = (damaged[at] ?? 0) ^ 0xff
  expect(readTable(damaged).findings[0]).toMatchObject({ code: 'reading.broken', where: 'word/document.xml' })
})

test('a part that is missing is named', () => {
  const types = '<Types><Override ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
  expect(readTable(zipSync({ '[Content_Types].xml': text(types), 'word/styles.xml': text('<a/>') })).findings[0]).toMatchObject({ code: 'reading.missing_part', where: 'word/document.xml' })
})

test('a bomb is refused from its directory, before anything is unpacked', () => {
  const zeros = new Uint8Array(8_000_000)
  expect(codeOf(wordFile([rows], { more: { 'word/media/a.bin': zeros } }))).toBe('reading.too_dense')
  expect(codeOf(zipSync(Object.fromEntries(Array.from({ length: 2_100 }, (_, index) => [`a${index}`, new Uint8Array(0)]))))).toBe('reading.too_large')
  const noise = new Uint8Array(13_000_000)
  for (let index = 0; index < noise.length; index += 37) noise[index] = (index * 7919) & 0xff
  const heavy = Object.fromEntries([1, 2, 3, 4].map((no) => [`word/media/${no}.bin`, noise]))
  expect(['reading.too_large', 'reading.too_dense']).toContain(codeOf(wordFile([rows], { more: heavy })))
})

test('entries that lie upon one another are refused', () => {
  const plain = zipSync({ a: text('a'.repeat(300)), b: text('b'.repeat(300)) }, { level: 0 })
  const view = new DataView(plain.buffer)
  const directory = view.getUint32(plain.length - 22 + 16, true)
  const second = directory + 46 + view.getUint16(directory + 28, true)
  view.setUint32(second + 42, 10, true)
  expect(codeOf(plain)).toBe('reading.broken')
})

test('a document type declaration is refused, so nothing is ever fetched or expanded', () => {
  const xxe = documentXml([rows]).replace('<w:document', '<!DOCTYPE a [<!ENTITY x SYSTEM "http://127.0.0.1:9/secret">]><w:document')
  expect(codeOf(wordFile([], { document: xxe }))).toBe('reading.doctype')
  const laughs = '<!DOCTYPE a [<!ENTITY a "lol"><!ENTITY b "&a;&a;">]><w:document xmlns:w="w"><w:body>&b;</w:body></w:document>'
  expect(codeOf(wordFile([], { document: laughs }))).toBe('reading.doctype')
})

test('deep XML and a million rows are refused', () => {
  expect(codeOf(wordFile([], { document: `${'<w:a>'.repeat(300)}${'</w:a>'.repeat(300)}` }))).toBe('reading.too_deep')
  expect(codeOf(wordFile([[...rows, ...Array.from({ length: 5_100 }, (_, index) => [varied(index), '', varied(index + 7)])]]))).toBe('reading.too_many_rows')
  expect(codeOf(excelFile([{ name: 'a', rows: Array.from({ length: 5_100 }, (_, index) => [varied(index)]) }]))).toBe('reading.too_many_rows')
})

test('macros are refused by content, whatever the name says', () => {
  const enabled = 'application/vnd.ms-word.document.macroEnabled.main+xml'
  expect(codeOf(wordFile([rows], { contentType: enabled }), '表.docx')).toBe('reading.macro')
  expect(codeOf(wordFile([rows], { more: { 'word/vbaProject.bin': text('x') } }), '表.docx')).toBe('reading.macro')
})

test('a locked or an old file is told apart', () => {
  const compound = new Uint8Array(4_096)
  compound.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  expect(codeOf(compound, '表.docx')).toBe('reading.old_format')
  ;[...'EncryptedPackage'].forEach((char, index) => {
    compound[1_024 + index * 2] = char.charCodeAt(0)
  })
  expect(codeOf(compound, '表.docx')).toBe('reading.encrypted')
})

test('files that lie about their type are refused by what they are', () => {
  const signatures: readonly (readonly [string, readonly number[]])[] = [
    ['reading.picture', [0xff, 0xd8, 0xff, 0xe0]],
    ['reading.picture', [0x89, 0x50, 0x4e, 0x47]],
    ['reading.other_type', [0x25, 0x50, 0x44, 0x46]],
    ['reading.other_type', [0x4d, 0x5a, 0x90, 0x00]],
    ['reading.other_type', [0x00, 0x01, 0x02, 0x03]],
  ]
  for (const [code, signature] of signatures) expect(codeOf(new Uint8Array(signature), '考核表.docx')).toBe(code)
  expect(codeOf(new Uint8Array(0))).toBe('reading.empty')
  expect(codeOf(text('<html><body>考核</body></html>'), '考核表.txt')).toBe('reading.other_type')
  expect(readTable(wordFile([rows]), '考核表.txt').table?.rows).toHaveLength(1)
})

test('a scanned picture in a Word file is said to be one', () => {
  const { findings } = readTable(wordFile(['见下图'], { more: { 'word/media/image1.png': text('png') } }))
  expect(findings[0]?.code).toBe('reading.picture')
})

test('every refusal is a sentence of at most sixty characters or so, in the tone of the house', () => {
  for (const bytes of [new Uint8Array(0), text('甲'), new Uint8Array([0xff, 0xd8, 0xff]), wordFile([]), zipSync({ a: text('b') })]) {
    const message = readTable(bytes).findings[0]?.message ?? ''
    expect(message).toMatch(/。$/)
    expect(message).not.toMatch(/[!！]|您|错误|失败|非法/)
    expect(message.length).toBeLessThanOrEqual(70)
  }
})
