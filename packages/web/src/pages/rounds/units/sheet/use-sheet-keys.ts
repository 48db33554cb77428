import { useEffect } from 'react'

/** j k up and down, Enter opens (the row's own button), e own mark, n record, / find, Esc closes. */
export const useSheetKeys = (acts: {
  readonly open: number | null
  readonly writes: boolean
  readonly close: () => void
  readonly openAt: (no: number) => void
  readonly find: () => void
  readonly record: (no: number | null) => void
}) => {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return
      const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement
      if (event.key === 'Escape' && acts.open !== null) {
        document.getElementById(`toggle-${acts.open}`)?.focus()
        acts.close()
        return
      }
      if (typing) return
      const toggles = [...document.querySelectorAll<HTMLElement>('[data-toggle]')]
      const at = toggles.findIndex((one) => one === document.activeElement)
      const current = at < 0 ? acts.open : Number(toggles[at]?.dataset['toggle'])
      switch (event.key) {
        case 'j':
        case 'k': {
          const from = at < 0 ? toggles.findIndex((one) => Number(one.dataset['toggle']) === acts.open) : at
          const next = toggles[Math.min(toggles.length - 1, Math.max(0, from + (event.key === 'j' ? 1 : -1)))]
          next?.focus()
          next?.scrollIntoView({ block: 'nearest' })
          return
        }
        case '/':
          event.preventDefault()
          acts.find()
          return
        case 'n':
          if (acts.writes) acts.record(current)
          return
        case 'e':
          if (!acts.writes || current === null) return
          event.preventDefault()
          acts.openAt(current)
          goToOwnMark(current)
          return
      }
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  })
}

/** Once the item is drawn open, which takes a frame or two. */
const goToOwnMark = (no: number, frames = 30): void => {
  const field = document.querySelector<HTMLElement>(`#detail-${no} [data-own-mark]`)
  if (field !== null) field.focus()
  else if (frames > 0) requestAnimationFrame(() => goToOwnMark(no, frames - 1))
}
