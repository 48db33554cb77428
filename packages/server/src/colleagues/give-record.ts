import { randomUUID } from 'node:crypto'
import { kindsNamedIn, mayEdit } from '@zicha/core'
import type { Person } from '../access/person.ts'
import { tokenHash } from '../accounts/authenticate.ts'
import type { Db } from '../database/database.ts'
import { attachEvidence } from '../evidence/attach-evidence.ts'
import type { EvidenceFile } from '../evidence/evidence.contract.ts'
import type { KeptFile } from '../evidence/keep-evidence.ts'
import { listKindsFor } from '../forms/get-form.ts'
import { created, unchanged } from '../http/reply.ts'
import type { Reply } from '../http/reply.ts'
import { sameContent } from '../http/same-content.ts'
import { findEntryRow } from '../ledger/entries.queries.ts'
import { contentOf, contentOfRow } from '../ledger/read-entry-row.ts'
import { recordEntry } from '../ledger/record-entry.ts'
import type { EntryBody } from '../ledger/ledger.contract.ts'
import { getBeneath } from '../rounds/beneath.ts'
import type { Beneath } from '../rounds/beneath.ts'
import { isOpen, kindsOf } from './ask-colleague.ts'
import type { AskedRecord, GivenAnswer, GivenRecord } from './colleagues.contract.ts'
import { fileNotSent, oneFileOnly, requestOver } from './requests.problems.ts'
import { findRequestByToken, updateRequest } from './requests.queries.ts'
import type { RequestRow } from './requests.queries.ts'

/** A request whose link opens now, and where it leads. Raises 404 for every link that does not open. */
export const getOpenRequest = async (db: Db, token: string, now: Date): Promise<{ readonly row: RequestRow; readonly beneath: Beneath }> => {
  const row = await findRequestByToken(db, tokenHash(token))
  if (row === undefined || !isOpen(row, now)) throw requestOver()
  const beneath = await getBeneath(db, row)
  if (!mayEdit(beneath.stage)) throw requestOver()
  return { row, beneath }
}

/** What a link shows to whoever holds it: what is asked, in which school, by when. */
export const showRequest = async (db: Db, token: string, now: Date): Promise<AskedRecord> => {
  const { row, beneath } = await getOpenRequest(db, token, now)
  const { year } = beneath.round
  return {
    school: beneath.unitRow.name,
    year,
    from: row.department,
    asks: row.asks,
    note: row.note,
    expiresAt: row.expires_at,
    firstDay: `${year}-01-01`,
    lastDay: `${year}-12-31`,
  }
}

/** Whoever holds the link writes as the department that was asked, for this one record. */
const writerOf = (row: RequestRow): Person => ({
  username: `${row.department}(链接)`,
  name: row.department,
  role: 'clerk',
  unit: row.unit,
  bureau: row.bureau,
})

type Giving = { readonly db: Db; readonly now: Date; readonly token: string }

/** The trail names the request, never its token. */
const trail = (row: RequestRow, step = '') => ({
  actor: writerOf(row).username,
  bureau: row.bureau,
  target: `/rounds/${encodeURIComponent(row.round)}/units/${encodeURIComponent(row.unit)}/requests/${row.id}${step}`,
})

/** The one photo or file of a record, sent before it. */
export const giveFile = async ({ db, now, token }: Giving, kept: KeptFile): Promise<Reply<EvidenceFile>> => {
  const { row } = await getOpenRequest(db, token, now)
  if (row.file !== null && row.file !== kept.sha256) throw oneFileOnly()
  const reply = await attachEvidence({ db, now, person: writerOf(row), ifMatch: undefined }, row, kept)
  if (row.file === null) await updateRequest(db, row.token_hash, { file: kept.sha256 })
  if (reply.kind !== 'json') return reply
  // A file that the school had already is named by the request now: that is a change, too.
  return { ...reply, changed: row.file === null, audit: trail(row, '/evidence') }
}

/**
 * The record, as an entry of the department, and the end of its link. The same record again, whose answer was lost on the
 * way, is there already.
 */
export const giveRecord = async ({ db, now, token }: Giving, given: GivenRecord): Promise<Reply<GivenAnswer>> => {
  const former = await findSameRecord(db, token, given)
  if (former !== undefined) return unchanged(former)
  const { row, beneath } = await getOpenRequest(db, token, now)
  if (given.evidence !== undefined && 'sha256' in given.evidence && given.evidence.sha256 !== row.file) throw fileNotSent()
  const id = randomUUID()
  const person = writerOf(row)
  const at = { round: row.round, unit: row.unit, uuid: id }
  await recordEntry({ db, now, person, ifMatch: undefined }, at, { ...bodyOf(given), countsAs: kindsFor(row, beneath, given.title) })
  await updateRequest(db, row.token_hash, { used_at: now.toISOString(), entry: id })
  return created(answerOf(beneath, given), { audit: trail(row) })
}

const bodyOf = (given: GivenRecord): Omit<EntryBody, 'countsAs'> => ({
  title: given.title,
  happenedOn: given.happenedOn,
  people: given.people,
  evidence: given.evidence === undefined ? [] : [given.evidence],
})

/** Of the kinds asked for, those that the title names; else the first. The clerk sees it and may change it. */
const kindsFor = (row: RequestRow, { form }: Beneath, title: string): string[] => {
  const asked = kindsOf(row)
  const known = listKindsFor(form).filter((kind) => asked.includes(kind.name))
  const named = kindsNamedIn(title, known)
  return named.length > 0 ? [...named] : asked.slice(0, 1)
}

const answerOf = ({ unitRow }: Beneath, given: GivenRecord): GivenAnswer => ({
  school: unitRow.name,
  title: given.title,
  happenedOn: given.happenedOn,
})

const findSameRecord = async (db: Db, token: string, given: GivenRecord): Promise<GivenAnswer | undefined> => {
  const row = await findRequestByToken(db, tokenHash(token))
  if (row === undefined || row.entry === null) return undefined
  const beneath = await getBeneath(db, row)
  const entry = await findEntryRow(db, beneath.key, row.entry)
  if (entry === undefined || entry.deleted_at !== null) return undefined
  const { countsAs } = contentOfRow(entry)
  return sameContent(contentOfRow(entry), contentOf({ ...bodyOf(given), countsAs })) ? answerOf(beneath, given) : undefined
}
