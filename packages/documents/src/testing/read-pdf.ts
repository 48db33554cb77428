import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What a reader of a PDF sees: the text of its pages, its size and fonts, as poppler finds them. */
export type ReadPdf = { readonly pages: readonly string[]; readonly info: string; readonly fonts: string }

export const readPdf = (bytes: Uint8Array): ReadPdf => {
  const folder = mkdtempSync(join(tmpdir(), 'pdf-'))
  try {
    const file = join(folder, 'a.pdf')
    writeFileSync(file, bytes)
    const ask = (command: string, ...args: readonly string[]) => execFileSync(command, [...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
    const text = ask('pdftotext', '-raw', file, '-')
    return { pages: text.split('\f').slice(0, -1), info: ask('pdfinfo', file), fonts: ask('pdffonts', file) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
