import { Link } from 'react-router'
import type { QueuedItem } from '../../../../outbox/item.ts'
import { countWords } from '../../../../outbox/outbox-notice.ts'

/** Says that what stands on the page counts what the server does not have yet. Nothing where all has arrived. */
export const KeptHere = ({ kept }: { readonly kept: readonly QueuedItem[] }) =>
  kept.length === 0 ? null : (
    <p className="note kept-here">
      存在本机的{countWords(kept)}已经算在里面。<Link to="/outbox">看待上传</Link>
    </p>
  )
