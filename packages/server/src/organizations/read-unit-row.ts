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
  ...(row.out_of_use_at === null ? {} : { outOfUse: { at: row.out_of_use_at, reason: row.out_of_use_reason ?? '' } }),
  version: row.version,
})

/** What a body says of a unit: all of it but its name, its version and whether it is in use. */
export const bodyOfUnit = ({ code: _code, version: _version, outOfUse: _outOfUse, ...body }: Unit): UnitBody => body

export const profileText = (body: UnitBody): string => {
  const { name: _name, kind: _kind, parent: _parent, ...profile } = body
  return JSON.stringify(profile)
}

const kindOf = (kind: string): Unit['kind'] => {
  if (kind === 'city' || kind === 'bureau' || kind === 'school') return kind
  throw new Error(`a unit of kind ${kind}`)
}
