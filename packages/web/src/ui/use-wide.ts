import { useSyncExternalStore } from 'react'

/** True from 1000 on: a table stands there, below it the same rows as a list. */
const query = typeof matchMedia === 'function' ? matchMedia('(min-width: 1000px)') : undefined

export const useWide = (): boolean =>
  useSyncExternalStore(
    (changed) => {
      query?.addEventListener('change', changed)
      return () => query?.removeEventListener('change', changed)
    },
    () => query?.matches ?? false,
  )
