import { crc32, inflateRawSync } from 'node:zlib'
import { Unreadable } from './reading-finding.ts'

/** Bounds of a file that is taken in, checked on the directory before anything is unpacked. */
export const archiveLimits = { bytes: 50 * 1024 * 1024, parts: 2_000, ratio: 100, ratioFrom: 256 * 1024 } as const

export type Archive = {
  readonly names: readonly string[]
  /** One part's bytes, checked against its length and checksum; undefined where the file has no such part. */
  readonly part: (name: string) => Uint8Array | undefined
}

type Entry = { readonly name: string; readonly method: number; readonly packed: number; readonly size: number; readonly crc: number; readonly at: number; readonly flags: number }

const broken = (name: string): Unreadable =>
  new Unreadable('broken', name, `文件里的“${name}”这一部分已损坏，读不出来。请在 Word 或 WPS 里另存一份再放入。`)

/** Opens a Word or Excel file's container. Throws Unreadable with the part's name; never unpacks beyond the limits. */
export const openArchive = (bytes: Uint8Array): Archive => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = listEntries(bytes, view)
  checkLimits(entries, bytes.length)
  checkApart(entries, bytes.length)
  const byName = new Map(entries.map((entry) => [entry.name, entry]))
  return {
    names: entries.map((entry) => entry.name),
    part: (name) => {
      const entry = byName.get(name)
      return entry === undefined ? undefined : unpack(bytes, view, entry)
    },
  }
}

const listEntries = (bytes: Uint8Array, view: DataView): Entry[] => {
  const cut = new Unreadable('broken', '目录', '文件不完整，缺了结尾的目录，可能没有传完。原文件没有改动，请重新另存一份再放入。')
  let end = bytes.length - 22
  const lowest = Math.max(0, end - 65_535)
  while (end >= lowest && view.getUint32(end, true) !== 0x06054b50) end--
  if (end < lowest || end < 0) throw cut
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  if (count > archiveLimits.parts || count === 0xffff)
    throw new Unreadable('too_large', '目录', `文件里有${count}个部分，超过${archiveLimits.parts}个，没有打开。请另存一份只含这张表的文件。`)
  const entries: Entry[] = []
  const decoder = new TextDecoder()
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) throw cut
    const nameLength = view.getUint16(at + 28, true)
    entries.push({
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
      name: decoder.decode(bytes.subarray(at + 46, at + 46 + nameLength)),
    })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

const checkLimits = (entries: readonly Entry[], length: number): void => {
  const total = entries.reduce((sum, entry) => sum + entry.size, 0)
  const dense = entries.find((entry) => entry.size > archiveLimits.ratioFrom && entry.size > entry.packed * archiveLimits.ratio)
  if (total > archiveLimits.bytes)
    throw new Unreadable('too_large', '整个文件', `文件展开后有${Math.round(total / 1_048_576)}MB，超过50MB，没有打开。请删去图片等内容，只留这张表。`)
  if (dense !== undefined || total > Math.max(length, 1) * archiveLimits.ratio + archiveLimits.ratioFrom)
    throw new Unreadable('too_dense', dense?.name ?? '整个文件', `“${dense?.name ?? '整个文件'}”展开后大得不正常，没有打开。请在 Word 或 WPS 里另存一份。`)
}

/** Parts that lie upon one another are a bomb's trick. */
const checkApart = (entries: readonly Entry[], length: number): void => {
  const sorted = [...entries].sort((a, b) => a.at - b.at)
  sorted.forEach((entry, index) => {
    const next = sorted[index + 1]
    if (entry.at + 30 + entry.packed > length || (next !== undefined && entry.at + 30 + entry.packed > next.at)) throw broken(entry.name)
  })
}

const unpack = (bytes: Uint8Array, view: DataView, entry: Entry): Uint8Array => {
  if ((entry.flags & 1) === 1) throw new Unreadable('encrypted', entry.name, '文件加了密码，打不开。请先在 Word 或 WPS 里去掉密码，再放入。')
  if (view.getUint32(entry.at, true) !== 0x04034b50) throw broken(entry.name)
  const start = entry.at + 30 + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true)
  const packed = bytes.subarray(start, start + entry.packed)
  if (packed.length !== entry.packed) throw broken(entry.name)
  const unpacked = entry.method === 0 ? packed : entry.method === 8 ? inflate(packed, entry) : undefined
  if (unpacked === undefined || unpacked.length !== entry.size || crc32(unpacked) !== entry.crc) throw broken(entry.name)
  return unpacked
}

const inflate = (packed: Uint8Array, entry: Entry): Uint8Array => {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.size) })
  } catch {
    throw broken(entry.name)
  }
}
