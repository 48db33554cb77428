/** How many items wait, kept apart from the queue: what the browser cleared is noticed and said, not passed over. */
const keyOf = (owner: string): string => `zicha.outbox.1.${owner}`

export const readMarker = (owner: string): number => {
  try {
    return Number(localStorage.getItem(keyOf(owner)) ?? 0)
  } catch {
    return 0
  }
}

export const writeMarker = (owner: string, unsent: number): void => {
  try {
    if (unsent === 0) localStorage.removeItem(keyOf(owner))
    else localStorage.setItem(keyOf(owner), String(unsent))
  } catch {
    // Without it only the notice about cleared items is missing.
  }
}
