import type { FactsAnswer, InspectionAnswer, LedgerEntry, ScoreAnswer } from '../api/contract.ts'
import { placePath } from '../api/names.ts'
import { RequestProblem } from '../api/problem.ts'
import { request } from '../api/request.ts'
import { isOnEntry, isOnVersion, isUnsent, subjectOf } from './item.ts'
import type { Base } from './base.ts'
import type { Act, AnswerAct, EntryAct, MarkAct, QueuedItem, RemovalAct } from './item.ts'
import { isSiteAct } from './site-acts.ts'
import type { SiteAct } from './site-acts.ts'
import { sameMark, stands } from './merge-act.ts'
import { markIn } from './send-answer.ts'

type Sent = QueuedItem & { readonly state: { readonly kind: 'sent' } }
const isSent = (item: QueuedItem): item is Sent => item.state.kind === 'sent'

/**
 * The copies that were sent under another epoch, each marked with what the server of this epoch lacks of it, or with
 * this epoch where it lacks nothing. What is changed again on this device needs no second offer.
 */
export const findLacking = async (items: readonly QueuedItem[], epoch: string | null): Promise<readonly QueuedItem[]> => {
  const old = items.filter(isSent).filter(({ state }) => state.epoch !== epoch && state.epoch !== null && state.lacking === undefined)
  const waiting = new Set(items.filter(isUnsent).map(subjectOf))
  const checked: QueuedItem[] = []
  const missing = new Set<string>()
  const read = readOnce()
  const mark = (item: Sent, lacking: Lacking | undefined) =>
    checked.push(
      lacking === undefined
        ? { ...item, state: { ...item.state, epoch } }
        : { ...item, act: lacking.act ?? item.act, state: { ...item.state, lacking: lacking.base } },
    )
  for (const item of old) {
    const { act } = item
    if (act.kind === 'photo') continue
    if (waiting.has(subjectOf(item))) mark(item, undefined)
    else if (isSiteAct(act)) mark(item, await findLackingOnSite(item, act, read))
    else if (!isOnEntry(act)) mark(item, await findLackingAnswer(item, act, read))
    else mark(item, await findLackingRecord(item, act, missing))
  }
  for (const item of old) if (item.act.kind === 'photo') mark(item, missing.has(item.act.sha256) ? { base: 'none' } : undefined)
  return checked
}

/** On what it would be sent again; an answer also sees anew what stands there. */
type Lacking = { readonly base: Base; readonly act?: Act }

const findLackingRecord = async (item: Sent, act: EntryAct | RemovalAct, missing: Set<string>): Promise<Lacking | undefined> => {
  const there = await look(item, act.entry)
  if (act.kind === 'removal') return typeof there === 'object' ? { base: there.version } : undefined
  if (there === 'deleted') return undefined
  if (there === 'absent') {
    for (const one of act.body.evidence ?? []) if ('sha256' in one) missing.add(one.sha256)
    return { base: 'none' }
  }
  for (const sha256 of there.missing) missing.add(sha256)
  return isBehind(there.version, item) ? { base: there.version } : undefined
}

/** A server whose version is not behind has seen the answer, whatever was answered after it. */
const findLackingAnswer = async (item: Sent, act: AnswerAct | MarkAct, read: ReadOnce): Promise<Lacking | undefined> => {
  const here = placePath(item.place)
  if (act.kind === 'mark') {
    const score = await read<ScoreAnswer>(`${here}/score`)
    const mark = markIn(score, act.criterion)?.body ?? null
    if (!isBehind(score.version, item) || sameMark(mark, act.body)) return undefined
    return { base: score.version, act: { ...act, before: mark } }
  }
  const { facts, version } = await read<FactsAnswer>(`${here}/facts`)
  if (!isBehind(version, item) || stands(facts, act.facts)) return undefined
  const keys = [...Object.keys(act.before), ...Object.keys(act.facts)]
  return { base: version, act: { ...act, before: Object.fromEntries(keys.map((key) => [key, facts[key] ?? null])) } }
}

/** A school that is not given to this person any more lacks nothing of theirs. */
const findLackingOnSite = async ({ place, owner }: Sent, act: SiteAct, read: ReadOnce): Promise<Lacking | undefined> => {
  try {
    const { items } = await read<InspectionAnswer>(`${placePath(place)}/inspection`)
    const there = items.find(({ no }) => no === act.no)
    const isThere =
      act.kind === 'inspect'
        ? there?.scores.some(({ inspector }) => inspector === owner)
        : act.kind === 'site_photo'
          ? there?.photos.some(({ sha256, by }) => sha256 === act.sha256 && by === owner)
          : there?.seen.some(({ entry, by }) => entry === act.entry && by === owner) === act.seen
    return isThere === true ? undefined : { base: 'none' }
  } catch (error) {
    if (error instanceof RequestProblem && error.kind === 'absent') return undefined
    throw error
  }
}

/**
 * Whether the server has an older one than this device had sent. Each life of a store counts in a million of its
 * own, so that no version of a former one comes again: only the rest tells which is older.
 */
const isBehind = (there: number, item: Sent): boolean => there % 1_000_000 < (item.state.version ?? 1) % 1_000_000

type ReadOnce = <T>(path: string) => Promise<T>

/** Many answers, one look. */
const readOnce = (): ReadOnce => {
  const asked = new Map<string, Promise<unknown>>()
  return <T>(path: string): Promise<T> => {
    const answer = asked.get(path) ?? request<unknown>(path, { fresh: true })
    asked.set(path, answer)
    return answer as Promise<T>
  }
}

const look = async (item: QueuedItem, entry: string): Promise<LedgerEntry | 'absent' | 'deleted'> => {
  try {
    return await request<LedgerEntry>(`${placePath(item.place)}/entries/${entry}`, { fresh: true })
  } catch (error) {
    if (error instanceof RequestProblem && error.kind === 'absent') {
      return error.problem.kind === 'refused' && error.problem.status === 410 ? 'deleted' : 'absent'
    }
    throw error
  }
}

/** As it is to be sent again, on what the server now has. */
export const again = (item: QueuedItem, epoch: string | null): QueuedItem => {
  const { act, state } = item
  const base = state.kind === 'sent' ? (state.lacking ?? 'none') : 'none'
  return { ...item, act: isOnVersion(act) ? { ...act, base } : act, epoch, tries: 0, state: { kind: 'waiting' } }
}
