const keyOf = (round: string): string => `zicha-export-${round}`

/** Which export of a round was asked for last on this device, so that one may leave the page and come back to it. */
export const readExport = (round: string): string | null => {
  try {
    return localStorage.getItem(keyOf(round))
  } catch {
    return null
  }
}

export const keepExport = (round: string, id: string): void => {
  try {
    localStorage.setItem(keyOf(round), id)
  } catch {
    // Where nothing is kept, the page itself remembers while it is open.
  }
}
