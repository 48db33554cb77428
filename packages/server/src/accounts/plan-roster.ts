import { lineOf } from '../access/relation.ts'
import type { Db } from '../database/database.ts'
import { sameContent } from '../http/same-content.ts'
import type { Unit, UnitBody } from '../organizations/organizations.contract.ts'
import { bodyOfUnit, unitFromRow } from '../organizations/read-unit-row.ts'
import { findUnitRow, listUnits } from '../organizations/units.queries.ts'
import type { UnitRow } from '../organizations/units.queries.ts'
import { findFormerUnits, formerCodes } from './former-units.queries.ts'
import type { RosterUnit } from './rosters.contract.ts'
import { findUserRow } from './users.queries.ts'
import type { UserRow } from './users.queries.ts'

export type RosterPerson = RosterUnit['people'][number]

/** What taking a school over would do. */
export type UnitPlan = {
  readonly unit: RosterUnit
  /** `office`: one that is there already, and stays as it is but for new people. */
  readonly kind: 'school' | 'office'
  readonly outcome: 'new' | 'changed' | 'same' | 'refused'
  /** Whose people they are: the office that the school stands under, or the office itself. */
  readonly bureau: string
  /** The unit's whole body afterwards. */
  readonly body: UnitBody
  readonly current: Unit | undefined
  /** False where only people are new. */
  readonly unitChanges: boolean
  readonly newPeople: readonly RosterPerson[]
  readonly presentPeople: readonly UserRow[]
  /** Codes of schools to be added to those where an inspector worked. */
  readonly newFormer: readonly { readonly username: string; readonly units: readonly string[] }[]
  readonly errors: readonly string[]
}

/** The office that a list is taken to, and every office under it. */
export const listOffices = async (db: Db, bureau: UnitRow): Promise<readonly UnitRow[]> =>
  (await listUnits(db, bureau.code, { limit: 20_000, after: undefined })).filter(({ kind }) => kind !== 'school')

/** Names as lists and people write them: 云江市 教育局 is 云江市教育局. */
export const isSameName = (one: string, other: string): boolean => plainOf(one) === plainOf(other)
const plainOf = (name: string): string => name.normalize('NFKC').replace(/\s/gu, '')

/** Posts of those who fill and sign a sheet: an office fills none. */
export const isSchoolPost = (role: RosterPerson['role']): boolean => role !== 'inspector'

/** Each school beside what is there. What a list does not say stays; what another bureau has is never touched. */
export const planRoster = async (db: Db, bureau: UnitRow, units: readonly RosterUnit[]): Promise<readonly UnitPlan[]> => {
  const offices = await listOffices(db, bureau)
  const codes = new Set<string>()
  const usernames = new Set<string>()
  const plans: UnitPlan[] = []
  for (const unit of units) {
    const planned = await planUnit(db, bureau, offices, unit)
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

const planUnit = async (db: Db, bureau: UnitRow, offices: readonly UnitRow[], unit: RosterUnit): Promise<UnitPlan> => {
  const row = await findUnitRow(db, unit.code)
  const named = offices.filter(({ name }) => isSameName(name, unit.name))
  const office = named.find(({ code }) => code === unit.code)
  const place = office === undefined ? schoolPlace(bureau, unit, row, named[0]) : officePlace(office, unit)
  const errors = [...place.errors]
  const newPeople: RosterPerson[] = []
  const presentPeople: UserRow[] = []
  const newFormer: UnitPlan['newFormer'][number][] = []
  for (const person of unit.people) {
    const user = await findUserRow(db, person.username)
    if (user === undefined) newPeople.push(person)
    else if (user.unit === unit.code && user.role === person.role && user.name === person.name) presentPeople.push(user)
    else errors.push(takenWords(person, user, unit.code))
    const added = await addedFormer(db, bureau, person, errors)
    if (added.length > 0) newFormer.push({ username: person.username, units: added })
  }
  const changes = newPeople.length > 0 || newFormer.length > 0 || place.unitChanges
  const outcome = errors.length > 0 ? 'refused' : place.current === undefined ? 'new' : changes ? 'changed' : 'same'
  return { ...place, unit, outcome, newPeople, presentPeople, newFormer, errors }
}

/** Former schools that are not known of the person yet; each is a school under the office. */
const addedFormer = async (db: Db, bureau: UnitRow, { username, name, role, formerUnits = [] }: RosterPerson, errors: string[]): Promise<readonly string[]> => {
  if (formerUnits.length === 0) return []
  if (role !== 'inspector') errors.push(`${name}不是检查人，曾任职学校不用写。请去掉。`)
  for (const code of formerUnits) {
    const row = await findUnitRow(db, code)
    if (row === undefined || row.kind !== 'school' || !(await lineOf(db, code)).includes(bureau.code)) errors.push(`${name}曾任职的“${code}”没有找到。请重新读一次名单。`)
  }
  const row = await findFormerUnits(db, username)
  const known = row === undefined ? [] : formerCodes.parse(JSON.parse(row.units))
  return formerUnits.filter((code) => !known.includes(code))
}

type Place = Pick<UnitPlan, 'kind' | 'bureau' | 'body' | 'current' | 'unitChanges' | 'errors'>

const schoolPlace = (bureau: UnitRow, unit: RosterUnit, row: UnitRow | undefined, office: UnitRow | undefined): Place => {
  const { code, people: _, ...said } = unit
  const isTheirs = row !== undefined && row.kind === 'school' && row.parent === bureau.code
  const current = isTheirs ? unitFromRow(row) : undefined
  const body: UnitBody = { ...bodyOf(current), ...said, kind: 'school', parent: bureau.code }
  const errors = [
    ...(row !== undefined && !isTheirs ? [`代码“${code}”已经有别的单位在用。请换一个。`] : []),
    ...(current?.outOfUse === undefined ? [] : [`${current.name}已停用。还要用，先在它的页面恢复使用；不用了，去掉这一行。`]),
    // Made between the look and the press, or sent by a program: an office never comes a second time, as a school.
    ...(row === undefined && office !== undefined ? [`${office.name}是已有的单位，不是新学校。请重新读一次名单，人员会加到那里。`] : []),
  ]
  return { kind: 'school', bureau: bureau.code, body, current, unitChanges: current === undefined || !sameContent(bodyOf(current), body), errors }
}

const officePlace = (office: UnitRow, unit: RosterUnit): Place => {
  const errors = unit.people
    .filter(({ role }) => isSchoolPost(role))
    .map(({ name }) => `${name}的岗位是学校的，${office.name}不填自查表。请把岗位改成检查人，或去掉这个人。`)
  return { kind: 'office', bureau: office.bureau, body: bodyOfUnit(unitFromRow(office)), current: unitFromRow(office), unitChanges: false, errors }
}

/** Whose account it is, is told only where it is one of the same school. */
const takenWords = (person: RosterPerson, user: UserRow, code: string): string =>
  user.unit === code
    ? `账号“${person.username}”已经是${user.name}的。换人请办交接，或给${person.name}另写一个账号。`
    : `账号“${person.username}”已经有人在用。请给${person.name}换一个。`

const bodyOf = (unit: Unit | undefined): Partial<UnitBody> => (unit === undefined ? {} : bodyOfUnit(unit))
