import { strToU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { filledForm, publishedTable } from '../testing/shipped-form.ts'
import { readWord } from '../testing/read-word.ts'
import { hostileStrings } from '../testing/hostile-strings.ts'
import { writeDocument } from './write-document.ts'
import { writeZip } from './zip.ts'

const file = (name: string) => ({ name, bytes: strToU8(name) })

/** General purpose flags of the entries in a zip's directory. */
const flagsOf = (zip: Uint8Array): readonly number[] => {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
  const found: number[] = []
  for (let at = 0; at + 46 <= zip.length; at += 1) if (view.getUint32(at, true) === 0x02014b50) found.push(view.getUint16(at + 8, true))
  return found
}

test('Chinese names are marked as UTF-8', () => {
  const zip = writeZip([file('云溪小学_自查表.docx'), file('实验小学_自查表.docx')])
  expect(Object.keys(unzipSync(zip))).toEqual(['云溪小学_自查表.docx', '实验小学_自查表.docx'])
  expect(flagsOf(zip).map((flags) => flags & 0x800)).toEqual([0x800, 0x800])
})

test('no two names are alike, not even where case does not count', () => {
  const names = Object.keys(unzipSync(writeZip(['a.docx', 'A.docx', 'a.docx', 'a/.docx'].map(file))))
  expect(names).toEqual(['a.docx', 'A（2）.docx', 'a（3）.docx', 'a_.docx'])
})

test('no name leaves its folder, names a device or is longer than Windows and WPS bear', () => {
  const names = ['../../etc/passwd', 'C:\\a.docx', 'CON.docx', '..', '', '字'.repeat(300) + '.docx', '😀'.repeat(100) + '.docx', ...hostileStrings]
  const written = Object.keys(unzipSync(writeZip(names.map(file))))
  expect(written).toHaveLength(names.length)
  for (const name of written) {
    expect(name).not.toMatch(/[\\/:*?"<>|\u202E\p{Cc}]/u)
    expect(name).not.toMatch(/^\.|^(con|nul)\./i)
    expect(name.length).toBeLessThanOrEqual(120)
    expect(name.isWellFormed()).toBe(true)
  }
  expect(written).toContain('字'.repeat(115) + '.docx')
})

test('the same files give the same bytes', () => {
  expect(writeZip([file('甲.docx')])).toEqual(writeZip([file('甲.docx')]))
})

test('a bureau’s filled Word tables go into one zip, each its own school’s', async () => {
  const template = publishedTable()
  const units = Array.from({ length: 20 }, (_, index) => `第${index + 1}小学`)
  const files = await Promise.all(
    units.map(async (unit) => {
      const written = await writeDocument(filledForm({ unit }), 'docx', template)
      if (!('bytes' in written)) throw new Error(written.message)
      return { name: `${unit}_自查表.docx`, bytes: written.bytes }
    }),
  )
  const entries = Object.entries(unzipSync(writeZip(files)))
  expect(entries).toHaveLength(20)
  for (const [name, bytes] of entries.filter((_, index) => index % 7 === 0)) {
    expect(readWord(bytes).lines[2]).toContain(`：${name.split('_')[0]} `)
  }
})
