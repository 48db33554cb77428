import type { Finding } from '@zicha/core'
import { openArchive } from '../read/open-archive.ts'
import { Unreadable } from '../read/reading-finding.ts'

/** The parts of a Word file by name, in the file's order. */
export type WordParts = { readonly [name: string]: Uint8Array }

export type OpenedParts =
  | { readonly kind: 'opened'; readonly parts: WordParts }
  | { readonly kind: 'refused'; readonly finding: Finding }

/** A template's parts, or why it cannot be filled. Nothing is unpacked before its promised size is known. */
export const openTemplate = (bytes: Uint8Array): OpenedParts => {
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return refused(oldOrEncrypted)
  if (!startsWith(bytes, [0x50, 0x4b])) return refused(notWord)
  try {
    const archive = openArchive(bytes)
    const parts = Object.fromEntries(archive.names.map((name) => [name, archive.part(name) ?? new Uint8Array()]))
    const text = parts['word/document.xml']
    if (text === undefined) return refused(notWord)
    return text.length > largestText ? refused(largeTemplate) : { kind: 'opened', parts }
  } catch (error) {
    if (error instanceof Unreadable) return refused(error.finding)
    throw error
  }
}

/** Bytes of the text's markup; a table of thirty items has a thirtieth of it. As a tree it takes 25 times as much. */
const largestText = 4 * 1024 * 1024

const startsWith = (bytes: Uint8Array, head: readonly number[]): boolean => head.every((byte, at) => bytes[at] === byte)

const refused = (finding: Finding): OpenedParts => ({ kind: 'refused', finding })

const finding = (code: string, message: string): Finding => ({ code, level: 'error', where: 'template', message })

const oldOrEncrypted = finding(
  'document.template_encrypted',
  '这份Word表加了密码，或是旧的.doc格式。请去掉密码，另存为.docx再用。',
)

const notWord = finding('document.template_not_word', '这个文件不是Word表（.docx），没有填写。请换成局里印发的Word表。')

const largeTemplate = finding(
  'document.template_too_large',
  '这份Word表的内容太多，不像一张自查表，没有填写。请只留这张表，另存后再用。',
)

export const brokenTemplate = finding(
  'document.template_broken',
  '这份Word表打不开，可能传的时候断了。请用WPS打开确认，另存后再用。',
)
