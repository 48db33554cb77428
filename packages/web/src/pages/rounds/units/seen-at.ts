import type { Place } from '../../../api/names.ts'

/** When this person last looked at a page on this device: what changed since is told the next time. */
type Page = 'checked' | 'sheet' | 'objections' | 'requests'
const keyOf = (page: Page, place: Place, username: string): string => `zicha.${page}.1.${username}.${place.round}.${place.unit}`

export const readSeenAt = (page: Page, place: Place, username: string): string | null => {
  try {
    return localStorage.getItem(keyOf(page, place, username))
  } catch {
    return null
  }
}

export const keepSeenAt = (page: Page, place: Place, username: string, instant: string): void => {
  try {
    localStorage.setItem(keyOf(page, place, username), instant)
  } catch {
    // Without a store nothing is told as changed.
  }
}
