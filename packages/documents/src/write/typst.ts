/** The typesetter, with its fonts: loaded once in the document thread, for its call is synchronous. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'

const require = createRequire(import.meta.url)
const serif = require.resolve('@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf')
const serifBold = require.resolve('@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf')
// Its door is a script; the fonts lie beside.
const sans = join(dirname(require.resolve('@embedpdf/fonts-sc')), '../fonts/NotoSansHans-Regular.otf')
const template = readFileSync(new URL('./sheet.typ', import.meta.url), 'utf8')
const slipsTemplate = readFileSync(new URL('../slips/slips.typ', import.meta.url), 'utf8')
const paperTemplate = readFileSync(new URL('../papers/paper.typ', import.meta.url), 'utf8')

const compiler = NodeCompiler.create({
  fontArgs: [{ fontBlobs: [serif, serifBold, sans].map((path) => readFileSync(path)) }],
})

/**
 * For the archive, else for a screen reader, else as it is: PDF/A wants the document's day, and both refuse a text with a
 * character that no font has.
 */
const standards = ['a-2a', 'ua-1'] as const

/** A sheet (see `sheet.ts`) as PDF bytes. Throws where our own template is at fault, never for a text in the sheet. */
export const compilePdf = (sheet: string): Uint8Array => compiled(template, sheet, archived)

/** A paper (see `paper-sheet.ts`) as PDF bytes. */
export const compilePaper = (sheet: string): Uint8Array => compiled(paperTemplate, sheet, archived)

/** Slips (see `slip-sheet.ts`) as PDF bytes. */
export const compileSlips = (sheet: string): Uint8Array => compiled(slipsTemplate, sheet, archived)

const archived = (document: NodeTypstDocument): Uint8Array => {
  for (const pdfStandard of standards) {
    try {
      return compiler.pdf(document, { pdfStandard })
    } catch {
      continue
    }
  }
  return compiler.pdf(document)
}

/** The same as one drawing of all pages, stacked. */
export const compileSvg = (sheet: string): string => compiled(template, sheet, (document) => compiler.plainSvg(document))

const compiled = <T>(mainFileContent: string, sheet: string, draw: (document: NodeTypstDocument) => T): T => {
  const outcome = compiler.compile({ mainFileContent, inputs: { sheet } })
  const document = outcome.result
  if (document === null || outcome.hasError()) {
    const reasons = outcome.takeError()?.shortDiagnostics.map((one) => JSON.stringify(one)) ?? []
    throw new Error(`the table could not be set: ${reasons.join('; ')}`)
  }
  const drawn = draw(document)
  // What was remembered of the last two documents speeds the next; older memory is given back.
  compiler.evictCache(2)
  return drawn
}
