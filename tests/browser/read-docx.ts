import { inflateRawSync } from 'node:zlib'

/** One part of a docx by its name, from the archive's own list of contents. */
const readPart = (archive: Buffer, name: string): string => {
  let at = archive.readUInt32LE(archive.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1')) + 16)
  while (archive.readUInt32LE(at) === 0x02014b50) {
    const nameLength = archive.readUInt16LE(at + 28)
    if (archive.toString('utf8', at + 46, at + 46 + nameLength) === name) {
      const local = archive.readUInt32LE(at + 42)
      const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28)
      const bytes = archive.subarray(start, start + archive.readUInt32LE(at + 20))
      return (archive.readUInt16LE(at + 10) === 0 ? bytes : inflateRawSync(bytes)).toString('utf8')
    }
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32)
  }
  throw new Error(`${name} is not in the document`)
}

/** The rows of a Word document's tables, each cell as its text, and the whole text. */
export const readDocx = (archive: Buffer): { readonly rows: readonly (readonly string[])[]; readonly text: string } => {
  const xml = readPart(archive, 'word/document.xml')
  const rows = [...xml.matchAll(/<w:tr[ >].*?<\/w:tr>/gsu)].map(([row]) =>
    [...row.matchAll(/<w:tc[ >].*?<\/w:tc>/gsu)].map(([cell]) => textOf(cell)),
  )
  return { rows, text: textOf(xml) }
}

const textOf = (xml: string): string =>
  [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/gu)].map(([, text]) => text ?? '').join('')
