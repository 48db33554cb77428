import type { Finding } from '@zicha/core'
import { unzipSync } from 'fflate'

/** The parts of a Word file by name, in the file's order. */
export type WordParts = { readonly [name: string]: Uint8Array }

export type OpenedParts =
  | { readonly kind: 'opened'; readonly parts: WordParts }
  | { readonly kind: 'refused'; readonly finding: Finding }

const refused = (finding: Finding): OpenedParts => ({ kind: 'refused', finding })

const limits = { bytes: 50 * 1024 * 1024, parts: 2_000, ratio: 100 } as const

/** A template's parts, or why it cannot be filled. Nothing is unpacked before its promised size is known. */
export const openTemplate = (bytes: Uint8Array): OpenedParts => {
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return refused(oldOrEncrypted)
  if (!startsWith(bytes, [0x50, 0x4b])) return refused(notWord)
  let unpacked = 0
  let count = 0
  let tooLarge = false
  try {
    const parts = unzipSync(bytes, {
      filter: (file) => {
        unpacked += file.originalSize
        count += 1
        const swollen = file.originalSize > 1024 * 1024 && file.originalSize > file.size * limits.ratio
        tooLarge ||= unpacked > limits.bytes || count > limits.parts || swollen
        return !tooLarge
      },
    })
    if (tooLarge) return refused(largeTemplate)
    return parts['word/document.xml'] === undefined ? refused(notWord) : { kind: 'opened', parts }
  } catch {
    return refused(brokenTemplate)
  }
}

const startsWith = (bytes: Uint8Array, head: readonly number[]): boolean => head.every((byte, at) => bytes[at] === byte)

const finding = (code: string, where: string, message: string): Finding => ({ code, level: 'error', where, message })

const oldOrEncrypted = finding(
  'document.template_encrypted',
  'template',
  '这份Word表加了密码，或是旧的.doc格式。请去掉密码，另存为.docx再用。',
)

const notWord = finding('document.template_not_word', 'template', '这个文件不是Word表（.docx），没有填写。请换成局里印发的Word表。')

const largeTemplate = finding(
  'document.template_too_large',
  'template',
  '这份Word表展开后太大，没有打开。请删去其中的图片，另存后再用。',
)

export const brokenTemplate = finding(
  'document.template_broken',
  'template',
  '这份Word表打不开，可能传的时候断了。请用WPS打开确认，另存后再用。',
)
