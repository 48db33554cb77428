import { randomInt, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from './database.ts'
import { putMeta } from './migrate.ts'

/** More than anything is changed in one life of a store. A version is the life's own million and the count within it. */
export const versionsOfALife = 1_000_000

/** Columns that count the changes of a resource: what an ETag shows. */
export const isVersionColumn = (name: string): boolean => /^(.*_)?version$/.test(name)

/**
 * A new life of a store that was set back to an older copy or taken over from another: it bears a new name, and every
 * version goes on in a million that nobody has seen. So a change made on what the copy had lost meets 412, and never
 * another content of equal number. Only inside a write. Answers the new name.
 */
export const beginEpoch = async (trx: Db): Promise<string> => {
  // By chance, since the copies of one store do not know of each other.
  const first = randomInt(1, 1_000_000) * versionsOfALife
  for (const table of await trx.introspection.getTables()) {
    for (const { name } of table.columns.filter(({ name: column, dataType }) => isVersionColumn(column) && /int/i.test(dataType))) {
      await sql`update ${sql.table(table.name)} set ${sql.ref(name)} = ${sql.ref(name)} % ${sql.lit(versionsOfALife)} + ${sql.lit(first)}`.execute(trx)
    }
  }
  const epoch = randomUUID()
  await putMeta(trx, 'epoch', epoch)
  return epoch
}
