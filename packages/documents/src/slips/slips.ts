/** One person's slip: where the link leads, and whose it is. */
export type Slip = {
  readonly unitName: string
  readonly name: string
  readonly username: string
  /** As printed behind the name: 书记, 党务干部. */
  readonly post: string
  readonly isNew: boolean
  readonly url: string
}

/** A sheet of slips to be cut out and handed over, one a person. */
export type SlipSheet = {
  /** Who hands them out. */
  readonly from: string
  /** Until when the links open, an instant. */
  readonly expiresAt: string
  readonly slips: readonly Slip[]
}
