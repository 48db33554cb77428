import type { LedgerEntry } from '../../../../api/contract.ts'
import type { EntryAct, QueuedItem, RemovalAct } from '../../../../outbox/item.ts'

type Local = ReadonlyMap<string, QueuedItem & { readonly act: EntryAct | RemovalAct }>

/**
 * The records with what this device has beyond them: new ones, changed ones, without those deleted here. What only the
 * server says of a new one (what it feeds, whether it is late) is empty until it has arrived.
 */
export const withLocalEntries = (stored: readonly LedgerEntry[], local: Local): readonly LedgerEntry[] => {
  if (local.size === 0) return stored
  const byId = new Map(stored.map((entry) => [entry.id, entry]))
  for (const [id, { act, owner, storedAt }] of local) {
    if (act.kind === 'removal') {
      byId.delete(id)
      continue
    }
    const known = byId.get(id)
    byId.set(id, {
      ...act.body,
      id,
      recordedAt: known?.recordedAt ?? storedAt,
      recordedBy: known?.recordedBy ?? owner,
      late: known?.late ?? false,
      feeds: known?.feeds ?? [],
      missing: known?.missing ?? [],
      version: known?.version ?? 0,
    })
  }
  return [...byId.values()].sort((a, b) => (a.happenedOn === b.happenedOn ? compare(b.recordedAt, a.recordedAt) : compare(b.happenedOn, a.happenedOn)))
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
