import type { Stroke } from '@zicha/core'

/**
 * A printed list as a plain value: what every face (Word, PDF, Excel) draws. Official tables are not papers: they are
 * filled as they were published.
 */
export type Paper = {
  /** Set centred, at most two lines. */
  readonly title: string
  /** The unit, printed at the left above the first list. */
  readonly unit: string
  /** The day it was made, `YYYY-MM-DD`. */
  readonly madeOn: string
  /** One line on what the reader holds. */
  readonly about: string
  readonly lists: readonly PaperList[]
  /** Paragraphs of a letter, before its lists; in 三号 with two characters of room, the first one (who is addressed) without. */
  readonly letter?: readonly string[]
  /** One line under the lists. */
  readonly after?: string
  /** Whose hands stand under it, with what was drawn on a screen. */
  readonly signatures?: readonly PaperSignature[]
  /** Who sends a letter, at its foot above the day. */
  readonly sender?: string
  /** 核验码, small in the foot. */
  readonly verificationCode?: string
  /** Where anybody can check that code; printed, and drawn to be scanned. */
  readonly verifyAddress?: string
}

/** `note` stands in the room where nothing was drawn: 手签，党建办公室. */
export type PaperSignature = {
  readonly label: string
  readonly name: string
  readonly strokes?: readonly Stroke[]
  readonly note: string
}

export type PaperList = {
  /** Printed above the list and used as the sheet's name; empty: no heading. */
  readonly heading: string
  readonly columns: readonly PaperColumn[]
  readonly groups: readonly PaperGroup[]
  /** What is said where no group has a row. */
  readonly empty: string
  /** In a workbook: more columns than an upright page holds, so many of the first stay in sight. */
  readonly wide?: { readonly staying: number }
  /** In a workbook: columns of numbers drawn under the list, over what another column names. */
  readonly chart?: PaperChart
}

export type PaperChart = { readonly title: string; readonly names: number; readonly bars: readonly { readonly name: string; readonly column: number }[] }

export type PaperColumn = {
  readonly head: string
  /** Millimetres; the columns of a list fill the text's width, 156, but those of a `wide` one. */
  readonly width: number
  readonly align: 'left' | 'center'
  /** A workbook holds these as numbers, to be added up and drawn; a share of 0 to 1 is shown in hundredths. */
  readonly numbers?: 'mark' | 'count' | 'share'
}

/** Rows under a line of their own (3月（5条）), which stays with them on a page and is named again on the next; no title, no line. */
export type PaperGroup = { readonly title: string; readonly rows: readonly (readonly string[])[] }
