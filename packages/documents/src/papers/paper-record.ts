import type { FormItem } from '@zicha/core'

/** A record as papers tell of it. */
export type PaperRecord = {
  readonly id: string
  readonly title: string
  /** `YYYY-MM-DD` */
  readonly happenedOn: string
  readonly kinds: readonly string[]
  readonly note?: string
  readonly people?: number
  readonly late: boolean
  /** Numbers of the items that it speaks for, in the form's order. */
  readonly items: readonly number[]
  readonly evidence: readonly PaperEvidence[]
}

/** A paper original where it lies, or a file with the name it was sent under; `arrived` false: still on its way; `removed`: its keeping is over and its bytes are gone. */
export type PaperEvidence =
  | { readonly kind: 'reference'; readonly reference: string; readonly place?: string }
  | { readonly kind: 'file'; readonly sha256: string; readonly name: string; readonly arrived: boolean; readonly removed?: boolean }

/** What papers say in place of a photo that is gone; its number stays its own. */
export const removedWords = '照片已按保存期限删除'

/** What a paper is made of. */
export type PaperSource = {
  readonly unit: string
  readonly year: number
  readonly madeOn: string
  readonly items: readonly FormItem[]
  /** In the order of their days. */
  readonly records: readonly PaperRecord[]
}

/** `2026-03-09` as `3月9日`: within one year's paper the year is said once. */
export const dayOfYear = (day: string): string => {
  const [, month, date] = day.split('-').map(Number)
  return `${month}月${date}日`
}

/** Numbers of items in a few words: 第1条、第3—5条. Each run stands by itself, so that a line breaks only between them. */
export const sayItems = (items: readonly number[]): string => {
  const runs: { readonly from: number; to: number }[] = []
  for (const item of items) {
    const last = runs.at(-1)
    if (last !== undefined && item === last.to + 1) last.to = item
    else runs.push({ from: item, to: item })
  }
  return runs.map(({ from, to }) => (from === to ? `第${from}条` : `第${from}—${to}条`)).join('、')
}
