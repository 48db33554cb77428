import type { SheetChart } from 'hucre'
import type { PaperColumn, PaperList } from './paper.ts'

/** The value of a number column's cell; undefined where it says no number, and in columns of text. */
export const numberIn = (text: string, column: PaperColumn): number | undefined =>
  column.numbers === undefined || !/^-?\d+(\.\d+)?$/.test(text) ? undefined : Number(text)

/** How many is a dash where it is none, so that what is there stands out; a mark of nothing stays 0. */
export const formatOf = ({ numbers = 'mark' }: PaperColumn): string => {
  switch (numbers) {
    case 'mark':
      return 'General'
    case 'count':
      return 'General;-General;"—"'
    case 'share':
      return '0%'
  }
}

/** Where the rows of a list stand in its sheet, counted from 0. */
type Stretch = { readonly first: number; readonly last: number }

const tall = 17
const greys = ['57606A', 'BFC5CB']

/** Columns of a list as a chart of the program that opens it, under the list, as broad as it. */
export const chartsOf = (list: PaperList, at: Stretch): SheetChart[] => {
  const { chart } = list
  if (chart === undefined || at.last < at.first) return []
  const above = at.last + 2
  return [
    {
      type: 'column',
      title: chart.title,
      titleFontSize: 11,
      titleBold: false,
      altText: chart.title,
      series: chart.bars.map(({ name, column }, index) => ({
        name,
        values: rangeOf(column, at),
        categories: rangeOf(chart.names, at),
        ...(greys[index] === undefined ? {} : { color: greys[index] }),
      })),
      gapWidth: 60,
      legend: 'bottom',
      axes: {
        x: { tickLblSkip: 1, labelFontSize: 8 },
        y: { scale: { min: 0, max: 1, majorUnit: 0.25 }, numberFormat: { formatCode: '0%' }, gridlines: { major: true }, labelFontSize: 8 },
      },
      anchor: { from: { row: above, col: 0 }, to: { row: above + tall, col: list.columns.length } },
    },
  ]
}

const rangeOf = (column: number, { first, last }: Stretch): string => `${columnName(column)}${first + 1}:${columnName(column)}${last + 1}`

const columnName = (index: number): string => (index < 26 ? '' : columnName(Math.floor(index / 26) - 1)) + String.fromCodePoint(65 + (index % 26))
