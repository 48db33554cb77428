import type { ItemState } from './item.ts'
import type { Arrived } from './show-arrived.ts'

/**
 * What became of one sending. `later`: nothing is known or the server is busy, the same call again is safe;
 * `others` says whether the next item has better chances.
 */
export type Outcome =
  | { readonly kind: 'sent'; readonly version?: number; readonly arrived?: Arrived }
  | { readonly kind: 'stuck'; readonly state: ItemState & { readonly kind: 'stuck' } }
  | { readonly kind: 'later'; readonly others: boolean }
  | { readonly kind: 'signed_out' }
