import { archiveEntry, listArchiveNames } from './archive-names.ts'

/** What bytes are, by what stands in them: neither a name nor a Content-Type is believed. */
export type Content =
  | { readonly kind: 'image'; readonly type: 'image/jpeg' | 'image/png' | 'image/webp' }
  | { readonly kind: 'document'; readonly type: DocumentType }
  | { readonly kind: 'refused'; readonly why: Refusal }

export type DocumentType =
  | 'application/pdf'
  | 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  | 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export type Refusal = 'empty' | 'heic' | 'old_office' | 'macros' | 'encrypted' | 'damaged' | 'unknown'

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const excel = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export const recognizeContent = (bytes: Uint8Array): Content => {
  if (bytes.length === 0) return refused('empty')
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return { kind: 'image', type: 'image/jpeg' }
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return { kind: 'image', type: 'image/png' }
  if (textAt(bytes, 0, 4) === 'RIFF' && textAt(bytes, 8, 4) === 'WEBP') return { kind: 'image', type: 'image/webp' }
  if (textAt(bytes, 4, 4) === 'ftyp' && heicBrands.has(textAt(bytes, 8, 4))) return refused('heic')
  if (textAt(bytes, 0, 5) === '%PDF-') return { kind: 'document', type: 'application/pdf' }
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return refusedCompound(bytes)
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return recognizeArchive(bytes)
  return refused('unknown')
}

const heicBrands = new Set(['heic', 'heix', 'hevc', 'hevx', 'heim', 'heis', 'mif1', 'msf1', 'avif'])

/** The compound format holds old .doc and .xls (which may carry macros) and encrypted .docx. */
const refusedCompound = (bytes: Uint8Array): Content => {
  const name = Buffer.from('EncryptedPackage', 'utf16le')
  return refused(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(name) ? 'encrypted' : 'old_office')
}

const recognizeArchive = (bytes: Uint8Array): Content => {
  const names = listArchiveNames(bytes)
  if (names === undefined) return refused('damaged')
  const lower = names.map((name) => name.toLowerCase())
  const isWord = lower.includes('word/document.xml')
  const isExcel = lower.includes('xl/workbook.xml')
  if (!lower.includes('[content_types].xml') || isWord === isExcel) return refused('unknown')
  if (lower.some((name) => name.endsWith('vbaproject.bin') || name.startsWith('xl/macrosheets/'))) return refused('macros')
  const types = archiveEntry(bytes, '[Content_Types].xml')
  if (types === undefined) return refused('damaged')
  if (/macroEnabled|vbaProject/i.test(types)) return refused('macros')
  return { kind: 'document', type: isWord ? word : excel }
}

const refused = (why: Refusal): Content => ({ kind: 'refused', why })

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean =>
  magic.every((byte, index) => bytes[index] === byte)

const textAt = (bytes: Uint8Array, from: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(from, from + length))
