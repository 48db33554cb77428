/** An official scoring table as a value: what stands on the paper, before any clause is understood. */
export type Table = {
  readonly title: string
  /** The line above the title (附件：), the unit and date lines, the foot: verbatim, where the paper has them. */
  readonly heading?: string
  readonly unitLine?: string
  readonly dateLine?: string
  readonly columns: readonly string[]
  readonly totalRow?: string
  readonly signatureLine?: string
  readonly total?: number
  readonly sections: readonly { readonly no: number; readonly name: string; readonly points?: number }[]
  readonly rows: readonly TableRow[]
}

export type TableRow = {
  readonly no: number
  readonly section: number
  readonly points?: number
  readonly duty: string
  readonly clause: string
  /** Advice that stood in the duty's or clause's cell and is no rule: 可以参照…, 我着重提醒…. */
  readonly guidance?: string
  /** Columns that the reader does not know, verbatim, by their head. */
  readonly extra?: Readonly<Record<string, string>>
  /** Where the row stands: `第2页第5行`, `row 12`. */
  readonly where: string
}
