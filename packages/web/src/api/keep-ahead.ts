import { keptAt } from './kept-answers.ts'
import type { Place } from './names.ts'
import { placePath } from './names.ts'
import { RequestProblem } from './problem.ts'
import { request } from './request.ts'

/** A copy younger than this is good enough to go out with. */
const fresh = 3_600_000

/**
 * Reads what the pages of one school need before the network is gone: records, marks, questions, the form. Where no
 * worker can open pages later, an open page still goes on with it. Only what has no copy of the last hour.
 * `records`: this person records what happens, and is helped by what was recorded last year.
 */
export const keepAhead = async (place: Place, form: string, records: boolean): Promise<void> => {
  if (!navigator.onLine) return
  const here = placePath(place)
  const edition = `/forms/${encodeURIComponent(form)}`
  const paths = [here, `${here}/plan`, `${here}/entries?limit=200`, `${here}/score`, `${here}/facts`, `${here}/checks`, '/entry-kinds', edition, `${edition}/guidance`, ...(records ? [`${here}/last-year`] : [])]
  for (const path of paths) {
    if (Date.now() - ((await keptAt(path)) ?? 0) < fresh) continue
    try {
      await request(path, { fresh: true })
    } catch (error) {
      if (error instanceof RequestProblem) return
      throw error
    }
  }
}
