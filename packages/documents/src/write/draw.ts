import type { FilledForm, Finding, Form } from '@zicha/core'
import { withPaperLines } from '../layout/paper-lines.ts'
import type { Paper } from '../papers/paper.ts'
import type { LetterValues } from '../letters/fill-letter.ts'
import type { LetterKind } from '../letters/letter-kinds.ts'
import type { Letter } from '../letters/letter.ts'
import type { SlipSheet } from '../slips/slips.ts'

/** What the document thread is asked for. */
export type DrawJob =
  | { readonly want: 'docx'; readonly assessment: FilledForm; readonly template?: Uint8Array }
  | { readonly want: 'pdf' | 'xlsx' | 'pages'; readonly assessment: FilledForm }
  | { readonly want: 'paper'; readonly face: 'docx' | 'pdf' | 'xlsx'; readonly paper: Paper }
  | { readonly want: 'slips'; readonly sheet: SlipSheet }
  | { readonly want: 'letter'; readonly letter: Letter }
  | { readonly want: 'filled-letter'; readonly kind: LetterKind; readonly template?: Uint8Array; readonly values: LetterValues }
  | { readonly want: 'letter-template'; readonly kind: LetterKind }
  | { readonly want: 'check-letter'; readonly kind: LetterKind; readonly template: Uint8Array }
  | { readonly want: 'check'; readonly template: Uint8Array; readonly form: Form }

export type Drawn =
  | { readonly kind: 'file'; readonly bytes: Uint8Array }
  | { readonly kind: 'pages'; readonly pages: readonly string[] }
  | { readonly kind: 'checked'; readonly findings: readonly Finding[] }
  | { readonly kind: 'refused'; readonly finding: Finding }

/** One document drawn; each face loads only the parts that it needs. */
export const draw = async (job: DrawJob): Promise<Drawn> => {
  switch (job.want) {
    case 'docx': {
      const [{ blankTable }, { fillTable }] = await Promise.all([
        import('../fill/blank-table.ts'),
        import('../fill/fill-table.ts'),
      ])
      const assessment = job.template === undefined ? withPaperLines(job.assessment) : job.assessment
      const filled = fillTable(job.template ?? blankTable(assessment.form), assessment)
      return filled instanceof Uint8Array ? { kind: 'file', bytes: filled } : { kind: 'refused', finding: firstOf(filled) }
    }
    case 'pdf': {
      const [{ sheetOf }, { compilePdf }] = await Promise.all([import('./sheet.ts'), import('./typst.ts')])
      return { kind: 'file', bytes: compilePdf(sheetOf(withPaperLines(job.assessment))) }
    }
    case 'xlsx': {
      const { writeExcel } = await import('./excel.ts')
      return { kind: 'file', bytes: await writeExcel(withPaperLines(job.assessment)) }
    }
    case 'pages': {
      const [{ sheetOf }, { compileSvg }, { splitPages }] = await Promise.all([
        import('./sheet.ts'),
        import('./typst.ts'),
        import('./split-pages.ts'),
      ])
      return { kind: 'pages', pages: splitPages(compileSvg(sheetOf(withPaperLines(job.assessment)))) }
    }
    case 'paper':
      return { kind: 'file', bytes: await drawPaper(job.paper, job.face) }
    case 'slips': {
      const [{ slipSheetOf }, { compileSlips }] = await Promise.all([import('../slips/slip-sheet.ts'), import('./typst.ts')])
      return { kind: 'file', bytes: compileSlips(slipSheetOf(job.sheet)) }
    }
    case 'letter':
      return { kind: 'file', bytes: (await import('../letters/letter-word.ts')).writeLetterWord(job.letter) }
    case 'letter-template':
      return { kind: 'file', bytes: await shippedLetter(job.kind) }
    case 'filled-letter': {
      const [{ fillLetter }, { letterAsks }] = await Promise.all([import('../letters/fill-letter.ts'), import('../letters/letter-kinds.ts')])
      const filled = fillLetter(job.template ?? (await shippedLetter(job.kind)), letterAsks(job.kind), job.values)
      return filled instanceof Uint8Array ? { kind: 'file', bytes: filled } : { kind: 'refused', finding: filled }
    }
    case 'check-letter': {
      const [{ checkLetterTemplate }, { letterAsks }] = await Promise.all([import('../letters/fill-letter.ts'), import('../letters/letter-kinds.ts')])
      return { kind: 'checked', findings: checkLetterTemplate(job.template, letterAsks(job.kind)) }
    }
    case 'check': {
      const { boxesOf } = await import('../fill/fill-table.ts')
      const boxes = boxesOf(job.template, job.form)
      return { kind: 'checked', findings: 'findings' in boxes ? boxes.findings : [] }
    }
  }
}

const shippedLetter = async (kind: LetterKind): Promise<Uint8Array> => {
  const [{ writeLetterWord }, { shippedLetters }] = await Promise.all([import('../letters/letter-word.ts'), import('../letters/letter-kinds.ts')])
  return writeLetterWord(shippedLetters[kind])
}

const drawPaper = async (paper: Paper, face: 'docx' | 'pdf' | 'xlsx'): Promise<Uint8Array> => {
  switch (face) {
    case 'docx':
      return (await import('../papers/paper-word.ts')).writePaperWord(paper)
    case 'pdf': {
      const [{ paperSheetOf }, { compilePaper }] = await Promise.all([import('../papers/paper-sheet.ts'), import('./typst.ts')])
      return compilePaper(paperSheetOf(paper))
    }
    case 'xlsx':
      return (await import('../papers/paper-excel.ts')).writePaperExcel(paper)
  }
}

const firstOf = (findings: readonly Finding[]): Finding => {
  const [first, ...others] = findings
  if (first === undefined) throw new Error('a template was refused without a finding')
  return others.length === 0 ? first : { ...first, message: `${first.message}另有${others.length}处也不一样。` }
}
