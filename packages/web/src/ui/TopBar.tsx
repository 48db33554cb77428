import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { TextSizeButton } from './TextSizeButton.tsx'

/** Whose page it is on the left, 大字 and 我 on the right. */
export const TopBar = (props: { readonly title: ReactNode; readonly aside?: ReactNode; readonly me?: boolean }) => (
  <header className="top">
    <div className="whose">
      {props.title}
      {props.aside}
    </div>
    <nav aria-label="设置">
      <TextSizeButton />
      {props.me === true ? (
        <Link className="tap" to="/me">
          我
        </Link>
      ) : null}
    </nav>
  </header>
)

/** On a page that does one thing: the way back, what it is, how it stands. */
export const TaskBar = (props: { readonly back: string; readonly backWord?: string; readonly title: string; readonly aside?: ReactNode }) => (
  <header className="top task">
    <Link className="tap start" to={props.back}>
      {props.backWord ?? '返回'}
    </Link>
    <b>{props.title}</b>
    <span className="note">{props.aside}</span>
  </header>
)
