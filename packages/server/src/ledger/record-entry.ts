import { checkEntry } from '@zicha/core'
import type { EntryKind } from '@zicha/core'
import { listReceivedEvidence } from '../evidence/evidence.queries.ts'
import { listKindsFor } from '../forms/get-form.ts'
import { putResource } from '../http/put-resource.ts'
import type { Reply } from '../http/reply.ts'
import { sameContent } from '../http/same-content.ts'
import { fillBeneath } from '../rounds/beneath.ts'
import type { Beneath, R, Writing } from '../rounds/beneath.ts'
import { findEntryRow, insertEntryRow, insertEntryVersion, updateEntryRow } from './entries.queries.ts'
import type { EntryRow } from './entries.queries.ts'
import type { EntryBody, LedgerEntry } from './ledger.contract.ts'
import { entryDeleted, entryFaults, evidenceTwice } from './ledger.problems.ts'
import { columnsOf, contentOf, entryAnswer, entryOf, evidenceHashes } from './read-entry-row.ts'

/**
 * Records what happened, or changes the record; what it said before stays in its versions.
 * Raises 422 for a day outside the year or an unknown kind, 410 where it was deleted.
 */
export const recordEntry = (
  writing: Writing,
  at: R & { readonly uuid: string },
  body: EntryBody,
): Promise<Reply<LedgerEntry>> => fillBeneath(writing, at, (beneath) => recordBeneath(writing, beneath, at.uuid, body))

/** The same within a larger act, whose own transaction and version it shares. */
export const recordBeneath = async (
  writing: Writing,
  beneath: Beneath,
  id: string,
  body: EntryBody,
): Promise<Reply<LedgerEntry>> => {
  const { db } = writing
  const { key } = beneath
  const row = await findEntryRow(db, key, id)
  if (row !== undefined && row.deleted_at !== null) throw entryDeleted()
  const content = contentOf(body)
  refuseFaults(content, beneath.round.year, listKindsFor(beneath.form))
  const named = [...(content.evidence ?? []), ...(row === undefined ? [] : entryOf(row).evidence)]
  const received = await listReceivedEvidence(db, key, evidenceHashes(named))
  const answer = (one: EntryRow): LedgerEntry => entryAnswer(one, beneath, received)
  const now = writing.now.toISOString()
  return putResource({
    ifMatch: writing.ifMatch,
    current: row === undefined ? undefined : answer(row),
    isEqual: (current) => sameContent(contentOf(current), content),
    create: async () => {
      const created: EntryRow = {
        ...columnsOf(content),
        bureau: key.bureau,
        round: key.round,
        unit: key.unit,
        id,
        recorded_at: now,
        recorded_by: writing.person.username,
        deleted_at: null,
        version: 1,
      }
      await insertEntryRow(db, created)
      return answer(created)
    },
    change: async (former) => {
      const version = former.version + 1
      await insertEntryVersion(
        db,
        key,
        { id, version: former.version, content: contentOf(former) },
        { at: now, by: writing.person.username },
      )
      await updateEntryRow(db, key, id, { ...columnsOf(content), version })
      return { ...answer({ ...rowOf(former, key), ...columnsOf(content) }), version }
    },
  })
}

/** The columns that an answer rests on and a change keeps. */
const rowOf = (former: LedgerEntry, key: Beneath['key']): EntryRow => ({
  ...columnsOf(former),
  bureau: key.bureau,
  round: key.round,
  unit: key.unit,
  id: former.id,
  recorded_at: former.recordedAt,
  recorded_by: former.recordedBy,
  deleted_at: null,
  version: former.version,
})

const refuseFaults = (content: EntryBody, year: number, kinds: readonly EntryKind[]): void => {
  const { countsAs, title, happenedOn, people, evidence = [] } = content
  const entry = { id: '', countsAs, title, happenedOn, evidence: [], ...(people === undefined ? {} : { people }) }
  const problem = entryFaults(checkEntry(entry, year, kinds), year)
  if (problem !== undefined) throw problem
  const names = evidence.map((one) => JSON.stringify(one))
  const twice = names.findIndex((name, index) => names.indexOf(name) < index)
  if (twice >= 0) throw evidenceTwice(twice)
}
