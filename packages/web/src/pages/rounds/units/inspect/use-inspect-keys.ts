import { useEffect, useRef } from 'react'

type Keys = { readonly j: () => void; readonly k: () => void; readonly press: (() => void) | undefined }

/** j and k go to the next and the previous item; Ctrl+Enter gives the mark, also from within a field. */
export const useInspectKeys = (keys: Keys): void => {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (document.querySelector('dialog[open]') !== null) return
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) return latest.current.press?.()
      const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement
      if (typing || event.ctrlKey || event.metaKey || event.altKey) return
      if (event.key === 'j') latest.current.j()
      if (event.key === 'k') latest.current.k()
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [])
}
