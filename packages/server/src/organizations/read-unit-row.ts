import type { Unit, UnitBody } from './organizations.contract.ts'
import { unitProfile } from './organizations.contract.ts'
import type { UnitRow } from './units.queries.ts'

/** The unit that a row holds; its profile is parsed again, so that nothing but the contract's members comes out. */
export const unitFromRow = (row: UnitRow): Unit => ({
  code: row.code,
  name: row.name,
  kind: kindOf(row.kind),
  ...(row.parent === null ? {} : { parent: row.parent }),
  ...unitProfile.parse(JSON.parse(row.profile)),
  version: row.version,
})

export const profileText = (body: UnitBody): string => {
  const { name: _name, kind: _kind, parent: _parent, ...profile } = body
  return JSON.stringify(profile)
}

const kindOf = (kind: string): Unit['kind'] => {
  if (kind === 'city' || kind === 'bureau' || kind === 'school') return kind
  throw new Error(`a unit of kind ${kind}`)
}
