import type { PlanAnswer, RequestBody } from '../../../../api/contract.ts'
import { gapPeriods, groupGaps } from '../plan-addresses.ts'

/** What a department is to be asked for: one criterion, or one kind of entry. */
export type AskedThing = { readonly criterion: string } | { readonly kind: string }

/** The page of requests, opened with what is wanted. `here` is the unit's own address. */
export const requestAddress = (here: string, thing: AskedThing): string =>
  `${here}/requests?${new URLSearchParams('criterion' in thing ? { criterion: thing.criterion } : { kind: thing.kind }).toString()}`

/** Null where the address wants nothing: then the page only lists. */
export const readAskedThing = (params: URLSearchParams): AskedThing | null => {
  const criterion = params.get('criterion')
  const kind = params.get('kind')
  if (criterion !== null) return { criterion }
  return kind === null ? null : { kind }
}

/** What lacks, said to who is asked: without it a department gives the record of another month. Empty where no time is known. */
export const lackNote = ({ missing }: Pick<PlanAnswer, 'missing'>, thing: AskedThing): string => {
  const lines = missing.filter(({ criterion, kinds, period }) => period !== null && kinds.length > 0 && ('criterion' in thing ? criterion === thing.criterion : kinds.includes(thing.kind)))
  const [group] = groupGaps(lines)
  return group === undefined ? '' : `${gapPeriods(group)}的。确实办过的才补，没办过请说一声。`
}

export const bodyOf = (thing: AskedThing, from: string, note: string): RequestBody => ({
  ...thing,
  from,
  ...(note.trim() === '' ? {} : { note: note.trim() }),
})
