import { checkGroups, inspectorsOfGroups } from '@zicha/core'
import type { GroupInspector } from '@zicha/core'
import { z } from 'zod'
import type { Person } from '../access/person.ts'
import type { Db } from '../database/database.ts'
import { getEdition } from '../forms/find-edition.ts'
import { notFound } from '../http/problem.ts'
import { putResource } from '../http/put-resource.ts'
import type { Reply } from '../http/reply.ts'
import { sameContent } from '../http/same-content.ts'
import { auditedBy } from './beneath.ts'
import type { Writing } from './beneath.ts'
import type { GroupsAnswer, GroupsBody } from './groups.contract.ts'
import {
  deleteGroups,
  insertMembers,
  insertVisits,
  listAskedUnits,
  listInspectorRows,
  listMarkedUnits,
  listMemberRows,
  listVisitRows,
} from './groups.queries.ts'
import { groupsRefused } from './rounds.problems.ts'
import { findRound, listRoundInspectors, replaceInspectors, updateRound } from './rounds.queries.ts'
import type { RoundRow } from './rounds.queries.ts'

const sectionNumbers = z.array(z.int())
const codes = z.array(z.string())

/** The groups of a round as the person may see them. Raises 404 where there is no round. */
export const viewGroups = async (db: Db, id: string, person: Pick<Person, 'role' | 'username'>): Promise<GroupsAnswer> => {
  const round = await getRound(db, id)
  const answer = await groupsAnswer(db, round)
  if (person.role === 'bureau' || person.role === 'admin') return answer
  if (person.role !== 'inspector') return { ...answer, inspectors: [] }
  const own = answer.groups.filter((group) => group.members.some((member) => member.username === person.username))
  return { ...answer, groups: own, inspectors: [], units: [] }
}

/**
 * Sets who goes together and where; who inspects which unit follows from it, and the round changes with it. Units that
 * no group sees keep the inspectors that were given to them by hand. Raises 422 with a sentence for each clash.
 */
export const putGroups = async (writing: Writing, id: string, body: GroupsBody): Promise<Reply<GroupsAnswer>> => {
  const { db } = writing
  const round = await getRound(db, id)
  const current = await groupsAnswer(db, round)
  const { inspectors, units, sections } = current
  const clashes = checkGroups(body.groups, { inspectors, units, sections }).filter(({ level }) => level === 'error')
  if (clashes.length > 0) throw groupsRefused(clashes.map(({ where, message }) => ({ pointer: `#${where}`, detail: message })))
  const save = async (): Promise<GroupsAnswer> => {
    const changed = { ...round, version: round.version + 1 }
    await writeGroups(db, changed, body)
    await giveUnits(db, changed, body, current)
    await updateRound(db, changed)
    return groupsAnswer(db, changed)
  }
  const reply = await putResource({
    ifMatch: writing.ifMatch,
    // A round has no groups at first: a first setting need not name its version.
    current: current.groups.length === 0 && writing.ifMatch === undefined ? undefined : current,
    isEqual: (now) => sameContent(inOrder(bodyOf(now)), inOrder(body)),
    create: save,
    change: save,
  })
  return auditedBy(round.bureau, reply)
}

const getRound = async (db: Db, id: string): Promise<RoundRow> => {
  const round = await findRound(db, id)
  if (round === undefined) throw notFound()
  return round
}

const groupsAnswer = async (db: Db, round: RoundRow): Promise<GroupsAnswer> => {
  const { form } = await getEdition(db, round.form)
  const members = await listMemberRows(db, round)
  const visits = await listVisitRows(db, round)
  const marked = await listMarkedUnits(db, round)
  const numbers = [...new Set([...members, ...visits].map((row) => row.group_no))].sort((a, b) => a - b)
  return {
    groups: numbers.map((no) => ({
      members: members
        .filter((row) => row.group_no === no)
        .map((row) => ({ username: row.username, name: row.name ?? row.username, sections: sectionNumbers.parse(JSON.parse(row.sections)) })),
      visits: visits.filter((row) => row.group_no === no).map(({ unit, day, name }) => ({ unit, day, name: name ?? unit })),
    })),
    sections: form.sections.map(({ no, name, items }) => ({ no, name, items: items.length })),
    inspectors: (await listInspectorRows(db, round)).map(inspectorOf),
    // A school out of use is offered to no group; where one is sent there already it stays in sight.
    units: (await listAskedUnits(db, round)).filter(({ code, out_of_use_at }) => out_of_use_at === null || visits.some(({ unit }) => unit === code)).map(({ code, name }) => ({ code, name, marked: marked.has(code) })),
    version: round.version,
  }
}

const inspectorOf = (row: { username: string; name: string; unit: string; former: string | null }): GroupInspector & { formerUnits: string[] } => ({
  username: row.username,
  name: row.name,
  unit: row.unit,
  formerUnits: codes.parse(JSON.parse(row.former ?? '[]')),
})

const bodyOf = ({ groups }: GroupsAnswer): GroupsBody => ({
  groups: groups.map(({ members, visits }) => ({
    members: members.map(({ username, sections }) => ({ username, sections })),
    visits: visits.map(({ unit, day }) => ({ unit, day })),
  })),
})

/** Equal content has one form: members by name, visits by unit, sections by number; groups of nothing are none. */
const inOrder = (body: GroupsBody): GroupsBody => ({
  groups: body.groups
    .filter(({ members, visits }) => members.length + visits.length > 0)
    .map(({ members, visits }) => ({
      members: members
        .map(({ username, sections }) => ({ username, sections: [...new Set(sections)].sort((a, b) => a - b) }))
        .sort((a, b) => (a.username < b.username ? -1 : 1)),
      visits: [...visits].sort((a, b) => (a.unit < b.unit ? -1 : 1)),
    })),
})

const writeGroups = async (trx: Db, round: RoundRow, body: GroupsBody): Promise<void> => {
  const { groups } = inOrder(body)
  const key = { bureau: round.bureau, round: round.id }
  await deleteGroups(trx, round)
  await insertMembers(
    trx,
    groups.flatMap(({ members }, index) =>
      members.map(({ username, sections }) => ({ ...key, username, group_no: index + 1, sections: JSON.stringify(sections) })),
    ),
  )
  await insertVisits(
    trx,
    groups.flatMap(({ visits }, index) => visits.map(({ unit, day }) => ({ ...key, unit, group_no: index + 1, day }))),
  )
}

/** Call 6's `inspectors` follow from the groups; a unit that was in a group and is in none any more has nobody. */
const giveUnits = async (trx: Db, round: RoundRow, body: GroupsBody, before: GroupsAnswer): Promise<void> => {
  const wasGrouped = new Set(before.groups.flatMap(({ visits }) => visits.map(({ unit }) => unit)))
  const grouped = inspectorsOfGroups(body.groups)
  const byHand = (await listRoundInspectors(trx, round.bureau, round.id)).filter(({ unit }) => grouped[unit] === undefined && !wasGrouped.has(unit))
  await replaceInspectors(trx, round.bureau, round.id, [
    ...byHand,
    ...Object.entries(grouped).flatMap(([unit, usernames]) => usernames.map((username) => ({ unit, username }))),
  ])
}
