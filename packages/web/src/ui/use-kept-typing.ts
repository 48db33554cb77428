import { useState } from 'react'

/** Numbers that are still missing are NaN on the page, and JSON has no word for them. */
const missing = '\u0000missing'
const write = (value: unknown): string => JSON.stringify(value, (_name, one: unknown) => (typeof one === 'number' && Number.isNaN(one) ? missing : one))
const read = (text: string): unknown => JSON.parse(text, (_name, one: unknown) => (one === missing ? Number.NaN : one))

type Kept<T> = { readonly base: string; readonly value: T }

export type KeptTyping<T> = {
  readonly value: T
  readonly change: (value: T | ((before: T) => T)) => void
  /** Saved, or thrown away: nothing is kept any more, and the page begins from `start` again. */
  readonly forget: () => void
  /** True where the page was opened with what had been left unsaved. */
  readonly wasKept: boolean
}

/**
 * What is typed on an edit page and not saved yet, on this device, for one person and one thing: leaving the page, an
 * ended session or a cleared tab cost no word. `base` names what it was typed on; on another version it is not brought
 * back, for it would be saved over what somebody else wrote.
 */
export const useKeptTyping = <T>(about: { readonly username: string; readonly thing: string; readonly base: string }, start: T): KeptTyping<T> => {
  const key = `zicha.typing.1.${about.username}.${about.thing}`
  const [found] = useState(() => readKept<T>(key, about.base))
  const [typed, setTyped] = useState<T | undefined>(found)
  return {
    value: typed ?? start,
    change: (changed) => {
      setTyped((before) => {
        const value = typeof changed === 'function' ? (changed as (before: T) => T)(before ?? start) : changed
        keep(key, { base: about.base, value })
        return value
      })
    },
    forget: () => {
      drop(key)
      setTyped(undefined)
    },
    wasKept: found !== undefined && typed !== undefined,
  }
}

const readKept = <T>(key: string, base: string): T | undefined => {
  try {
    const text = localStorage.getItem(key)
    if (text === null) return undefined
    const kept = read(text) as Kept<T>
    return kept.base === base ? kept.value : undefined
  } catch {
    return undefined
  }
}

const keep = (key: string, kept: Kept<unknown>): void => {
  try {
    localStorage.setItem(key, write(kept))
  } catch {
    // A browser that keeps nothing still has it on the page.
  }
}

const drop = (key: string): void => {
  try {
    localStorage.removeItem(key)
  } catch {
    // Nothing was kept.
  }
}
