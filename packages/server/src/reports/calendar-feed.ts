import { verdictOf } from '../access/permissions.ts'
import type { Person } from '../access/person.ts'
import { relationTo } from '../access/relation.ts'
import { tokenHash } from '../accounts/authenticate.ts'
import { newToken } from '../accounts/open-session.ts'
import { userFromRow } from '../accounts/read-user-row.ts'
import { mayStillWork } from '../accounts/session-rules.ts'
import { findUserRow } from '../accounts/users.queries.ts'
import { planAnswer } from '../assessments/plan-answer.ts'
import type { Db } from '../database/database.ts'
import { notFound } from '../http/problem.ts'
import { apiPrefix } from '../http/register-routes.ts'
import { created, file, nothing, nothingChanged } from '../http/reply.ts'
import type { Reply } from '../http/reply.ts'
import { auditedBy, getBeneath } from '../rounds/beneath.ts'
import type { R, Writing } from '../rounds/beneath.ts'
import { dayFromInstant } from '../rounds/shanghai-day.ts'
import { deleteCalendarLink, findCalendarLink, upsertCalendarLink } from './calendar-links.queries.ts'
import type { CalendarLinkRow } from './calendar-links.queries.ts'
import { writeCalendar } from './write-calendar.ts'

/** A private address of what is due, for a phone's own calendar. It opens nothing else; a former one ends. */
export const makeCalendarLink = async (writing: Writing, at: R, origin: string): Promise<Reply<{ readonly url: string }>> => {
  const { key } = await getBeneath(writing.db, at)
  const token = newToken()
  const { bureau, round, unit } = key
  await upsertCalendarLink(writing.db, {
    bureau, round, unit, username: writing.person.username, token_hash: tokenHash(token), made_at: writing.now.toISOString(),
  })
  return auditedBy(bureau, created({ url: `${origin}${apiPrefix}/calendars/${token}.ics` }))
}

export const endCalendarLink = async (writing: Writing, at: R): Promise<Reply<never>> => {
  const { key } = await getBeneath(writing.db, at)
  const was = await deleteCalendarLink(writing.db, key, writing.person.username)
  return was ? auditedBy(key.bureau, nothing()) : nothingChanged()
}

/** The feed itself. Whoever made it must still be allowed to read the assessment: 404 where not. */
export const sendCalendar = async (db: Db, token: string, now: Date): Promise<Reply<never>> => {
  const link = await findCalendarLink(db, tokenHash(token.replace(/\.ics$/, '')))
  if (link === undefined || !(await mayStillRead(db, link, now))) throw notFound()
  const beneath = await getBeneath(db, link)
  const plan = await planAnswer(db, beneath, dayFromInstant(now.toISOString()))
  const text = writeCalendar({
    round: link.round,
    unit: link.unit,
    unitName: beneath.unitRow.name,
    year: beneath.round.year,
    dueOn: beneath.round.due_on,
    lines: [...plan.due, ...plan.upcoming],
    now,
  })
  return file({ bytes: Buffer.from(text), type: 'text/calendar; charset=utf-8', name: `自查_${beneath.round.year}.ics` })
}

const mayStillRead = async (db: Db, link: CalendarLinkRow, now: Date): Promise<boolean> => {
  const row = await findUserRow(db, link.username)
  if (row === undefined || !mayStillWork(row, now)) return false
  const { username, name, role, unit } = userFromRow(row)
  const person: Person = { username, name, role, unit, bureau: row.bureau }
  const relation = await relationTo(db, person, { kind: 'assessment', round: link.round, unit: link.unit })
  return verdictOf('assessment.read', role, relation) === 'allowed'
}
