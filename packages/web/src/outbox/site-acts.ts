import type { InspectionBody } from '../api/contract.ts'
import type { Base } from './base.ts'

type SiteBody = Pick<InspectionBody, 'score' | 'reason' | 'remark'>

/** An inspector's own mark of one item. `against`: the self score that was before their eyes when it was given. */
export type InspectAct = {
  readonly kind: 'inspect'
  readonly no: number
  readonly title: string
  readonly body: SiteBody
  readonly against: number
  readonly base: Base
}
/** A photograph of an original, taken by the inspector for one item. */
export type SitePhotoAct = {
  readonly kind: 'site_photo'
  readonly no: number
  readonly sha256: string
  readonly name: string
  readonly type: string
  readonly size: number
}
/** 已看原件 of a record, or not after all. */
export type SeenAct = { readonly kind: 'seen'; readonly no: number; readonly entry: string; readonly title: string; readonly seen: boolean }

export type SiteAct = InspectAct | SitePhotoAct | SeenAct

/** What stands at the server where an inspector's mark meets it. `own`: the mark given from another device meanwhile. */
export type MetMark = {
  readonly kind: 'inspect'
  readonly selfScore: number
  readonly own: (SiteBody & { readonly version: number }) | null
  /** The table is in the school's hands again. */
  readonly returned: boolean
}

export const isSiteAct = (act: { readonly kind: string }): act is SiteAct =>
  act.kind === 'inspect' || act.kind === 'site_photo' || act.kind === 'seen'

export const siteActName = (act: SiteAct): string => {
  switch (act.kind) {
    case 'inspect':
      return `inspect ${act.no}`
    case 'site_photo':
      return `site photo ${act.no} ${act.sha256}`
    case 'seen':
      return `seen ${act.no} ${act.entry}`
  }
}

/** In words, for lists and for what is exported. */
export const sayMark = ({ score, reason }: SiteBody): string => (reason === undefined ? `${score}分，同意自查` : `${score}分，${reason}`)
