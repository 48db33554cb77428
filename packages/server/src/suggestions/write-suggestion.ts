import type { Person } from '../access/person.ts'
import type { Db } from '../database/database.ts'
import type { IfMatch } from '../http/if-match.ts'
import { Problem, notFound, otherContent, unprocessable } from '../http/problem.ts'
import { putResource } from '../http/put-resource.ts'
import { created, unchanged } from '../http/reply.ts'
import type { Reply } from '../http/reply.ts'
import type { Suggestion, SuggestionBody } from './suggestions.contract.ts'
import { countWrittenSince, findSuggestion, insertSuggestion, listSuggestionRows, updateSuggestion } from './suggestions.queries.ts'
import type { NamedSuggestionRow, SuggestionCursor } from './suggestions.queries.ts'

const mostADay = 20
const dayMs = 86_400_000

type Call = { readonly db: Db; readonly person: Person; readonly now: Date }

/** Puts a suggestion into the bureau's inbox. The same again is the same one; another text under its name is refused. */
export const writeSuggestion = async ({ db, person, now }: Call, body: SuggestionBody): Promise<Reply<Suggestion>> => {
  const present = await findSuggestion(db, body.id)
  if (present !== undefined) {
    // Whose it is, is not told to others.
    if (present.written_by !== person.username || present.text !== body.text) throw otherContent(null)
    return unchanged(suggestionFrom(present))
  }
  const written = await countWrittenSince(db, person.username, new Date(now.getTime() - dayMs).toISOString())
  if (written >= mostADay) throw tooManyADay()
  const row = {
    bureau: person.bureau,
    id: body.id,
    text: body.text,
    page: body.page ?? null,
    written_by: person.username,
    unit: person.unit,
    written_at: now.toISOString(),
    answer: null,
    answered_by: null,
    answered_at: null,
    version: 1,
  }
  await insertSuggestion(db, row)
  const named = await findSuggestion(db, body.id)
  return created(suggestionFrom(named ?? { ...row, by_name: person.name, unit_name: null }))
}

/** Answers, or changes the answer with its version. The writer sees it. Raises 404 for those of another bureau. */
export const answerSuggestion = async (
  { db, person, now }: Call,
  id: string,
  text: string,
  ifMatch: IfMatch,
): Promise<Reply<Suggestion>> => {
  const row = await findSuggestion(db, id)
  if (row === undefined || row.bureau !== person.bureau) throw notFound()
  const set = async (): Promise<Suggestion> => {
    const changes = { answer: text, answered_by: person.username, answered_at: now.toISOString(), version: row.version + 1 }
    await updateSuggestion(db, id, changes)
    return suggestionFrom({ ...row, ...changes })
  }
  return putResource({
    ifMatch,
    current: row.answer === null ? undefined : suggestionFrom(row),
    isEqual: (current) => current.answer?.text === text,
    create: set,
    change: set,
  })
}

/** The inbox of whoever works for a bureau; for everybody else what they wrote, with its answers. */
export const listSuggestions = async (
  { db, person }: Pick<Call, 'db' | 'person'>,
  page: { readonly limit: number; readonly after?: string | undefined },
): Promise<{ readonly items: Suggestion[]; readonly next: string | null }> => {
  const hasInbox = person.role === 'bureau' || person.role === 'city' || person.role === 'admin'
  const of = hasInbox ? { bureau: person.bureau } : { writer: person.username }
  const after = page.after === undefined ? undefined : cursorFrom(page.after)
  const rows = await listSuggestionRows(db, of, { limit: page.limit + 1, after })
  const shown = rows.slice(0, page.limit)
  const last = shown.at(-1)
  return {
    items: shown.map(suggestionFrom),
    next: rows.length > page.limit && last !== undefined ? `${last.written_at}_${last.id}` : null,
  }
}

const suggestionFrom = (row: NamedSuggestionRow): Suggestion => ({
  id: row.id,
  text: row.text,
  page: row.page,
  by: row.written_by,
  byName: row.by_name ?? row.written_by,
  unit: row.unit,
  unitName: row.unit_name ?? '系统管理',
  at: row.written_at,
  answer:
    row.answer === null || row.answered_by === null || row.answered_at === null
      ? null
      : { text: row.answer, by: row.answered_by, at: row.answered_at },
  version: row.version,
})

const cursorFrom = (text: string): SuggestionCursor => {
  const found = /^(\d{4}-\d\d-\d\dT[\d:.]+Z)_([0-9a-f-]{36})$/i.exec(text)
  if (found?.[1] === undefined || found[2] === undefined) {
    throw unprocessable('suggestion.bad_cursor', '翻页的位置看不懂', '翻页的位置看不懂，请从头再取一次。', [
      { pointer: '?after', detail: '请用上一页给的 next' },
    ])
  }
  return { at: found[1], id: found[2] }
}

const tooManyADay = (): Problem =>
  new Problem({
    code: 'suggestion.too_many',
    status: 429,
    title: '今天写得够多了',
    detail: `一天最多${mostADay}条，这一条没有送出。字还在这一页，请明天再送，或打电话给局里。`,
    retryAfterSeconds: 24 * 3600,
  })
