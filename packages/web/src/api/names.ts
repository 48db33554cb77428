/** Names that the caller gives, so that a retry is the same call. */
export const newId = (): string => {
  // randomUUID exists only in secure contexts; a bureau's own server may speak plain HTTP inside its network.
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID()
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** One unit's assessment in one round: the path in the API and in the address line. */
export type Place = { readonly round: string; readonly unit: string }

export const placePath = ({ round, unit }: Place): string =>
  `/rounds/${encodeURIComponent(round)}/units/${encodeURIComponent(unit)}`
