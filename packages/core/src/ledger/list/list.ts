/**
 * An old list of activities as its file shows it: rows of cells, a merged cell one and the same object in every place.
 * A line outside any table is a row with one cell.
 */
export type ListCell = {
  readonly text: string
  /** The number that an Excel cell holds, and the format code in which Excel shows it. */
  readonly value?: number
  readonly format?: string
}

export type ListRow = {
  /** The row as people count it in that sheet, table or text, from 1, and how they say where it is: 第5行, 第2张表第5行. */
  readonly row: number
  readonly where: string
  /** Which table of the file it belongs to; absent for a line outside any table. */
  readonly table?: number
  readonly cells: readonly (ListCell | undefined)[]
}

export type ListSheet = {
  /** What the sheet is called, and whether its rows must be told from another sheet's by that name. */
  readonly name?: string
  readonly isOneOfSeveral: boolean
  /** True where numbers may have lost their last nought on the way (pasted text): 3.1 may be 3.10. */
  readonly pasted: boolean
  readonly rows: readonly ListRow[]
}

/** One activity as the list tells it. It has no id, no evidence and perhaps no day: what the list does not say is not made up. */
export type ReadEntry = {
  /** `YYYY-MM-DD`, or null where the list does not tell a day of the year. */
  readonly happenedOn: string | null
  readonly title: string
  /** Kinds that its words name; several where meetings were held together, none where nothing fits. */
  readonly countsAs: readonly string[]
  readonly note?: string
  /** Where the original is, as the list tells it: 记录本P21, 第12页, 仪教〔2022〕5号. */
  readonly reference?: string
  readonly people?: number
  readonly source: { readonly row: number; readonly sheet?: string }
}
