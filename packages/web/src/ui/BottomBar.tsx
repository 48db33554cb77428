import type { ReactNode } from 'react'

/** Sticks to the bottom with the one solid button of a screen; `note` says what the press means. */
export const BottomBar = ({ children, note }: { readonly children: ReactNode; readonly note?: ReactNode }) => (
  <div className="bar">
    {children}
    {note === undefined ? null : <p className="note">{note}</p>}
  </div>
)
