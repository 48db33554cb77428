import { useCallback, useSyncExternalStore } from 'react'

/** True from so many pixels on: where a table or a second column stands in place of a list. */
export const useWide = (from: number): boolean => {
  const listen = useCallback(
    (changed: () => void) => {
      const query = matchMedia(`(min-width: ${from}px)`)
      query.addEventListener('change', changed)
      return () => query.removeEventListener('change', changed)
    },
    [from],
  )
  return useSyncExternalStore(listen, () => matchMedia(`(min-width: ${from}px)`).matches)
}
