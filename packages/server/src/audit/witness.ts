import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { beginEpoch } from '../database/begin-epoch.ts'
import type { Database } from '../database/database.ts'
import { findMeta } from '../database/migrate.ts'
import { write } from '../database/transaction.ts'

/** What a data folder remembers of its store beside it: the last link of the audit that it saw. */
const witness = z.object({ epoch: z.string(), seq: z.int(), hash: z.string() })
type Witness = z.infer<typeof witness>

const fileIn = (folder: string): string => join(folder, 'last-seen.json')

/**
 * Whether the store has lost what the folder saw of it: somebody put an older copy of the database in its place. Then a
 * new epoch begins; answers its name, or undefined where nothing was lost. A folder set back together with its database
 * tells nothing: `npm run restored` does it by hand.
 */
export const beginEpochIfSetBack = async (database: Database, folder: string): Promise<string | undefined> => {
  const seen = await readWitness(folder)
  if (seen === undefined || (await findMeta(database.reader, 'epoch')) !== seen.epoch) return undefined
  const link = await database.reader.selectFrom('audit').select('hash').where('seq', '=', seen.seq).executeTakeFirst()
  return link?.hash === seen.hash ? undefined : write(database, beginEpoch)
}

const hourMs = 3_600_000

/** Writes down where the store stands: now, hourly, and when the answer is called, at an orderly stop. */
export const keepWitnessed = async (of: { readonly database: Database; readonly config: { readonly dataFolder: string }; readonly log: Log }): Promise<() => Promise<void>> => {
  const keep = (): Promise<void> =>
    keepWitness(of.database, of.config.dataFolder).catch((error: unknown) => of.log.warn({ err: error }, 'where the store stands could not be written down'))
  await keep()
  const timer = setInterval(() => void keep(), hourMs)
  timer.unref()
  return () => {
    clearInterval(timer)
    return keep()
  }
}

type Log = { readonly warn: (fields: object, message: string) => void }

/** Writes down where the store stands. */
export const keepWitness = async (database: Database, folder: string): Promise<void> => {
  const epoch = await findMeta(database.reader, 'epoch')
  const last = await database.reader.selectFrom('audit').select(['seq', 'hash']).orderBy('seq', 'desc').limit(1).executeTakeFirst()
  if (epoch === undefined || last === undefined) return
  const text = JSON.stringify({ epoch, seq: Number(last.seq), hash: last.hash } satisfies Witness)
  const draft = `${fileIn(folder)}.new`
  await writeFile(draft, text)
  await rename(draft, fileIn(folder))
}

const readWitness = async (folder: string): Promise<Witness | undefined> => {
  try {
    const parsed = witness.safeParse(JSON.parse(await readFile(fileIn(folder), 'utf8')))
    return parsed.success ? parsed.data : undefined
  } catch {
    // None yet, or one that a full disk cut short: then nothing is known.
    return undefined
  }
}
