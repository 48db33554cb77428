import { openDB } from 'idb'
import type { DBSchema, IDBPDatabase } from 'idb'
import type { Place } from './names.ts'

export type Kept = { readonly path: string; readonly at: number; readonly value: unknown }

/** A school that an inspector took along. `stamp` says which state of it; `absent`: files that could not be had. */
export type Taken = Place & { readonly at: number; readonly stamp: string; readonly photos: number; readonly absent: number }

interface KeptShape extends DBSchema {
  answers: { key: string; value: Kept }
  owner: { key: 'owner'; value: string }
  taken: { key: [string, string]; value: Taken }
  /** Photos drawn small, as plain buffers: phones have lost what was stored as a Blob. */
  photos: { key: [string, string, string]; value: Place & { readonly sha256: string; readonly type: string; readonly bytes: ArrayBuffer } }
}
export type KeptDatabase = IDBPDatabase<KeptShape>

let database: Promise<KeptDatabase> | undefined

/** What was read lies here, of one person at a time. Raises where the browser keeps nothing. */
export const openKept = (): Promise<KeptDatabase> => {
  database ??= openDB<KeptShape>('zicha-answers', 2, {
    upgrade: (db, from) => {
      if (from < 1) {
        db.createObjectStore('answers', { keyPath: 'path' })
        db.createObjectStore('owner')
      }
      db.createObjectStore('taken', { keyPath: ['round', 'unit'] })
      db.createObjectStore('photos', { keyPath: ['round', 'unit', 'sha256'] })
    },
    blocking: (_now, _wanted, event) => {
      if (event.target instanceof IDBDatabase) event.target.close()
      database = undefined
    },
    terminated: () => {
      database = undefined
    },
  })
  database.catch(() => {
    database = undefined
  })
  return database
}

/** Nothing of the person before is left. */
export const clearKept = async (db: KeptDatabase): Promise<void> => {
  for (const store of ['answers', 'owner', 'taken', 'photos'] as const) await db.clear(store)
}
