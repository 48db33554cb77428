import type { Place } from '../../../../api/names.ts'
import type { ReturnReasons } from '../return-reasons.ts'

/** What is being written for a return, on this device: an ended session or a lost page costs no word. */
const keyOf = (place: Place, username: string): string => `zicha.return.1.${username}.${place.round}.${place.unit}`

export const noReasons: ReturnReasons = { whole: '', items: [] }

export const readKeptReturn = (place: Place, username: string): ReturnReasons => {
  try {
    const text = localStorage.getItem(keyOf(place, username))
    return text === null ? noReasons : (JSON.parse(text) as ReturnReasons)
  } catch {
    return noReasons
  }
}

export const keepReturn = (place: Place, username: string, reasons: ReturnReasons): void => {
  try {
    if (reasons.whole === '' && reasons.items.length === 0) localStorage.removeItem(keyOf(place, username))
    else localStorage.setItem(keyOf(place, username), JSON.stringify(reasons))
  } catch {
    // A browser that keeps nothing still has it on the page.
  }
}
