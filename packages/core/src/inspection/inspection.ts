import type { Points } from '../points.ts'

/** One inspector's own mark of one item, given before the colleagues' marks are seen. */
export type ItemMark = {
  readonly inspector: string
  readonly item: number
  readonly score: Points
  readonly reason?: string
  readonly remark?: string
}

/** The mark that inspectors agreed on after theirs differed. */
export type SettledMark = { readonly item: number; readonly score: Points; readonly reason?: string }

/**
 * An item's inspection score, made of several inspectors' marks: `open` (nobody marked it), `agreed`, `differing`
 * (no score until settled; `difference` is the widest gap), or `settled`.
 */
export type ItemInspection =
  | { readonly no: number; readonly max: Points; readonly kind: 'open'; readonly marks: readonly ItemMark[] }
  | {
      readonly no: number
      readonly max: Points
      readonly kind: 'agreed' | 'settled'
      readonly score: Points
      readonly marks: readonly ItemMark[]
    }
  | {
      readonly no: number
      readonly max: Points
      readonly kind: 'differing'
      readonly difference: Points
      readonly marks: readonly ItemMark[]
    }

/** `total` adds the scores that stand; it is the inspection's own only where `complete`. */
export type Inspection = {
  readonly items: readonly ItemInspection[]
  readonly total: Points
  readonly complete: boolean
}
