/** What the score words of a mention do: give, add on top, take; or bare, where only an amount stands. */
export type Sign = 'gives' | 'adds' | 'takes' | 'bare'

/**
 * One place where the clause speaks of marks. `start` and `end` hold the score words with their amount.
 * amounts: a mark or several (分别扣1分、2分); range: 1-3分; judged: 酌情扣分 without a number; unpriced: 扣分, 得分 without a number;
 * cap: 最高加5分, 扣完2分为止, 扣完为止 (no amount); zero: 不得分; full: 得满分; exempt: 不扣分, 视同得分;
 * veto: 一票否决; combine: 不累计, 按最高级别; otherwise: 否则不得分; value: the item's own mark, 满分5分.
 */
export type Mention = {
  readonly kind:
    | 'amounts'
    | 'range'
    | 'judged'
    | 'unpriced'
    | 'proportion'
    | 'cap'
    | 'zero'
    | 'full'
    | 'exempt'
    | 'veto'
    | 'combine'
    | 'value'
  readonly start: number
  readonly end: number
  readonly sign: Sign
  readonly amounts: readonly number[]
  /** `次` in `5分/次`, where a rate follows the amount. */
  readonly per?: string
  /** 分别, 各, 均 before the amount: the amount is of each of several things. */
  readonly each?: 'respectively' | 'each'
  /** A cap without a number that ends at the item's points: 扣完为止. */
  readonly toTheEnd?: boolean
  /** 加（减）5分: given on the one side of the mark, taken on the other. */
  readonly bothWays?: boolean
  /** Amount stands alone in a bracket: （3分）. */
  readonly bracketed?: boolean
}
