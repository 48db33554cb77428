/** What public/ahead.js asked for while the scripts were on their way, by address. */
type Ahead = { zichaAskedAhead?: Map<string, Promise<Response | undefined>> }

/** Answers older than this were asked for another visit of the page. */
const fresh = 15_000

/** The answer on its way to a read at the page's start, once; undefined where none was asked for. */
export const takeAskedAhead = async (address: string): Promise<Response | undefined> => {
  const asked = (globalThis as Ahead).zichaAskedAhead
  const answer = performance.now() < fresh ? asked?.get(address) : undefined
  asked?.delete(address)
  return answer
}
