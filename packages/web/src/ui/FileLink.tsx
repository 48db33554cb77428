import type { ComponentProps } from 'react'
import { useOnline } from './use-online.ts'

/** A link to what the server makes or keeps: without a network a word instead of a page that does not open. */
export const FileLink = ({ children, ...link }: ComponentProps<'a'>) =>
  useOnline() ? (
    <a {...link}>{children}</a>
  ) : (
    <span className="grey">
      {children}
      <span className="small">（要有网络）</span>
    </span>
  )
