import type { ReactNode } from 'react'
import { createContext, use, useState } from 'react'
import { createPortal } from 'react-dom'
import { Link, NavLink, useLocation } from 'react-router'
import { coverFoot } from './cover-foot.ts'
import { TextSizeButton } from './TextSizeButton.tsx'

export type PageLink = { readonly to: string; readonly name: string; readonly count?: number; readonly end?: boolean }

/** The pages one can go to from here. `tabs` (three, with the one main act) stand at the bottom of a phone. */
export type PageLinks = {
  readonly groups: readonly (readonly PageLink[])[]
  readonly tabs?: { readonly links: readonly PageLink[]; readonly act?: PageLink }
}

const BottomContext = createContext<HTMLElement | null>(null)

/** A page with its surroundings: below 1200 top bar and tabs, from 1200 the list of pages on the left. */
export const Frame = (props: {
  readonly top: ReactNode
  readonly links: PageLinks
  /** Stands above the list of pages, where the top bar gives way to it. */
  readonly aboveLinks?: ReactNode
  readonly notice?: ReactNode
  /** What was just done, with its way back: above the tabs, until the next page. */
  readonly said?: ReactNode
  readonly children: ReactNode
}) => {
  const [acts, setActs] = useState<HTMLElement | null>(null)
  return (
    <div className="frame sided">
      <SideList links={props.links}>{props.aboveLinks}</SideList>
      <div className="body">
        {props.top}
        {props.notice}
        <BottomContext value={acts}>
          <main id="main" tabIndex={-1}>
            {props.children}
            <FootLinks />
          </main>
        </BottomContext>
        <div className="bottom" ref={coverFoot}>
          {props.said}
          <section ref={setActs} aria-label="这一页要做的" />
          {props.links.tabs === undefined ? null : <Tabs {...props.links.tabs} />}
        </div>
      </div>
    </div>
  )
}

/** What a page in a Frame is to do, from deep inside it: stands above the tabs, at the bottom also of a short page. */
export const FrameBar = ({ children }: { readonly children: ReactNode }) => {
  const bottom = use(BottomContext)
  return bottom === null ? null : createPortal(<div className="bar act-bar">{children}</div>, bottom)
}

/** A page that does one thing in one column: its own top, its own bottom bar, no list of pages. */
export const ColumnFrame = (props: {
  readonly top: ReactNode
  readonly notice?: ReactNode
  readonly bar?: ReactNode
  /** For a few fields: 440 wide instead of 640. */
  readonly narrow?: boolean
  readonly children: ReactNode
}) => (
  <div className={props.narrow === true ? 'frame column narrow' : 'frame column'}>
    {props.top}
    {props.notice}
    <main id="main" tabIndex={-1}>
      {props.children}
    </main>
    {props.bar}
  </div>
)

const SideList = ({ links, children }: { readonly links: PageLinks; readonly children: ReactNode }) => (
  <nav className="side" aria-label="目录">
    <Link className="word" to="/">
      自查通
    </Link>
    {children}
    <SideAct links={links} />
    {links.groups.map((group, index) => (
      <div key={group[0]?.to ?? index}>
        {index === 0 ? null : <hr />}
        {group.map((link) => (
          <NavLink key={link.to} to={link.to} end={link.end ?? false}>
            {link.name}
            {link.count === undefined ? null : <span className="count">{link.count}</span>}
          </NavLink>
        ))}
      </div>
    ))}
    <div className="foot">
      <NavLink to="/me">我</NavLink>
      <TextSizeButton className="" />
      <NavLink to="/help">帮助</NavLink>
      <NavLink to="/contact" state={{ page: useLocation().pathname }}>
        投诉建议
      </NavLink>
    </div>
  </nav>
)

/** The one main act of a phone's tabs stands here too, where the list does not name it already. */
const SideAct = ({ links: { groups, tabs } }: { readonly links: PageLinks }) =>
  tabs?.act === undefined || groups.some((group) => group.some((link) => link.to === tabs.act?.to)) ? null : (
    <Link className="button" to={tabs.act.to}>
      {tabs.act.name}
    </Link>
  )

const Tabs = ({ links, act }: { readonly links: readonly PageLink[]; readonly act?: PageLink }) => (
  <nav className="bar tabs" aria-label="主要页面">
    {links.map((link) => (
      <NavLink key={link.to} className="tap" to={link.to} end={link.end ?? false}>
        {link.name}
      </NavLink>
    ))}
    {act === undefined ? null : (
      <Link className="button primary" to={act.to}>
        {act.name}
      </Link>
    )}
  </nav>
)

export const FootLinks = () => {
  const { pathname } = useLocation()
  return (
    <nav className="foot-links" aria-label="其他">
      <Link to="/help">帮助</Link>
      <Link to="/contact" state={{ page: pathname }}>
        投诉建议
      </Link>
    </nav>
  )
}
