/** Why something could not be had or done, as the parts show it; the calls' problems have this shape. */
export type TroubleShown = {
  readonly kind: 'offline' | 'signed_out' | 'absent' | 'stale' | 'differs' | 'other'
  readonly sentence: string
  /** 编号: the few letters by which the office finds it in the log. */
  readonly reference: string | undefined
}
