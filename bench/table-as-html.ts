/** The filled table as a web page: what a browser is given to print, so that both ways lay out the same words. */
import type { FilledForm } from '@zicha/core'

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

const style = `
  @page { size: A4; margin: 20mm 18mm }
  body { font: 10.5pt/1.4 'Noto Serif CJK SC', serif }
  h1 { font-size: 16pt; text-align: center }
  table { border-collapse: collapse; width: 100% }
  th, td { border: .5pt solid #000; padding: 2pt 4pt; vertical-align: top }
  thead { display: table-header-group }
  tr { break-inside: avoid }
  .mark { width: 14mm; text-align: center }
`

export const tableAsHtml = ({ form, unit, date, selfScores, inspectionScores, remarks }: FilledForm): string => {
  const rows = form.sections.flatMap((section) =>
    section.items.map((no, index) => {
      const item = form.items.find((one) => one.no === no)
      const head = index === 0 ? `<td rowspan="${section.items.length}">${escape(section.name)}</td>` : ''
      return `<tr>${head}<td>${no}. ${escape(item?.duty ?? '')}</td><td>${escape(item?.clause ?? '')}</td><td class="mark">${selfScores[no] ?? ''}</td><td class="mark">${inspectionScores[no] ?? ''}</td><td>${escape(remarks[no] ?? '')}</td></tr>`
    }),
  )
  const head = form.columns.map((column) => `<th>${escape(column)}</th>`).join('')
  return `<!doctype html><meta charset="utf-8"><style>${style}</style><p>${escape(form.heading)}</p><h1>${escape(form.title)}</h1>
    <p>${escape(form.unitLine)}${escape(unit)} ${date ?? ''}</p><table><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table><p>${escape(form.signatureLine)}</p>`
}
