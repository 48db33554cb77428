import { newId } from './names.ts'

const name = 'zicha.session-turn'
let here = ''

/** Changes whenever somebody may have signed in or out, in any page of this browser. */
export const sessionTurn = (): string => {
  try {
    return localStorage.getItem(name) ?? here
  } catch {
    return here
  }
}

const changesSession = /^\/(sessions|demo\/sessions|links|setup)\b/u

/** Called before and after each call: what begins in one session must not count as checked in the next. */
export const turnSession = (path: string): void => {
  if (!changesSession.test(path)) return
  here = newId()
  try {
    localStorage.setItem(name, here)
  } catch {
    // One page then knows only of itself; the check by time remains.
  }
}
