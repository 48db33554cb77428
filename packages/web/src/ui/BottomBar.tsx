import type { ReactNode } from 'react'
import { coverFoot } from './cover-foot.ts'

/** Sticks to the bottom with the one solid button of a screen; `note` says what the press means. */
export const BottomBar = ({ children, note }: { readonly children: ReactNode; readonly note?: ReactNode }) => (
  <section className="bar" ref={coverFoot} aria-label="这一页要做的">
    {children}
    {note === undefined ? null : <p className="note">{note}</p>}
  </section>
)
