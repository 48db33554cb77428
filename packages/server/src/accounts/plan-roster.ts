import type { Db } from '../database/database.ts'
import { sameContent } from '../http/same-content.ts'
import type { Unit, UnitBody } from '../organizations/organizations.contract.ts'
import { unitFromRow } from '../organizations/read-unit-row.ts'
import { findUnitRow } from '../organizations/units.queries.ts'
import type { UnitRow } from '../organizations/units.queries.ts'
import type { RosterUnit } from './rosters.contract.ts'
import { findUserRow } from './users.queries.ts'
import type { UserRow } from './users.queries.ts'

export type RosterPerson = RosterUnit['people'][number]

/** What taking a school over would do. */
export type UnitPlan = {
  readonly unit: RosterUnit
  readonly outcome: 'new' | 'changed' | 'same' | 'refused'
  /** The school's whole body afterwards. */
  readonly body: UnitBody
  readonly current: Unit | undefined
  /** False where only people are new. */
  readonly unitChanges: boolean
  readonly newPeople: readonly RosterPerson[]
  readonly presentPeople: readonly UserRow[]
  readonly errors: readonly string[]
}

/** Each school beside what is there. What a list does not say stays; what another bureau has is never touched. */
export const planRoster = async (db: Db, bureau: UnitRow, units: readonly RosterUnit[]): Promise<readonly UnitPlan[]> => {
  const codes = new Set<string>()
  const usernames = new Set<string>()
  const plans: UnitPlan[] = []
  for (const unit of units) {
    const planned = await planUnit(db, bureau, unit)
    const twice = codes.has(unit.code) ? [`代码“${unit.code}”写了两次。请改一个，或并成一所学校。`] : []
    codes.add(unit.code)
    const shared = unit.people
      .filter(({ username }) => usernames.size === usernames.add(username).size)
      .map(({ username }) => `账号“${username}”写了两次。请改一个。`)
    const errors = [...planned.errors, ...twice, ...shared]
    plans.push({ ...planned, errors, outcome: errors.length > 0 ? 'refused' : planned.outcome })
  }
  return plans
}

const planUnit = async (db: Db, bureau: UnitRow, unit: RosterUnit): Promise<UnitPlan> => {
  const row = await findUnitRow(db, unit.code)
  const { code: _, people, ...said } = unit
  const errors: string[] = []
  const isTheirs = row !== undefined && row.kind === 'school' && row.parent === bureau.code
  if (row !== undefined && !isTheirs) errors.push(`代码“${unit.code}”已经有别的单位在用。请换一个。`)
  const current = isTheirs ? unitFromRow(row) : undefined
  const body: UnitBody = { ...bodyOf(current), ...said, kind: 'school', parent: bureau.code }
  const isSame = current !== undefined && sameContent(bodyOf(current), body)
  const newPeople: RosterPerson[] = []
  const presentPeople: UserRow[] = []
  for (const person of people) {
    const user = await findUserRow(db, person.username)
    if (user === undefined) newPeople.push(person)
    else if (user.unit === unit.code && user.role === person.role && user.name === person.name) presentPeople.push(user)
    else errors.push(takenWords(person, user, unit.code))
  }
  const changes = newPeople.length > 0 || !isSame
  const outcome = errors.length > 0 ? 'refused' : current === undefined ? 'new' : changes ? 'changed' : 'same'
  return { unit, outcome, body, current, unitChanges: !isSame, newPeople, presentPeople, errors }
}

/** Whose account it is, is told only where it is one of the same school. */
const takenWords = (person: RosterPerson, user: UserRow, code: string): string =>
  user.unit === code
    ? `账号“${person.username}”已经是${user.name}的。换人请办交接，或给${person.name}另写一个账号。`
    : `账号“${person.username}”已经有人在用。请给${person.name}换一个。`

const bodyOf = (unit: Unit | undefined): Partial<UnitBody> => {
  if (unit === undefined) return {}
  const { code: _code, version: _version, ...body } = unit
  return body
}
