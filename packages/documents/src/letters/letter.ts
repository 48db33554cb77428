/** A letter of an office as a plain value, in the parts of GB/T 9704-2012 that a draft has: no red head, no number, no seal. */
export type Letter = {
  /** 关于…的通知, in the lines in which it is set. */
  readonly title: readonly string[]
  /** 主送机关, without the colon. */
  readonly to: string
  readonly body: readonly LetterBlock[]
  /** 附件说明, each with its name alone. */
  readonly attachments: readonly string[]
  /** 发文机关署名. */
  readonly from: string
  /** 成文日期, `YYYY-MM-DD`; null leaves the day open: ____年__月__日. */
  readonly date: string | null
  /** What the drafter should look at; stands in front and is deleted before the letter goes out. */
  readonly hints: readonly string[]
  /** Attachments that are lists, each on a page of its own. */
  readonly lists: readonly LetterList[]
}

/** `level` 1: 一、 in 黑体; 2: （一） in 楷体; text: 仿宋, two characters in. */
export type LetterBlock = { readonly kind: 'head'; readonly level: 1 | 2; readonly text: string } | { readonly kind: 'text'; readonly text: string }

export type LetterList = {
  /** 附件2 */
  readonly label: string
  readonly title: string
  readonly columns: readonly { readonly head: string; /** Millimetres of 156. */ readonly width: number; readonly align: 'left' | 'center' }[]
  readonly rows: readonly (readonly string[])[]
}
