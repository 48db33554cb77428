import type { RequestBody } from '../../../../api/contract.ts'

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

export const bodyOf = (thing: AskedThing, from: string, note: string): RequestBody => ({
  ...thing,
  from,
  ...(note.trim() === '' ? {} : { note: note.trim() }),
})
