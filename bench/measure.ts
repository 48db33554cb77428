/** One line of the table: ours beside another way to do the same work, in the same run. */
export type Measure = {
  readonly what: string
  /** What the ratio compares, in words: `ours / hand-written, forms a second`. */
  readonly against: string
  readonly ours: string
  readonly theirs: string
  /** Above 1 is better than the other way. Absent where a limit stands instead of a rival. */
  readonly ratio?: number
  /** What must hold, in words; absent where the line is only told. */
  readonly line?: string
  readonly holds?: boolean
}

export type Bench = { readonly name: string; readonly run: () => Promise<readonly Measure[]> }

/** How often a second `work` can be done; one call may do `each` units of it. */
const rateOf = (work: () => void, each: number, milliseconds: number): number => {
  const began = performance.now()
  let calls = 0
  let spent = 0
  do {
    work()
    calls += 1
    spent = performance.now() - began
  } while (spent < milliseconds)
  return (calls * each * 1000) / spent
}

export const median = (all: readonly number[]): number => {
  const sorted = all.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

/**
 * The rates of several ways to do one work, a second. They take turns, so that a machine that is slow for a while is
 * slow for all of them, and the median of the turns counts.
 */
export const compareRates = (ways: readonly (() => void)[], each: number, turns = 9, milliseconds = 120): readonly number[] => {
  for (const way of ways) rateOf(way, each, milliseconds)
  const rates = ways.map((): number[] => [])
  for (let turn = 0; turn < turns; turn += 1) ways.forEach((way, index) => rates[index]?.push(rateOf(way, each, milliseconds)))
  return rates.map(median)
}

/** Milliseconds that each way takes, by turns; the median counts. The first round warms up and is not counted. */
export const compareTimes = async (ways: readonly (() => Promise<unknown>)[], turns = 5): Promise<readonly number[]> => {
  const times = ways.map((): number[] => [])
  for (let turn = 0; turn <= turns; turn += 1) {
    for (const [index, way] of ways.entries()) {
      const began = performance.now()
      await way()
      if (turn > 0) times[index]?.push(performance.now() - began)
    }
  }
  return times.map(median)
}

/** Numbers of a fixed seed, so that two runs measure the same work. */
export const numbersFrom = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 4_294_967_296
  }
}

export const perSecond = (rate: number): string => `${Math.round(rate).toLocaleString('en')}/s`

export const milliseconds = (time: number): string => `${time < 10 ? time.toFixed(1) : Math.round(time)} ms`
