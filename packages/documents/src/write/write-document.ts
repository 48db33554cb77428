import type { FilledForm, Finding, Form } from '@zicha/core'
import { checkFilled } from '../layout/check-filled.ts'

/** How a filled form may look as a file. */
export type DocumentFace = 'docx' | 'pdf' | 'xlsx'

export type WrittenDocument = { readonly bytes: Uint8Array }

/**
 * A filled form as a file. `template` is the published Word table, filled in place; without one a clean table is laid out.
 * The first finding says why nothing was written: a score out of its range, a template that does not match the form.
 */
export const writeDocument = async (
  assessment: FilledForm,
  face: DocumentFace,
  template?: Uint8Array,
): Promise<WrittenDocument | Finding> => {
  const [fault] = checkFilled(assessment)
  if (fault !== undefined) return fault
  // Each face brings parts that a caller who only reads or scores need not load.
  switch (face) {
    case 'docx':
      return writeWord(assessment, template)
    case 'pdf': {
      const [{ sheetOf }, { compilePdf }] = await Promise.all([import('./sheet.ts'), import('./typst.ts')])
      return { bytes: await compilePdf(sheetOf(assessment)) }
    }
    case 'xlsx': {
      const { writeExcel } = await import('./excel.ts')
      return { bytes: await writeExcel(assessment) }
    }
  }
}

const writeWord = async (assessment: FilledForm, template?: Uint8Array): Promise<WrittenDocument | Finding> => {
  const [{ blankTable }, { fillTable }] = await Promise.all([
    import('../fill/blank-table.ts'),
    import('../fill/fill-table.ts'),
  ])
  const filled = fillTable(template ?? blankTable(assessment.form), assessment)
  if (filled instanceof Uint8Array) return { bytes: filled }
  const [first, ...others] = filled
  if (first === undefined) throw new Error('a template was refused without a finding')
  return others.length === 0 ? first : { ...first, message: `${first.message}另有${others.length}处也不一样。` }
}

/**
 * What keeps a published Word table from being filled with this form's values, each with its row; nothing where every
 * value has its box. Asked when a table is published, so that no school meets it in December.
 */
export const checkTemplate = async (template: Uint8Array, form: Form): Promise<readonly Finding[]> => {
  const { boxesOf } = await import('../fill/fill-table.ts')
  const boxes = boxesOf(template, form)
  return 'findings' in boxes ? boxes.findings : []
}

/** The printed pages as drawings, one SVG a page, for browsers that cannot show a file. */
export const writePages = async (assessment: FilledForm): Promise<readonly string[] | Finding> => {
  const [fault] = checkFilled(assessment)
  if (fault !== undefined) return fault
  const [{ sheetOf }, { compileSvg }, { splitPages }] = await Promise.all([
    import('./sheet.ts'),
    import('./typst.ts'),
    import('./split-pages.ts'),
  ])
  return splitPages(await compileSvg(sheetOf(assessment)))
}
