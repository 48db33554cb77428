import type { FilledForm, Finding, Form } from '@zicha/core'
import { zipSync } from 'fflate'
import { columnsOf } from '../layout/columns.ts'
import { dutyText, layOut } from '../layout/lay-out.ts'
import type { Layout } from '../layout/layout.ts'
import { dressPackage, footIds } from './dress-package.ts'
import { dressPage } from './dress-page.ts'
import { dressTable } from './dress-table.ts'
import { findBoxes } from './find-boxes.ts'
import type { Boxes } from './find-boxes.ts'
import { brokenTemplate, openTemplate } from './open-template.ts'
import type { WordParts } from './open-template.ts'
import { withPictures } from './place-pictures.ts'
import { drawnHands, setTexts } from './set-text.ts'
import { parseXml, serializeXml } from './word-xml.ts'
import type { Document } from './word-xml.ts'

/**
 * The published Word table with a filled form's values in its cells: opened, its boxes found, each filled, the page dressed
 * as official print wants it, packed again. Parts that the dress does not touch stay byte for byte.
 */
export const fillTable = (template: Uint8Array, filled: FilledForm): Uint8Array | readonly Finding[] => {
  const opened = boxesOf(template, filled.form)
  if ('findings' in opened) return opened.findings
  const { parts, document, boxes } = opened
  const layout = layoutFor(boxes, layOut(filled), filled)
  setTexts(boxes, filled, layout)
  dressTable(boxes, layout)
  dressPage(document, footIds)
  const dressed = dressPackage(parts, layout.verificationCode)
  const pictured = dressed === undefined ? undefined : withPictures(dressed, drawnHands(layout).map((strokes) => ({ strokes })))
  if (pictured === undefined) return [brokenTemplate]
  return pack({ ...pictured, 'word/document.xml': serializeXml(document) })
}

type OpenedTemplate =
  | { readonly parts: WordParts; readonly document: Document; readonly boxes: Boxes }
  | { readonly findings: readonly Finding[] }

/** A template opened and held against the form: its boxes, or everything that does not match. */
export const boxesOf = (template: Uint8Array, form: Form): OpenedTemplate => {
  const opened = openTemplate(template)
  if (opened.kind === 'refused') return { findings: [opened.finding] }
  const document = parseXml(opened.parts['word/document.xml'] ?? new Uint8Array())
  if (document === undefined) return { findings: [brokenTemplate] }
  const boxes = findBoxes(document, form)
  return 'table' in boxes ? { parts: opened.parts, document, boxes } : { findings: boxes }
}

/** The template's own columns, which may be more than the form knows, with widths for them. */
const layoutFor = (boxes: Boxes, layout: Layout, filled: FilledForm): Layout => ({
  ...layout,
  columns: columnsOf(
    boxes.heads.map((head) => head.head),
    filled.form.items.map((item) => ({ duty: dutyText(item), clause: item.clause })),
  ),
})

/** The same bytes for the same values: a fixed day in the archive's directory. */
const pack = (parts: WordParts): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts)), { level: 6, mtime: new Date(1980, 0, 1) })
