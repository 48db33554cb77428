import { inflateRawSync } from 'node:zlib'

/** More parts than any school's Word or Excel file has. */
const mostParts = 2000
const mostBytesOfOnePart = 1_000_000

type Part = { readonly name: string; readonly method: number; readonly packed: number; readonly offset: number }

/** Names in a zip's directory, nothing unpacked; undefined where the directory does not hold together. */
export const listArchiveNames = (bytes: Uint8Array): readonly string[] | undefined =>
  readDirectory(bytes)?.map((part) => part.name)

/** One small text part, unpacked under a bound; undefined where it is missing, damaged or larger than it may be. */
export const archiveEntry = (bytes: Uint8Array, name: string): string | undefined => {
  const part = readDirectory(bytes)?.find((one) => one.name === name)
  if (part === undefined) return undefined
  const view = viewOf(bytes)
  if (part.offset + 30 > bytes.length || view.getUint32(part.offset, true) !== 0x04034b50) return undefined
  const from = part.offset + 30 + view.getUint16(part.offset + 26, true) + view.getUint16(part.offset + 28, true)
  const packed = bytes.subarray(from, from + part.packed)
  if (part.method === 0) return new TextDecoder().decode(packed)
  if (part.method !== 8) return undefined
  try {
    return new TextDecoder().decode(inflateRawSync(packed, { maxOutputLength: mostBytesOfOnePart }))
  } catch {
    return undefined
  }
}

const readDirectory = (bytes: Uint8Array): readonly Part[] | undefined => {
  const view = viewOf(bytes)
  const end = findEnd(view)
  if (end === undefined) return undefined
  const count = view.getUint16(end + 10, true)
  if (count === 0 || count > mostParts) return undefined
  const parts: Part[] = []
  let at = view.getUint32(end + 16, true)
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) return undefined
    const nameLength = view.getUint16(at + 28, true)
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength))
    parts.push({
      name,
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      offset: view.getUint32(at + 42, true),
    })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return parts
}

/** The end record stands in the last 64 KB, behind a comment if there is one. */
const findEnd = (view: DataView): number | undefined => {
  const first = Math.max(0, view.byteLength - 22 - 0xffff)
  for (let at = view.byteLength - 22; at >= first; at -= 1) {
    if (view.getUint32(at, true) === 0x06054b50) return at
  }
  return undefined
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
