import type { Stroke } from '@zicha/core'
import type { Column, ColumnRole } from './columns.ts'

/** The filled table as plain values: what stands in which cell. Every face (Word, PDF, Excel) draws these and decides nothing. */
export type Layout = {
  readonly heading: string
  readonly titleLines: readonly string[]
  /** Points; less than 二号 only where a line would not fit. */
  readonly titleSize: number
  readonly unitLine: { readonly label: string; readonly unit: string }
  /** `2026年12月18日`, or the published blank. */
  readonly dateLine: string
  readonly columns: readonly Column[]
  readonly rows: readonly LayoutRow[]
  readonly total: readonly LayoutCell[]
  readonly signature: Signature
  readonly verificationCode?: string
}

export type LayoutRow = {
  readonly item: number
  readonly section: number
  readonly cells: readonly LayoutCell[]
  /** Too tall to be kept on one page: may be split, with at least two lines on each side. */
  readonly splits: boolean
}

/** `score` is there where the cell is a number; its `text` is the same number as people write it. */
export type LayoutCell = {
  readonly role: ColumnRole
  readonly text: string
  readonly rowSpan: number
  readonly columnSpan: number
  readonly score?: number
}

/**
 * Rooms to sign in: at least two, each with its printed name or empty, and the signature that was drawn on a screen,
 * where there is one; otherwise a hand signs there. The day is written by hand.
 */
export type Signature = { readonly label: string; readonly rooms: readonly string[]; readonly hands: readonly Hand[]; readonly day: string }

export type Hand = readonly Stroke[] | undefined
