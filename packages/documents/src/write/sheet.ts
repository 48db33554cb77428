import type { FilledForm } from '@zicha/core'
import { svgOf } from '../layout/hand.ts'
import { layOut, sectionText } from '../layout/lay-out.ts'
import { cellPadding, lineHeight, page, typeSize } from '../layout/page.ts'

/** What `sheet.typ` draws, as JSON: the layout with its measures. */
export const sheetOf = (filled: FilledForm): string => {
  const layout = layOut(filled)
  return JSON.stringify({
    page,
    padding: cellPadding,
    height: lineHeight,
    size: {
      cell: typeSize.小五,
      score: typeSize.五号,
      heading: typeSize.三号,
      unit: typeSize.四号,
      number: typeSize.四号,
    },
    title: filled.form.title,
    madeOn: filled.date === undefined ? null : filled.date.split('-').map(Number),
    titleLines: layout.titleLines,
    titleSize: layout.titleSize,
    heading: layout.heading,
    unitLabel: layout.unitLine.label,
    unit: layout.unitLine.unit,
    day: layout.dateLine,
    columns: layout.columns,
    sections: Object.fromEntries(filled.form.sections.map((one) => [one.no, sectionText(one)])),
    rows: layout.rows,
    total: layout.total,
    signature: { ...layout.signature, hands: layout.signature.hands.map((hand) => (hand === undefined ? '' : svgOf(hand))) },
    code: layout.verificationCode === undefined ? '' : `核验码 ${layout.verificationCode}`,
  })
}
