import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { NamedEvidence } from '../papers/evidence-names.ts'
import { dayOfYear, removedWords, sayItems } from '../papers/paper-record.ts'
import type { PaperEvidence, PaperRecord, PaperSource } from '../papers/paper-record.ts'
import { escaped, linkTo, pageOf } from './page-of.ts'

/** A file of a packet as its list tells of it. */
export type PackedFile = { readonly path: string; readonly sha256: string; readonly size: number }

/** A photo whose keeping is over: its bytes are gone from the system, its name and hash stand in the list. */
export type EndedFile = { readonly name: string; readonly sha256: string; readonly removedOn: string }

export const verifyPageName = '核验.html'

/** Twelve digits for people to compare: the list's own SHA-256 shortened, in groups of four. */
export const listCode = (files: readonly PackedFile[]): string =>
  (createHash('sha256').update(JSON.stringify(files.map(({ path, sha256, size }) => [path, sha256, size]))).digest('hex').slice(0, 12).toUpperCase().match(/.{4}/g) ?? []).join('-')

const require = createRequire(import.meta.url)

/**
 * A page that holds a packet against its list without a network: it opens from a folder or a memory stick. The list is in
 * the page, so that nothing need be fetched; SHA-256 is a library's, since browsers keep theirs from pages of the disk.
 */
export const verifyPage = (of: {
  readonly unit: string
  readonly year: number
  readonly madeOn: string
  readonly files: readonly PackedFile[]
  readonly ended: readonly EndedFile[]
}): string => {
  const page = readFileSync(new URL('./verify.html', import.meta.url), 'utf8')
  const library = readFileSync(require.resolve('js-sha256/build/sha256.min.js'), 'utf8')
  // `<` as its escape: no text of a school ends the script that it stands in.
  const manifest = JSON.stringify({ ...of, code: listCode(of.files) }).replaceAll('<', '\\u003c')
  return page.replace('"MANIFEST"', () => manifest).replace('"SHA256"', () => library)
}

/** The year's records as a page with its files beside it. */
export const recordsPage = (source: PaperSource, named: readonly NamedEvidence[], folder: string): string => {
  const names = new Map(named.map((one) => [one.sha256, one.name]))
  return pageOf(
    `${source.unit} ${source.year}年度活动记录`,
    `${source.madeOn}做出，共${source.records.length}条。要核对文件有没有改动过，打开同一文件夹里的“${verifyPageName}”。`,
    `<table><thead><tr><th>日期</th><th>活动</th><th>计入</th><th>佐证材料</th></tr></thead><tbody>
${source.records.map((record) => rowOf(record, names, folder)).join('\n')}
</tbody></table>`,
  )
}

const rowOf = (record: PaperRecord, names: ReadonlyMap<string, string>, folder: string): string => {
  const note = record.note === undefined ? '' : `<br><small>${escaped(record.note)}</small>`
  const evidence = record.evidence.map((one) => evidenceOf(one, names, folder)).join('<br>')
  return `<tr><td>${dayOfYear(record.happenedOn)}</td><td>${escaped(record.title)}${record.late ? '（补录）' : ''}${note}</td><td>${sayItems(record.items)}</td><td>${evidence}</td></tr>`
}

const evidenceOf = (one: PaperEvidence, names: ReadonlyMap<string, string>, folder: string): string => {
  if (one.kind === 'reference') return escaped(one.place === undefined ? one.reference : `${one.reference}（${one.place}）`)
  if (one.removed === true) return `${escaped(one.name)}（${removedWords}）`
  const name = names.get(one.sha256)
  return name === undefined ? `${escaped(one.name)}（不在包里）` : linkTo(`${folder}/${name}`, name)
}
