import { useEffect, useRef } from 'react'
import { Outlet, ScrollRestoration, useLocation } from 'react-router'

/** Around every page: the way past the surroundings, scroll kept, focus moved to the text when the address changes. */
export const Root = () => {
  const { pathname } = useLocation()
  const seen = useRef(pathname)
  useEffect(() => {
    if (seen.current === pathname) return
    seen.current = pathname
    document.getElementById('main')?.focus({ preventScroll: true })
  }, [pathname])
  return (
    <>
      <a className="skip" href="#main">
        跳到正文
      </a>
      <Outlet />
      <ScrollRestoration />
    </>
  )
}
