/** What a card already knows of the record that it asks for. */
export type EntryStart = {
  readonly kind: string
  readonly title?: string
  /** A day that is known. */
  readonly on?: string
  /** Only the stretch of time is known: 9月, 上半年. The day is a person's to say. */
  readonly period?: string
  readonly month?: number
}

export const newEntryAddress = (here: string, start: EntryStart): string =>
  `${here}/entries/new?${new URLSearchParams(
    Object.entries(start).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  )}`

export const readEntryStart = (params: URLSearchParams): EntryStart | null => {
  const kind = params.get('kind')
  if (kind === null) return null
  const month = Number(params.get('month') ?? Number.NaN)
  return {
    kind,
    ...member('title', params.get('title')),
    ...member('on', params.get('on')),
    ...member('period', params.get('period')),
    ...(month >= 1 && month <= 12 ? { month } : {}),
  }
}

const member = <Name extends string>(name: Name, value: string | null): { readonly [N in Name]?: string } =>
  value === null ? {} : ({ [name]: value } as { readonly [N in Name]: string })
