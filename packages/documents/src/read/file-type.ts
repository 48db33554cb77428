import type { Archive } from './open-archive.ts'
import { Unreadable } from './reading-finding.ts'

const startsWith = (bytes: Uint8Array, ...signature: readonly number[]): boolean => signature.every((byte, index) => bytes[index] === byte)

const holdsWide = (bytes: Uint8Array, text: string): boolean => {
  const wide = new Uint8Array([...text].flatMap((char) => [char.charCodeAt(0) & 0xff, char.charCodeAt(0) >> 8]))
  const limit = Math.min(bytes.length, 4_000_000) - wide.length
  for (let at = 512; at <= limit; at += 2) if (wide.every((byte, index) => bytes[at + index] === byte)) return true
  return false
}

/** What the bytes are, whatever the name says; a kind that holds no table is refused with what to do. */
export const typeOf = (bytes: Uint8Array): 'archive' | 'text' => {
  const refuse = (code: string, message: string): never => {
    throw new Unreadable(code, '文件', message)
  }
  if (bytes.length === 0) return refuse('empty', '文件是空的，里面没有内容。请核对是不是放错了文件。')
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0x50, 0x4b, 0x05, 0x06)) return 'archive'
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1))
    return holdsWide(bytes, 'EncryptedPackage')
      ? refuse('encrypted', '文件加了密码，打不开。请先在 Word 或 Excel 里去掉密码，再放入。')
      : refuse('old_format', '这是旧格式的 Word 或 Excel 文件，读不了。请另存为 .docx 或 .xlsx 再放入。')
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) return refuse('other_type', '这是 PDF，读不出表格。请放入发下来的 Word 或 Excel 文件。')
  if (startsWith(bytes, 0xff, 0xd8, 0xff) || startsWith(bytes, 0x89, 0x50, 0x4e, 0x47) || startsWith(bytes, 0x47, 0x49, 0x46) || startsWith(bytes, 0x42, 0x4d))
    return refuse('picture', '这是一张图片，读不出文字。请放入可以编辑的 Word 或 Excel 表。')
  if (startsWith(bytes, 0x4d, 0x5a) || startsWith(bytes, 0x7f, 0x45, 0x4c, 0x46)) return refuse('other_type', '这是程序，不是表格，没有打开。请核对是不是放错了文件。')
  if (startsWith(bytes, 0x52, 0x61, 0x72, 0x21) || startsWith(bytes, 0x37, 0x7a, 0xbc, 0xaf) || startsWith(bytes, 0x1f, 0x8b))
    return refuse('other_type', '这是压缩包。请先解开，再放入里面的 Word 或 Excel 表。')
  if (startsWith(bytes, 0x7b, 0x5c, 0x72, 0x74, 0x66)) return refuse('old_format', '这是 RTF 文件，读不了。请另存为 .docx 再放入。')
  return 'text'
}

/** Whether a package holds a Word or an Excel file; a file with macros is refused by its content, not by its name. */
export const packageKind = (archive: Archive): 'word' | 'excel' => {
  const types = new TextDecoder().decode(archive.part('[Content_Types].xml') ?? new Uint8Array())
  const macro = archive.names.find((name) => /vbaProject\.bin$|vbaData\.xml$/i.test(name))
  if (macro !== undefined || /macroEnabled/i.test(types))
    throw new Unreadable('macro', macro ?? '[Content_Types].xml', '文件里带有宏，为安全没有打开。请另存为不带宏的 .docx 或 .xlsx 再放入。')
  if (archive.names.includes('word/document.xml')) return 'word'
  if (archive.names.includes('xl/workbook.xml')) return 'excel'
  if (archive.names.includes('EncryptionInfo') || archive.names.includes('EncryptedPackage')) throw new Unreadable('encrypted', '文件', '文件加了密码，打不开。请先去掉密码，再放入。')
  if (/wordprocessingml/.test(types)) throw new Unreadable('missing_part', 'word/document.xml', '文件里缺少“word/document.xml”，不是完整的 Word 文件。请在 Word 或 WPS 里另存一份。')
  if (/spreadsheetml/.test(types)) throw new Unreadable('missing_part', 'xl/workbook.xml', '文件里缺少“xl/workbook.xml”，不是完整的 Excel 文件。请在 Excel 或 WPS 里另存一份。')
  throw new Unreadable('other_type', '文件', '这个文件里没有 Word 或 Excel 的内容。请核对是不是放错了文件。')
}
