import { startTransition, useEffect, useState } from 'react'

const first = 60
const step = 240

/**
 * The first rows at once, the rest a little later: a filter over 1,500 rows answers within a tap, and soon all of them
 * are on the page, to be searched and printed by the browser.
 */
export const useGrowing = <Item>(items: readonly Item[]): readonly Item[] => {
  const [grown, setGrown] = useState({ items, count: first })
  const count = grown.items === items ? grown.count : first
  useEffect(() => {
    if (count >= items.length) return
    const timer = setTimeout(() => startTransition(() => setGrown({ items, count: count + step })), 60)
    return () => clearTimeout(timer)
  }, [items, count])
  return count >= items.length ? items : items.slice(0, count)
}
