import { readFileSync } from 'node:fs'
import type { FilledForm, Form } from '@zicha/core'
import { readForm } from '../read/form-yaml.ts'

const folder = new URL('../../../../forms/yangzhou-2022/', import.meta.url)

const readShipped = (): Form => {
  const read = readForm(readFileSync(new URL('form.yaml', folder), 'utf8'))
  if (!read.ok) throw new Error(JSON.stringify(read.findings))
  return read.form
}

const shipped = readShipped()

/** The form that the repository ships, and its published Word table. */
export const shippedForm = (): Form => shipped

export const publishedTable = (): Uint8Array => new Uint8Array(readFileSync(new URL('table.docx', folder)))

/** One school's table: every item scored, two remarks, two inspectors, a code. */
export const filledForm = (change: Partial<FilledForm> = {}): FilledForm => {
  const form = shippedForm()
  const full = Object.fromEntries(form.items.map((item) => [item.no, item.points]))
  return {
    form,
    unit: '云溪小学',
    date: '2022-12-08',
    selfScores: { ...full, 2: 2.5, 5: 5 },
    inspectionScores: { ...full, 2: 2, 5: 5, 18: 11.5 },
    remarks: { 2: '计划晚于三月', 18: '缺一次' },
    inspectors: ['王丽', '赵强'],
    verificationCode: '7F3A-91C2-08DE',
    ...change,
  }
}
