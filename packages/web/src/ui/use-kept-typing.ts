import { useRef, useState } from 'react'

/** Numbers that are still missing are NaN on the page, and JSON has no word for them. */
const missing = '\u0000missing'
const write = (value: unknown): string => JSON.stringify(value, (_name, one: unknown) => (typeof one === 'number' && Number.isNaN(one) ? missing : one))
const read = (text: string): unknown => JSON.parse(text, (_name, one: unknown) => (one === missing ? Number.NaN : one))

/** What lies on the device: what was typed on `base`, and what was typed before on versions that are past. */
type Kept<T> = { readonly base: string; readonly value?: T; readonly taken?: boolean; readonly older?: readonly T[] }
type Typing<T> = { readonly typed: { readonly base: string; readonly value: T; readonly taken: boolean } | undefined; readonly older: readonly T[] }

export type KeptTyping<T> = {
  readonly value: T
  readonly change: (value: T | ((before: T) => T)) => void
  /** Saved, or thrown away: nothing of it is kept any more, and the page begins from `start` again. */
  readonly forget: () => void
  /** True where the page was opened with what had been left unsaved. */
  readonly wasKept: boolean
  /** The person took up what was typed before somebody saved other words, and may look at those again. */
  readonly taken: { readonly putAway: () => void } | undefined
  /** What was typed on a version that is past: the page shows the newer words, and the person says what becomes of the own. */
  readonly older: { readonly takeUp: () => void; readonly drop: () => void } | undefined
}

/**
 * What is typed on an edit page and not saved yet, on this device, for one person and one thing: leaving the page, an
 * ended session or a cleared tab cost no word. `base` names what it was typed on; on another version it is not brought
 * back by itself, for it would be saved over what somebody else wrote: it waits until the person takes it up or drops it.
 */
export const useKeptTyping = <T>(about: { readonly username: string; readonly thing: string; readonly base: string }, start: T): KeptTyping<T> => {
  const key = `zicha.typing.1.${about.username}.${about.thing}`
  const [found] = useState(() => readKept(key, about.base, start))
  const [{ typed, older }, setTyping] = useState<Typing<T>>(found)
  const now = useRef(found)
  // Written at once and not with the next drawing: a page that is already left forgets, too.
  const become = (next: (before: Typing<T>) => Typing<T>): void => {
    now.current = next(now.current)
    keep(key, now.current, about.base)
    setTyping(now.current)
  }
  const last = older.at(-1)
  return {
    value: typed?.value ?? start,
    change: (changed) =>
      become((before) => {
        const value = typeof changed === 'function' ? (changed as (before: T) => T)(before.typed?.value ?? start) : changed
        return { ...before, typed: { base: about.base, taken: false, ...before.typed, value } }
      }),
    forget: () => become((before) => ({ ...before, typed: undefined })),
    wasKept: found.typed !== undefined && typed !== undefined,
    taken:
      typed?.taken !== true
        ? undefined
        : { putAway: () => become((before) => ({ typed: undefined, older: [...before.older, ...(before.typed === undefined ? [] : [before.typed.value])] })) },
    older:
      last === undefined
        ? undefined
        : {
            // What was typed on the newer words meanwhile waits in its place.
            takeUp: () =>
              become((before) => ({
                typed: { base: about.base, value: last, taken: true },
                older: [...(before.typed === undefined ? [] : [before.typed.value]), ...before.older.slice(0, -1)],
              })),
            drop: () => become((before) => ({ ...before, older: before.older.slice(0, -1) })),
          },
  }
}

const readKept = <T>(key: string, base: string, start: T): Typing<T> => {
  try {
    const text = localStorage.getItem(key)
    if (text === null) return { typed: undefined, older: [] }
    const { value, taken = false, older = [], ...kept } = read(text) as Kept<T>
    if (value === undefined) return { typed: undefined, older }
    if (kept.base === base) return { typed: { base, value, taken }, older }
    // Saved by this person themselves, from here or elsewhere: nothing of it is lost.
    return { typed: undefined, older: write(value) === write(start) ? older : [...older, value] }
  } catch {
    return { typed: undefined, older: [] }
  }
}

const keep = <T>(key: string, { typed, older }: Typing<T>, base: string): void => {
  try {
    if (typed === undefined && older.length === 0) return localStorage.removeItem(key)
    const kept: Kept<T> = { base, ...typed, ...(older.length === 0 ? {} : { older }) }
    localStorage.setItem(key, write(kept))
  } catch {
    // A browser that keeps nothing still has it on the page.
  }
}
