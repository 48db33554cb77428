/** The thread in which Typst compiles: its call is synchronous and would stop the server's other work. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { parentPort } from 'node:worker_threads'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'

export type TypstJob = { readonly id: number; readonly want: 'pdf' | 'svg'; readonly sheet: string }
export type TypstAnswer =
  | { readonly id: number; readonly kind: 'pdf'; readonly bytes: Uint8Array }
  | { readonly id: number; readonly kind: 'svg'; readonly svg: string }
  | { readonly id: number; readonly kind: 'failed'; readonly reason: string }

const require = createRequire(import.meta.url)
const fontFile = (path: string): Buffer => readFileSync(require.resolve(path))
const folderOf = (name: string): string => require.resolve(`${name}/package.json`).replace(/package\.json$/, '')

const sans = require.resolve('@embedpdf/fonts-sc').replace(/dist[\\/][^\\/]*$/, '')
const serif = folderOf('@expo-google-fonts/noto-serif-sc')
const template = readFileSync(new URL('./sheet.typ', import.meta.url), 'utf8')

const compiler = NodeCompiler.create({
  fontArgs: [
    {
      fontBlobs: [
        fontFile(`${serif}400Regular/NotoSerifSC_400Regular.ttf`),
        fontFile(`${serif}700Bold/NotoSerifSC_700Bold.ttf`),
        fontFile(`${sans}fonts/NotoSansHans-Regular.otf`),
      ],
    },
  ],
})

const compile = (sheet: string): NodeTypstDocument | string => {
  const compiled = compiler.compile({ mainFileContent: template, inputs: { sheet } })
  if (compiled.result !== null && !compiled.hasError()) return compiled.result
  return compiled.takeError()?.shortDiagnostics.map((one) => JSON.stringify(one)).join('; ') ?? 'no document'
}

const pdf = (document: NodeTypstDocument): Uint8Array => {
  try {
    // PDF/A, for the archive; it refuses a text with a character that no font has.
    return compiler.pdf(document, { pdfStandard: 'a-2a' })
  } catch {
    return compiler.pdf(document)
  }
}

const answer = (job: TypstJob): TypstAnswer => {
  const document = compile(job.sheet)
  if (typeof document === 'string') return { id: job.id, kind: 'failed', reason: document }
  return job.want === 'pdf'
    ? { id: job.id, kind: 'pdf', bytes: pdf(document) }
    : { id: job.id, kind: 'svg', svg: compiler.plainSvg(document) }
}

parentPort?.on('message', (job: TypstJob) => {
  parentPort?.postMessage(answer(job))
  // What was remembered of the last ten documents speeds the next; older memory is given back.
  compiler.evictCache(10)
})
