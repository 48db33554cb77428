import type { ReactNode } from 'react'

/** One line of state a page: what is so, then one link. Never two on a page. */
export const NoticeLine = ({ children, link }: { readonly children: ReactNode; readonly link?: ReactNode }) => (
  <div className="notice" role="status">
    <span>{children}</span>
    {link}
  </div>
)
