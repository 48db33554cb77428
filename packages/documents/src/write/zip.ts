import { zipSync } from 'fflate'
import { printableLine } from '../layout/printable.ts'

export type NamedFile = { readonly name: string; readonly bytes: Uint8Array }

/** Longest name of an entry, in characters: Windows and WPS cut paths far below what zip allows. */
const longest = 120

/**
 * Many files in one zip that opens everywhere: UTF-8 names, no two alike (also where case does not count), none that names
 * a folder, a device or what Windows refuses. The same files give the same bytes.
 */
export const writeZip = (files: readonly NamedFile[]): Uint8Array => {
  const names = safeNames(files.map((file) => file.name))
  const entries: [string, [Uint8Array, { level: 0 | 6 }]][] = files.map((file, index) => {
    const name = names[index] ?? file.name
    // Word and Excel files and photographs are compressed already.
    return [name, [file.bytes, { level: /\.(docx|xlsx|pdf|zip|jpe?g|png)$/i.test(name) ? 0 : 6 }]]
  })
  return zipSync(Object.fromEntries(entries), { mtime: new Date(1980, 0, 1) })
}

/** Names as a zip may bear them, in the same order. */
export const safeNames = (names: readonly string[]): readonly string[] => {
  const taken = new Set<string>()
  return names.map((wanted) => {
    const name = freeName(cleanName(wanted), taken)
    taken.add(name.toLowerCase())
    return name
  })
}

const cleanName = (name: string): string => {
  const plain = printableLine(name)
    .replace(/[\\/:*?"<>|\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, '_')
    .replace(/^\.+|[. ]+$/g, '_')
  const safe = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(plain) ? `_${plain}` : plain
  const { stem, ending } = partsOf(safe === '' ? '_' : safe)
  return shortened(stem, ending)
}

const partsOf = (name: string): { readonly stem: string; readonly ending: string } => {
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0] ?? ''
  return { stem: name.slice(0, name.length - ending.length), ending }
}

/** Cut between characters, never within one. */
const shortened = (stem: string, ending: string): string => {
  const characters = [...stem]
  while (characters.join('').length + ending.length > longest) characters.pop()
  return characters.join('') + ending
}

const freeName = (name: string, taken: ReadonlySet<string>): string => {
  const { stem, ending } = partsOf(name)
  for (let count = 1; ; count += 1) {
    const one = count === 1 ? name : shortened(stem, `（${count}）${ending}`)
    if (!taken.has(one.toLowerCase())) return one
  }
}
