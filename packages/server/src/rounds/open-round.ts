import { codesBelow, lineOf } from '../access/relation.ts'
import type { Db } from '../database/database.ts'
import { findEdition } from '../forms/find-edition.ts'
import { mayOpenWith } from '../forms/list-editions.ts'
import type { PointedDetail } from '../http/problem.ts'
import { putResource } from '../http/put-resource.ts'
import type { Reply } from '../http/reply.ts'
import { sameContent } from '../http/same-content.ts'
import { auditedBy } from './beneath.ts'
import type { Writing } from './beneath.ts'
import { keepGroupsInStep } from './keep-groups-in-step.ts'
import type { Round, RoundBody } from './rounds.contract.ts'
import {
  dueBeforeOpen,
  inspectorsRefused,
  keptTooShort,
  roundInUse,
  unitHasContent,
  unitsRefused,
  unknownForm,
} from './rounds.problems.ts'
import {
  deleteAssessments,
  findRound,
  insertAssessments,
  insertRound,
  listRoundUnits,
  listUnitsByCode,
  listUnitsWithContent,
  listUsersByName,
  replaceInspectors,
  updateRound,
} from './rounds.queries.ts'
import type { Assignment, RoundRow } from './rounds.queries.ts'
import { bodyOf, roundAnswer } from './round-answer.ts'

/**
 * Opens a round or changes it: each new unit gets an empty draft, a unit that left it is let go while nobody has
 * written in it. Raises 422 for units and inspectors that cannot be asked, 409 where content would be lost.
 */
export const openRound = async (writing: Writing, id: string, body: RoundBody): Promise<Reply<Round>> => {
  const { db } = writing
  const edition = await findEdition(db, body.form)
  if (edition === undefined) throw unknownForm()
  if (body.dueOn < body.opensOn) throw dueBeforeOpen()
  if (body.keepEvidenceUntil !== undefined && body.keepEvidenceUntil < body.dueOn) throw keptTooShort()
  const row = await findRound(db, id)
  const asked = row === undefined ? [] : await listRoundUnits(db, row.bureau, id)
  const bureau = await checkUnits(db, body.units, row?.bureau ?? (await officeThatOpens(writing, body.units)), new Set(asked))
  if (!(await mayOpenWith(db, edition, bureau))) throw unknownForm()
  const assignments = await checkInspectors(db, body)
  const wanted = {
    bureau,
    id,
    form: body.form,
    year: body.year,
    opens_on: body.opensOn,
    due_on: body.dueOn,
    list_number: body.listNumber === undefined || body.listNumber === '' ? null : body.listNumber,
    keep_evidence_until: body.keepEvidenceUntil ?? null,
  }
  const reply = await putResource({
    ifMatch: writing.ifMatch,
    current: row === undefined ? undefined : await roundAnswer(db, row),
    isEqual: (current) => sameContent(bodyOf(current), bodyOf(body)),
    create: async () => {
      const created = { ...wanted, version: 1 }
      await insertRound(db, created)
      await insertAssessments(db, bureau, id, body.units)
      await replaceInspectors(db, bureau, id, assignments)
      return roundAnswer(db, created)
    },
    change: async (current) => {
      const changed = { ...wanted, version: current.version + 1 }
      await changeUnits(db, changed, body, current)
      await updateRound(db, changed)
      await replaceInspectors(db, changed.bureau, id, assignments)
      await keepGroupsInStep(db, changed, body.inspectors)
      return roundAnswer(db, changed)
    },
  })
  return auditedBy(bureau, reply)
}

const changeUnits = async (db: Db, row: RoundRow, body: RoundBody, current: Round): Promise<void> => {
  const present = await listRoundUnits(db, row.bureau, row.id)
  const wanted = new Set(body.units)
  const leaving = present.filter((unit) => !wanted.has(unit))
  const filled = await listUnitsWithContent(db, row.bureau, row.id, leaving)
  if (filled.length > 0) {
    const names = new Map((await listUnitsByCode(db, filled)).map((unit) => [unit.code, unit.name]))
    throw unitHasContent(filled.map((code) => names.get(code) ?? code), current)
  }
  if (row.form !== current.form || row.year !== current.year) {
    const inUse = await listUnitsWithContent(db, row.bureau, row.id, present)
    if (inUse.length > 0) throw roundInUse(current)
  }
  await deleteAssessments(db, row.bureau, row.id, leaving)
  await insertAssessments(db, row.bureau, row.id, body.units.filter((unit) => !present.includes(unit)))
}

/** Whose round it is: the own office's; where an admin opens it, the nearest bureau that stands over all who are asked. */
const officeThatOpens = async ({ db, person }: Writing, codes: readonly string[]): Promise<string> => {
  if (person.role !== 'admin') return person.bureau
  const found = new Map((await listUnitsByCode(db, codes)).map((unit) => [unit.code, unit]))
  const [first, ...others] = codes.flatMap((code) => found.get(code) ?? []).filter(({ kind }) => kind === 'school')
  if (first === undefined) return person.bureau
  const offices = new Map((await listUnitsByCode(db, await lineOf(db, first.code))).map((unit) => [unit.code, unit]))
  for (let code = first.parent; code !== null; code = offices.get(code)?.parent ?? null) {
    if (offices.get(code)?.kind !== 'bureau') continue
    const beneath = await codesBelow(db, code)
    if (others.every((unit) => beneath.has(unit.code))) return code
  }
  return first.bureau
}

/** All units are schools in use under the office, however deep, once each; `asked` are those that the round asks already. Answers that office. */
const checkUnits = async (db: Db, codes: readonly string[], office: string, asked: ReadonlySet<string>): Promise<string> => {
  const found = new Map((await listUnitsByCode(db, codes)).map((unit) => [unit.code, unit]))
  const beneath = await codesBelow(db, office)
  const seen = new Set<string>()
  const errors = codes.flatMap((code, index): PointedDetail[] => {
    const pointer = `#/units/${index}`
    const unit = found.get(code)
    if (unit === undefined) return [{ pointer, detail: `没有编码为“${code}”的单位，请核对。` }]
    if (unit.kind !== 'school') return [{ pointer, detail: `${unit.name}不是学校，不填这张表，请去掉。` }]
    if (!beneath.has(code)) return [{ pointer, detail: `${unit.name}不归这个教育局管，请去掉。` }]
    if (unit.out_of_use_at !== null && !asked.has(code)) return [{ pointer, detail: `${unit.name}已停用，请去掉。` }]
    if (seen.has(code)) return [{ pointer, detail: `${unit.name}写了两次，请去掉一个。` }]
    seen.add(code)
    return []
  })
  if (errors.length > 0) throw unitsRefused(errors)
  return office
}

/** Everybody who inspects holds that role, and inspects a unit of the round. */
const checkInspectors = async (db: Db, body: RoundBody): Promise<readonly Assignment[]> => {
  const asked = new Set(body.units)
  const names = [...new Set(Object.values(body.inspectors).flat())]
  const found = new Map((await listUsersByName(db, names)).map((user) => [user.username, user]))
  const errors = Object.entries(body.inspectors).flatMap(([unit, usernames]): PointedDetail[] => {
    if (!asked.has(unit)) return [{ pointer: `#/inspectors/${unit}`, detail: '这个单位不在名单里，请去掉或补进名单。' }]
    return usernames.flatMap((username, index): PointedDetail[] => {
      const pointer = `#/inspectors/${unit}/${index}`
      if (found.get(username)?.role !== 'inspector') return [{ pointer, detail: `“${username}”不是检查人，请先设好岗位。` }]
      if (usernames.indexOf(username) < index) return [{ pointer, detail: `“${username}”写了两次，请去掉一个。` }]
      return []
    })
  })
  if (errors.length > 0) throw inspectorsRefused(errors)
  return Object.entries(body.inspectors).flatMap(([unit, usernames]) => usernames.map((username) => ({ unit, username })))
}
