import type { FilledForm, Finding, Form } from '@zicha/core'
import { checkFilled } from '../layout/check-filled.ts'
import { drawInThread } from './document-thread.ts'

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
  const drawn = await drawInThread(
    face === 'docx' && template !== undefined ? { want: face, assessment, template } : { want: face, assessment },
  )
  if (drawn.kind === 'file') return { bytes: drawn.bytes }
  if (drawn.kind === 'refused') return drawn.finding
  throw new Error(`${drawn.kind} came for a file`)
}

/** The printed pages as drawings, one SVG a page, for browsers that cannot show a file. */
export const writePages = async (assessment: FilledForm): Promise<readonly string[] | Finding> => {
  const [fault] = checkFilled(assessment)
  if (fault !== undefined) return fault
  const drawn = await drawInThread({ want: 'pages', assessment })
  if (drawn.kind === 'pages') return drawn.pages
  if (drawn.kind === 'refused') return drawn.finding
  throw new Error(`${drawn.kind} came for pages`)
}

/**
 * What keeps a published Word table from being filled with this form's values, each with its row; nothing where every
 * value has its box. Asked when a table is published, so that no school meets it in December.
 */
export const checkTemplate = async (template: Uint8Array, form: Form): Promise<readonly Finding[]> => {
  const drawn = await drawInThread({ want: 'check', template, form })
  if (drawn.kind === 'checked') return drawn.findings
  throw new Error(`${drawn.kind} came for a check`)
}
