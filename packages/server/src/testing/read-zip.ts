import { inflateRawSync } from 'node:zlib'

/** The parts of a zip that our own writers made, by name; throws where it is none. */
export const readZip = (bytes: Buffer): ReadonlyMap<string, Buffer> => {
  const end = bytes.lastIndexOf(Buffer.from('504b0506', 'hex'))
  if (end < 0) throw new Error('this is no zip')
  const parts = new Map<string, Buffer>()
  let at = bytes.readUInt32LE(end + 16)
  for (let count = bytes.readUInt16LE(end + 10); count > 0; count -= 1) {
    const method = bytes.readUInt16LE(at + 10)
    const size = bytes.readUInt32LE(at + 20)
    const [name, extra, comment] = [28, 30, 32].map((place) => bytes.readUInt16LE(at + place)) as [number, number, number]
    const local = bytes.readUInt32LE(at + 42)
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    const packed = bytes.subarray(start, start + size)
    parts.set(bytes.subarray(at + 46, at + 46 + name).toString(), method === 0 ? packed : inflateRawSync(packed))
    at += 46 + name + extra + comment
  }
  return parts
}

/** The rows of a Word file's first table as their cells' texts. */
export const wordRows = (bytes: Buffer): readonly (readonly string[])[] => {
  const xml = readZip(bytes).get('word/document.xml')?.toString() ?? ''
  return between(xml, 'w:tr').map((row) => between(row, 'w:tc').map((cell) => between(cell, 'w:t').join('')))
}

const between = (xml: string, name: string): readonly string[] =>
  [...xml.matchAll(new RegExp(`<${name}(?: [^>]*)?>(.*?)</${name}>`, 'gs'))].map((found) => found[1] ?? '')
