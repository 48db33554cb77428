import type { EndedFile, PackedProof } from '@zicha/documents'
import type { Db } from '../database/database.ts'
import { endingOf } from '../evidence/attach-evidence.ts'
import { listEvidenceRows } from '../evidence/evidence.queries.ts'
import type { Objection } from '../objections/objections.contract.ts'
import { evidenceHashes } from '../ledger/read-entry-row.ts'
import { dayFromInstant } from '../rounds/shanghai-day.ts'

type Evidence = Objection['evidence']

/** The beginning of the names of some proofs in a packet, and the proofs. */
export type ProofPlace = { readonly path: string; readonly evidence: Evidence }

export type NamedProofs = {
  readonly files: readonly { readonly path: string; readonly sha256: string; readonly size: number }[]
  readonly ended: readonly EndedFile[]
  readonly proofs: (evidence: Evidence) => readonly PackedProof[]
}

/** Names the photos and papers of a school by where they belong, each file once. `packed`: paths that files have already, by hash. */
export const nameProofs = async (
  db: Db,
  of: { readonly bureau: string; readonly unit: string },
  packed: ReadonlyMap<string, string>,
  places: readonly ProofPlace[],
): Promise<NamedProofs> => {
  const hashes = [...new Set(places.flatMap(({ evidence }) => evidenceHashes(evidence)))]
  const rows = new Map((await listEvidenceRows(db, of, hashes)).map((row) => [row.sha256, row]))
  const proofs = new Map<string, PackedProof>()
  const files: NamedProofs['files'][number][] = []
  const ended: EndedFile[] = []
  for (const { path, evidence } of places) {
    let number = 0
    for (const sha256 of evidenceHashes(evidence)) {
      const row = rows.get(sha256)
      if (proofs.has(sha256) || row === undefined) continue
      number += 1
      const present = packed.get(sha256)
      const named = present ?? `${path}_${twoDigits(number)}${endingOf(row.stored_type)}`
      if (row.removed_at !== null) {
        const removedOn = dayFromInstant(row.removed_at)
        proofs.set(sha256, { kind: 'ended', name: nameOf(named), removedOn })
        if (present === undefined) ended.push({ name: nameOf(named), sha256: row.stored_sha256, removedOn })
        continue
      }
      proofs.set(sha256, { kind: 'file', path: named })
      if (present === undefined) files.push({ path: named, sha256: row.stored_sha256, size: row.stored_size })
    }
  }
  return {
    files,
    ended,
    proofs: (evidence) => evidence.map((one) => ('sha256' in one ? (proofs.get(one.sha256) ?? { kind: 'unsent' }) : referenceOf(one))),
  }
}

const referenceOf = ({ reference, place }: Extract<Evidence[number], { readonly reference: string }>): PackedProof =>
  place === undefined ? { kind: 'reference', reference } : { kind: 'reference', reference, place }

export const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

export const twoDigits = (number: number): string => String(number).padStart(2, '0')

/** A unit's name as a part of a file's name. */
export const plain = (unit: string): string => unit.replace(/[\\/:*?"<>|_\s]+/g, '')
