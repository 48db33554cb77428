/** When a reminder of a round was last copied on this device, so that nobody is reminded every day. */
const keyOf = (round: string): string => `zicha.reminded.1.${round}`

export const readReminded = (round: string): string | null => {
  try {
    return localStorage.getItem(keyOf(round))
  } catch {
    return null
  }
}

export const keepReminded = (round: string, day: string): void => {
  try {
    localStorage.setItem(keyOf(round), day)
  } catch {
    // Without a store the page only does not know the last time.
  }
}
