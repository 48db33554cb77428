import type { RosterRow } from '@zicha/documents'
import type { Db } from '../database/database.ts'
import type { UnitRow } from '../organizations/units.queries.ts'
import { findUnitRow, listUnits } from '../organizations/units.queries.ts'
import { matchFormer } from './match-former.ts'
import { isSameName, isSchoolPost, listOffices } from './plan-roster.ts'
import type { RosterPerson } from './plan-roster.ts'
import type { RosterUnit } from './rosters.contract.ts'
import { tellNamesakes, tellOnePlace, tellRows, tellSecretaries } from './tell-doubled.ts'
import type { Said } from './tell-doubled.ts'
import { findUserRow, listUsers } from './users.queries.ts'
import type { UserRow } from './users.queries.ts'

/** A school of the list, its rows gathered, with a code and with an account for each of its people. */
export type NamedUnit = { readonly row: number; readonly unit: RosterUnit; readonly findings: readonly Said[] }

const isCode = (text: string): boolean => /^[a-z0-9][a-z0-9._-]{0,63}$/i.test(text)
const isAccount = (text: string): boolean => /^[\p{Script=Han}a-zA-Z0-9][\p{Script=Han}a-zA-Z0-9._-]{0,63}$/u.test(text)
/** A mobile number, an identity number or a mail address in the place of an account. */
const isPrivate = (text: string): boolean => /^1\d{10}$|^\d{15}(?:\d{2}[\dXx])?$|@/.test(text)

const everything = { limit: 20_000, after: undefined }

/**
 * Gathers the rows of one school and names what the list leaves unnamed: a school that is there by name keeps its code, a
 * person who is there by name and post the account; others get the bureau's code with a number, the school's code with the post.
 * A row that names the bureau itself or an office under it means that office: its inspectors get their post there.
 */
export const proposeNames = async (
  db: Db,
  bureau: UnitRow,
  rows: readonly RosterRow[],
  /** A list of one person a row names a school as often as it has people. */
  isByPerson: boolean,
): Promise<readonly NamedUnit[]> => {
  const beneath = (await listUnits(db, bureau.code, everything)).filter((one) => one.kind === 'school')
  const schools = beneath.filter((one) => one.parent === bureau.code)
  const offices = await listOffices(db, bureau)
  const people = await listUsers(db, bureau.code, everything)
  const named: NamedUnit[] = []
  const codes = new Set(rows.flatMap((row) => row.code ?? []))
  const accounts = new Set(rows.flatMap((row) => row.people.flatMap(({ account }) => account ?? [])))
  for (const group of gather(rows, offices)) {
    const findings: Said[] = group.flatMap((row) => row.findings.map(({ level, message }) => ({ level, message })))
    const first = merged(group)
    const office = officeOf(offices, first, findings)
    const code = office?.code ?? (await codeFor(db, bureau, first, schools, codes, findings))
    const here = people.filter((person) => person.unit === code)
    const members: RosterPerson[] = []
    for (const person of group.flatMap((row) => row.people)) {
      const formerUnits = matchFormer(person, beneath, findings)
      const at = members.findIndex((one) => one.name === person.name && one.role === person.post)
      const known = members[at]
      if (known !== undefined) {
        // A row for each school where somebody worked names the person as often.
        const all = [...new Set([...(known.formerUnits ?? []), ...(formerUnits ?? [])])].sort()
        if (all.length > 0) members[at] = { ...known, formerUnits: all }
        continue
      }
      if (office !== undefined && isSchoolPost(person.post)) {
        findings.push({ level: 'warning', message: `${person.name}写的是学校的岗位，没有收。${office.name}的人只收检查人，别的岗位请在“单位与人员”里加。` })
        continue
      }
      const username = await accountFor(db, code, person, here, accounts, findings)
      members.push({ username, name: person.name, role: person.post, ...(formerUnits === undefined ? {} : { formerUnits }) })
    }
    if (office === undefined) findings.push(...(isByPerson ? [] : tellRows(group)), ...tellOnePlace(group), ...tellSecretaries(members, here))
    if (first.unit === '') findings.push({ level: 'error', message: '没有写学校名称。请补上，或去掉这一行。' })
    const { row, unit, code: _code, people: _people, findings: _findings, ...profile } = first
    named.push({ row, unit: { ...(office === undefined ? profileOf(profile) : {}), code, name: unit, people: members }, findings })
  }
  return named.map((one) => ({ ...one, findings: [...one.findings, ...tellNamesakes(one, named)] }))
}

type Profile = Omit<RosterRow, 'row' | 'unit' | 'code' | 'people' | 'findings'>
const profileOf = ({ stages, ...rest }: Profile): Omit<RosterUnit, 'code' | 'name' | 'people'> => ({
  ...rest,
  ...(stages === undefined ? {} : { stages: [...stages] }),
})

/** Rows of the same code, or without a code of the same name, in the list's order; an office's by its name alone. */
const gather = (rows: readonly RosterRow[], offices: readonly UnitRow[]): readonly (readonly RosterRow[])[] => {
  const groups: RosterRow[][] = []
  for (const row of rows) {
    const isOffice = offices.filter(({ name }) => isSameName(name, row.unit)).length === 1
    const known = groups.find(([first]) =>
      first !== undefined && row.unit !== '' && first.unit === row.unit && (isOffice || row.code === undefined || row.code === first.code),
    )
    if (known === undefined) groups.push([row])
    else known.push(row)
  }
  return groups
}

/** The first word about each thing counts. */
const merged = (group: readonly RosterRow[]): RosterRow => {
  const [first, ...others] = group
  if (first === undefined) throw new Error('a school without a row')
  return others.reduce((all, row) => ({ ...row, ...all }), first)
}

/** The office that a row names, whatever code stands beside the name: it is there already and never a new school. */
const officeOf = (offices: readonly UnitRow[], row: RosterRow, findings: Said[]): UnitRow | undefined => {
  const named = offices.filter(({ name }) => isSameName(name, row.unit))
  const office = named.find(({ code }) => code === row.code) ?? named[0]
  if (office === undefined) return undefined
  if (named.length > 1 && office.code !== row.code) findings.push({ level: 'error', message: `已经有${named.length}个叫“${office.name}”的单位。请写明代码。` })
  else if (row.code !== undefined && row.code !== office.code) {
    findings.push({ level: 'warning', message: `${office.name}已有代码“${office.code}”，名单上的“${row.code}”没有用。` })
  }
  return office
}

const codeFor = async (
  db: Db,
  bureau: UnitRow,
  row: RosterRow,
  schools: readonly UnitRow[],
  taken: Set<string>,
  findings: Said[],
): Promise<string> => {
  if (row.code !== undefined) {
    if (!isCode(row.code)) findings.push({ level: 'error', message: `代码“${row.code}”里有别的字。请用字母、数字和短横。` })
    return row.code
  }
  const present = schools.filter((school) => school.name === row.unit)
  if (present.length > 1) findings.push({ level: 'error', message: `已经有${present.length}所叫“${row.unit}”的学校。请写明代码。` })
  const [known] = present
  if (known !== undefined) return known.code
  for (let number = 1; ; number += 1) {
    const code = `${bureau.code}-${String(number).padStart(3, '0')}`
    if (taken.has(code) || (await findUnitRow(db, code)) !== undefined) continue
    taken.add(code)
    return code
  }
}

const endings: { readonly [P in RosterPerson['role']]: string } = { secretary: 'sj', clerk: 'dw', inspector: 'jc' }

const accountFor = async (
  db: Db,
  code: string,
  person: RosterRow['people'][number],
  here: readonly UserRow[],
  taken: Set<string>,
  findings: Said[],
): Promise<string> => {
  const known = here.find((user) => user.name === person.name && user.role === person.post && user.active === 1)
  if (person.account !== undefined && isPrivate(person.account)) {
    findings.push({ level: 'warning', message: `${person.name}的账号像是手机号、证件号或邮箱，没有收，另起了一个。` })
  } else if (person.account !== undefined) {
    if (!isAccount(person.account)) findings.push({ level: 'error', message: `账号“${person.account}”里有别的字。请用汉字、字母和数字。` })
    return person.account
  }
  if (known !== undefined) return known.username
  for (let number = 1; ; number += 1) {
    const username = `${code}-${endings[person.post]}${number === 1 ? '' : number}`
    if (taken.has(username) || (await findUserRow(db, username)) !== undefined) continue
    taken.add(username)
    return username
  }
}
