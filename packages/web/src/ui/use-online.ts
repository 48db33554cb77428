import { useSyncExternalStore } from 'react'

const listen = (changed: () => void) => {
  addEventListener('online', changed)
  addEventListener('offline', changed)
  return () => {
    removeEventListener('online', changed)
    removeEventListener('offline', changed)
  }
}

/** Whether the device has a network; it does not promise that the server answers. */
export const useOnline = (): boolean => useSyncExternalStore(listen, () => navigator.onLine)
