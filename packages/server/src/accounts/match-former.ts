import type { RosterRow } from '@zicha/documents'
import { isSameName } from './plan-roster.ts'
import type { Said } from './tell-doubled.ts'

type Place = { readonly code: string; readonly name: string }

/**
 * Codes of the schools that a row names as an inspector's former ones: by name, by name without what stands in brackets
 * behind it (years, a former name), or by code. One that is not found, or is two, is an error of the row.
 */
export const matchFormer = (person: RosterRow['people'][number], places: readonly Place[], findings: Said[]): string[] | undefined => {
  if (person.formerUnits === undefined) return undefined
  const codes = person.formerUnits.flatMap((written) => {
    const found = placesNamed(written, places)
    if (found.length > 1) findings.push({ level: 'error', message: `${person.name}曾任职的“${written}”有${found.length}所，请写代码。` })
    if (found.length === 0) findings.push({ level: 'error', message: `${person.name}曾任职的“${written}”没有找到。请写学校全称；不归这里管的不用写。` })
    const [only] = found
    return only === undefined || found.length > 1 ? [] : [only.code]
  })
  return [...new Set(codes)].sort()
}

const placesNamed = (written: string, places: readonly Place[]): readonly Place[] => {
  const named = (name: string): readonly Place[] => places.filter((one) => one.code === name || isSameName(one.name, name))
  const whole = named(written)
  return whole.length > 0 ? whole : named(written.replace(/(?:（[^）]*）|\([^)]*\))$/u, ''))
}
