import type { Db } from '../database/database.ts'
import { readUploadedRoster } from '../forms/read-uploaded-table.ts'
import { notFound } from '../http/problem.ts'
import { ok, unchanged } from '../http/reply.ts'
import type { Reply } from '../http/reply.ts'
import type { Upload } from '../http/route.ts'
import { readUpload } from '../http/upload.ts'
import type { Unit, UnitBody } from '../organizations/organizations.contract.ts'
import { bodyOfUnit, profileText } from '../organizations/read-unit-row.ts'
import { findUnitRow, insertUnit, listUnits, updateUnit } from '../organizations/units.queries.ts'
import type { UnitRow } from '../organizations/units.queries.ts'
import { findFormerUnits, formerCodes, upsertFormerUnits } from './former-units.queries.ts'
import { planRoster } from './plan-roster.ts'
import type { UnitPlan } from './plan-roster.ts'
import { proposeNames } from './propose-names.ts'
import type { RosterAnswer, RosterBody, RosterColumnName, RosterPreview } from './rosters.contract.ts'
import { notOverSchools, rosterRefused, rosterUnreadable } from './rosters.problems.ts'
import { insertUser } from './users.queries.ts'

export const largestRoster = 20 * 1024 * 1024

/** What each school of a list would become; nothing is kept. Raises 422 where the file holds no list of schools. */
export const previewRoster = async (
  db: Db,
  code: string,
  upload: Upload,
  columns: readonly RosterColumnName[] | undefined,
): Promise<RosterPreview> => {
  const bureau = await getOffice(db, code)
  const bytes = await readUpload(upload, largestRoster)
  const roster = await readUploadedRoster({ bytes, name: upload.name, columns })
  const [fault] = roster.findings
  if (roster.columns.length === 0 && fault !== undefined) throw rosterUnreadable(fault.message)
  const named = await proposeNames(db, bureau, roster.rows, roster.columns.some(({ column }) => column === 'person'))
  const plans = await planRoster(db, bureau, named.map(({ unit }) => unit))
  const names = new Map((await listUnits(db, bureau.code, { limit: 20_000, after: undefined })).map((one) => [one.code, one.name]))
  return {
    fileName: upload.name,
    columns: roster.columns.map(({ head, column }) => ({ head, column })),
    units: named.map(({ row, unit, findings }, index) => {
      const plan = plans[index]
      const told = [...findings, ...(plan?.errors ?? []).map((message) => ({ level: 'error' as const, message }))]
      const isRefused = told.some(({ level }) => level === 'error')
      return {
        row,
        kind: plan?.kind ?? ('school' as const),
        outcome: isRefused || plan === undefined ? ('refused' as const) : plan.outcome,
        unit,
        ...(plan?.unitChanges === true && plan.current !== undefined ? { current: shownOf(plan.current) } : {}),
        newPeople: (plan?.newPeople ?? []).map(({ username }) => username),
        newFormer: (plan?.newFormer ?? []).map(({ username, units }) => ({ username, units: units.map((one) => names.get(one) ?? one) })),
        findings: told.filter((one, at) => told.findIndex(({ message }) => message === one.message) === at),
      }
    }),
    findings: roster.findings.map(({ level, message }) => ({ level, message })),
  }
}

/** Of what is there, what a list may change. */
const shownOf = (unit: Unit): Omit<UnitBody, 'kind' | 'parent'> => {
  const { kind: _kind, parent: _parent, ...shown } = bodyOfUnit(unit)
  return shown
}

/** Makes and changes all schools and people of a list, or none. The same list again changes nothing and leaves no trace. */
export const takeRoster = async (trx: Db, code: string, body: RosterBody): Promise<Reply<RosterAnswer>> => {
  const bureau = await getOffice(trx, code)
  const plans = await planRoster(trx, bureau, body.units)
  const refused = plans.filter(({ errors }) => errors.length > 0)
  if (refused.length > 0) {
    const errors = plans.flatMap((plan, index) => plan.errors.map((detail) => ({ pointer: `#/units/${index}`, detail })))
    throw rosterRefused(refused.length, errors)
  }
  for (const plan of plans) await takeUnit(trx, bureau, plan)
  const count = (outcome: UnitPlan['outcome']): number => plans.filter((plan) => plan.kind === 'school' && plan.outcome === outcome).length
  const answer = {
    made: count('new'),
    changed: count('changed'),
    same: count('same'),
    newPeople: plans.reduce((sum, { newPeople }) => sum + newPeople.length, 0),
    newFormer: plans.reduce((sum, { newFormer }) => sum + newFormer.length, 0),
    waiting: plans.flatMap(({ newPeople, presentPeople }) => [
      ...newPeople.map(({ username }) => username),
      ...presentPeople.filter((user) => user.active === 1 && user.password_hash === null).map(({ username }) => username),
    ]),
  }
  return plans.every(({ outcome }) => outcome === 'same') ? unchanged(answer) : ok(answer, { audit: { bureau: bureau.bureau } })
}

const takeUnit = async (trx: Db, bureau: UnitRow, plan: UnitPlan): Promise<void> => {
  const { unit, body, current } = plan
  const row = { bureau: bureau.code, code: unit.code, name: body.name, kind: body.kind, parent: bureau.code, profile: profileText(body) }
  if (current === undefined) await insertUnit(trx, { ...row, version: 1 })
  else if (plan.unitChanges) await updateUnit(trx, { ...row, version: current.version + 1 })
  for (const { username, name, role } of plan.newPeople) {
    await insertUser(trx, {
      bureau: plan.bureau,
      username,
      name,
      role,
      unit: unit.code,
      active: 1,
      password_hash: null,
      last_sign_in_at: null,
      ends_on: null,
      version: 1,
    })
  }
  for (const { username, units } of plan.newFormer) {
    const present = await findFormerUnits(trx, username)
    const known = present === undefined ? [] : formerCodes.parse(JSON.parse(present.units))
    await upsertFormerUnits(trx, { bureau: plan.bureau, username, units: JSON.stringify([...known, ...units].sort()), version: (present?.version ?? 0) + 1 })
  }
}

/** The bureau or city that the list's schools stand under. */
const getOffice = async (db: Db, code: string): Promise<UnitRow> => {
  const row = await findUnitRow(db, code)
  if (row === undefined) throw notFound()
  if (row.kind === 'school') throw notOverSchools()
  return row
}
