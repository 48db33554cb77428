/** What a card already knows of the record that it asks for. */
export type EntryStart = {
  readonly kind: string
  /** Where the card knows a better title than kind and day give. */
  readonly title?: string
  /** A day that is known. */
  readonly on?: string
  /** Only the stretch of time is known: 9月, 上半年. The day is a person's to say. */
  readonly period?: string
  /** The criterion that lacks a paper: what it asks for is said at the evidence, which then stands first. */
  readonly lacking?: string
}

export const newEntryAddress = (here: string, start: EntryStart): string =>
  `${here}/entries/new?${new URLSearchParams({ ...start })}`

export const readEntryStart = (params: URLSearchParams): EntryStart | null => {
  const kind = params.get('kind')
  const on = params.get('on')
  const period = params.get('period')
  const title = params.get('title')
  const lacking = params.get('lacking')
  if (kind === null) return null
  return {
    kind,
    ...(on === null ? {} : { on }),
    ...(period === null ? {} : { period }),
    ...(title === null ? {} : { title }),
    ...(lacking === null ? {} : { lacking }),
  }
}
