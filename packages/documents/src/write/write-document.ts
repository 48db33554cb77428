import type { FilledForm, Finding } from '@zicha/core'
import { blankTable } from '../fill/blank-table.ts'
import { fillTable } from '../fill/fill-table.ts'
import { checkFilled } from '../layout/check-filled.ts'
import { writeExcel } from './excel.ts'
import { sheetOf } from './sheet.ts'
import { compilePdf, compileSvg } from './typst.ts'
import { splitPages } from './split-pages.ts'

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
  switch (face) {
    case 'docx':
      return word(assessment, template)
    case 'pdf':
      return { bytes: await compilePdf(sheetOf(assessment)) }
    case 'xlsx':
      return { bytes: await writeExcel(assessment) }
  }
}

const word = (assessment: FilledForm, template: Uint8Array | undefined): WrittenDocument | Finding => {
  const filled = fillTable(template ?? blankTable(assessment.form), assessment)
  if (filled instanceof Uint8Array) return { bytes: filled }
  const [first, ...others] = filled
  if (first === undefined) throw new Error('a template was refused without a finding')
  return others.length === 0 ? first : { ...first, message: `${first.message}另有${others.length}处也不一样。` }
}

/** The printed pages as drawings, one SVG a page, for browsers that cannot show a file. */
export const writePages = async (assessment: FilledForm): Promise<readonly string[] | Finding> => {
  const [fault] = checkFilled(assessment)
  return fault ?? splitPages(await compileSvg(sheetOf(assessment)))
}
