/** A ref for what sticks to the bottom: tells the page how much of it is covered, so that no focus lies under it. */
export const coverFoot = (bar: HTMLElement | null): (() => void) | undefined => {
  if (bar === null) return undefined
  const { style } = document.documentElement
  const observer = new ResizeObserver(() => style.setProperty('--covered', `${bar.offsetHeight}px`))
  observer.observe(bar)
  return () => {
    observer.disconnect()
    style.removeProperty('--covered')
  }
}
