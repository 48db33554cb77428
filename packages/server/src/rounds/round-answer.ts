import type { Person } from '../access/person.ts'
import type { Db } from '../database/database.ts'
import { getEdition } from '../forms/find-edition.ts'
import { daysOfNotice, noticeDays } from './notice-days.ts'
import type { Round, RoundBody } from './rounds.contract.ts'
import { listRoundInspectors, listRoundUnits } from './rounds.queries.ts'
import type { Assignment, RoundRow } from './rounds.queries.ts'

/** A round as the contract shows it, whole. Units and inspectors come in the order of their codes. */
export const roundAnswer = async (db: Db, row: RoundRow): Promise<Round> =>
  answerOf(row, await titleOf(db, row), await listRoundUnits(db, row.bureau, row.id), await listRoundInspectors(db, row.bureau, row.id))

/** A round as this person sees it: a school sees itself in it, an inspector the schools given to them. */
export const roundShownTo = async (db: Db, row: RoundRow, person: Person): Promise<Round> => {
  const units = await listRoundUnits(db, row.bureau, row.id)
  const inspectors = await listRoundInspectors(db, row.bureau, row.id)
  const title = await titleOf(db, row)
  switch (person.role) {
    case 'clerk':
    case 'secretary':
      return answerOf(
        row,
        title,
        units.filter((unit) => unit === person.unit),
        inspectors.filter((one) => one.unit === person.unit),
      )
    case 'inspector': {
      const given = new Set(inspectors.filter((one) => one.username === person.username).map((one) => one.unit))
      return answerOf(
        row,
        title,
        units.filter((unit) => given.has(unit)),
        inspectors.filter((one) => given.has(one.unit)),
      )
    }
    case 'bureau':
    case 'city':
    case 'admin':
      return answerOf(row, title, units, inspectors)
  }
}

const titleOf = async (db: Db, row: RoundRow): Promise<string> => `${row.year}年度${(await getEdition(db, row.form)).form.title}`

const answerOf = (row: RoundRow, title: string, units: readonly string[], assignments: readonly Assignment[]): Round => {
  const inspectors: Record<string, string[]> = {}
  for (const { unit, username } of assignments) (inspectors[unit] ??= []).push(username)
  return {
    id: row.id,
    form: row.form,
    year: row.year,
    opensOn: row.opens_on,
    dueOn: row.due_on,
    ...(row.list_number === null ? {} : { listNumber: row.list_number }),
    ...(row.keep_evidence_until === null ? {} : { keepEvidenceUntil: row.keep_evidence_until }),
    units: [...units],
    inspectors,
    title,
    warnings: warningsOf(row),
    version: row.version,
  }
}

/** 教师厅〔2025〕2号: only checks on the yearly list, announced a month ahead. A warning, never a refusal. */
const warningsOf = (row: RoundRow): string[] => {
  const notice = daysOfNotice(row.opens_on, row.due_on)
  return [
    ...(notice < noticeDays ? [`从开始到截止只有${notice}天，不到一个月，学校来不及准备。请考虑推后截止日。`] : []),
    ...(row.list_number === null ? ['没有写年度督查检查考核清单的编号。列入清单的才开展，请补上。'] : []),
  ]
}

/** The members that a caller gives, lists without an order in one order, for telling equal content. */
export const bodyOf = (round: RoundBody): RoundBody => ({
  form: round.form,
  year: round.year,
  opensOn: round.opensOn,
  dueOn: round.dueOn,
  ...(round.listNumber === undefined || round.listNumber === '' ? {} : { listNumber: round.listNumber }),
  ...(round.keepEvidenceUntil === undefined ? {} : { keepEvidenceUntil: round.keepEvidenceUntil }),
  units: [...round.units].sort(),
  inspectors: Object.fromEntries(
    Object.entries(round.inspectors)
      .filter(([, usernames]) => usernames.length > 0)
      .map(([unit, usernames]) => [unit, [...usernames].sort()]),
  ),
})
