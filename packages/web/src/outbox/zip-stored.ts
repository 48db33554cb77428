export type ZipPart = { readonly name: string; readonly bytes: Uint8Array }

/** A zip without compression, names in UTF-8 (bit 11), no dates: photos would not become smaller. */
export const zipStored = (parts: readonly ZipPart[]): Uint8Array<ArrayBuffer> => {
  const encode = new TextEncoder()
  const chunks: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let at = 0
  for (const part of parts) {
    const name = encode.encode(part.name)
    const fields = [20, 0x0800, 0, 0, 0x21] as const
    const sizes = [crc32(part.bytes), part.bytes.length, part.bytes.length] as const
    const local = record(0x04034b50, [...fields], [...sizes], [name.length, 0])
    chunks.push(local, name, part.bytes)
    directory.push(record(0x02014b50, [20, ...fields], [...sizes], [name.length, 0, 0, 0, 0], [0, at]), name)
    at += local.length + name.length + part.bytes.length
  }
  const size = directory.reduce((sum, one) => sum + one.length, 0)
  const end = record(0x06054b50, [0, 0, parts.length, parts.length], [size, at], [0])
  const all = [...chunks, ...directory, end]
  const zip = new Uint8Array(all.reduce((sum, one) => sum + one.length, 0))
  let written = 0
  for (const one of all) {
    zip.set(one, written)
    written += one.length
  }
  return zip
}

/** A signature, then alternately lists of 16-bit and 32-bit numbers, little endian. */
const record = (signature: number, ...lists: readonly (readonly number[])[]): Uint8Array => {
  const length = 4 + lists.reduce((sum, list, index) => sum + list.length * (index % 2 === 0 ? 2 : 4), 0)
  const view = new DataView(new ArrayBuffer(length))
  view.setUint32(0, signature, true)
  let at = 4
  for (const [index, list] of lists.entries()) {
    for (const value of list) {
      if (index % 2 === 0) view.setUint16(at, value, true)
      else view.setUint32(at, value, true)
      at += index % 2 === 0 ? 2 : 4
    }
  }
  return new Uint8Array(view.buffer)
}

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit += 1) value = (value & 1) === 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  return value
})

const crc32 = (bytes: Uint8Array): number => {
  let crc = 0xffffffff
  for (const byte of bytes) crc = (table[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8)
  return (crc ^ 0xffffffff) >>> 0
}
