/** Photos fill the machine, not rows: two are drawn at a time, the others wait in order. */
const places = 2

let busy = 0
const waiting: (() => void)[] = []

export const atADrawingPlace = async <T>(work: () => Promise<T>): Promise<T> => {
  if (busy >= places) await new Promise<void>((resolve) => waiting.push(resolve))
  else busy += 1
  try {
    return await work()
  } finally {
    // The place is handed over by who leaves it: nobody comes in between.
    const next = waiting.shift()
    if (next === undefined) busy -= 1
    else next()
  }
}
