import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import type { Migration } from 'kysely/migration'
import type { Database, Db } from './database.ts'
import { createStore } from './migrations/2026-11-25-001-create-store.ts'
import { publishForms } from './migrations/2026-11-26-002-publish-forms.ts'
import { keepAYear } from './migrations/2026-11-26-003-keep-a-year.ts'
import { keepPhotos } from './migrations/2026-11-27-005-keep-photos.ts'
import { formGroups } from './migrations/2026-11-27-007-form-groups.ts'
import { keepOnSite } from './migrations/2026-11-27-008-keep-on-site.ts'
import { closeAnInspection } from './migrations/2026-11-27-009-close-an-inspection.ts'
import { longWork } from './migrations/2026-11-27-010-long-work.ts'
import { keepHolidays } from './migrations/2026-11-27-011-keep-holidays.ts'
import { keepChangesOfMarks } from './migrations/2026-11-27-012-keep-changes-of-marks.ts'
import { endSitePhotos } from './migrations/2026-11-27-013-end-site-photos.ts'
import { keepGivers } from './migrations/2026-11-27-014-keep-givers.ts'
import { keepItemStandings } from './migrations/2026-11-27-015-keep-item-standings.ts'
import { takeUnitsOutOfUse } from './migrations/2026-11-27-016-take-units-out-of-use.ts'
import { tellSubmittedGaps } from './migrations/2026-11-27-017-tell-submitted-gaps.ts'
import { write } from './transaction.ts'

/** Forward only, in the order of their names; a released one is never changed. */
const migrations: Readonly<Record<string, Migration>> = {
  '2026-11-25-001-create-store': createStore,
  '2026-11-26-002-publish-forms': publishForms,
  '2026-11-26-003-keep-a-year': keepAYear,
  '2026-11-27-005-keep-photos': keepPhotos,
  '2026-11-27-007-form-groups': formGroups,
  '2026-11-27-008-keep-on-site': keepOnSite,
  '2026-11-27-009-close-an-inspection': closeAnInspection,
  '2026-11-27-010-long-work': longWork,
  '2026-11-27-011-keep-holidays': keepHolidays,
  '2026-11-27-012-keep-changes-of-marks': keepChangesOfMarks,
  '2026-11-27-013-end-site-photos': endSitePhotos,
  '2026-11-27-014-keep-givers': keepGivers,
  '2026-11-27-015-keep-item-standings': keepItemStandings,
  '2026-11-27-016-take-units-out-of-use': takeUnitsOutOfUse,
  '2026-11-27-017-tell-submitted-gaps': tellSubmittedGaps,
}

/** The schema number that this program writes: the count of its migrations. */
export const schemaNumber = Object.keys(migrations).length

export class NewerStore extends Error {
  constructor(found: number) {
    super(
      `这个数据目录由更新的程序写过（结构第${found}版，本程序只认到第${schemaNumber}版）。` +
        '数据没有动过；请用新的程序启动，或换回旧数据的备份。',
    )
    this.name = 'NewerStore'
  }
}

/**
 * Brings the store to this program's schema, all steps in one transaction: cut off, it leaves the old schema.
 * Raises NewerStore where a newer program has written it.
 */
export const migrate = async (database: Database): Promise<void> => {
  await write(database, async (trx) => {
    const found = await findSchemaNumber(trx)
    if (found > schemaNumber) throw new NewerStore(found)
    if (found === schemaNumber) return
    const migrator = new Migrator({ db: trx, provider: { getMigrations: async () => ({ ...migrations }) } })
    const { error } = await migrator.migrateToLatest()
    if (error !== undefined) throw error instanceof Error ? error : new Error('the store could not be migrated', { cause: error })
    await putMeta(trx, 'schema', String(schemaNumber))
    if ((await findMeta(trx, 'epoch')) === undefined) await putMeta(trx, 'epoch', randomUUID())
  })
}

const findSchemaNumber = async (db: Db): Promise<number> => {
  const tables = await db.introspection.getTables()
  if (!tables.some((table) => table.name === 'meta')) return 0
  return Number((await findMeta(db, 'schema')) ?? 0)
}

/** A value of the store about itself: schema, epoch, demonstration. */
export const findMeta = async (db: Db, key: string): Promise<string | undefined> => {
  const row = await db.selectFrom('meta').select('value').where('key', '=', key).executeTakeFirst()
  return row?.value
}

export const putMeta = async (trx: Db, key: string, value: string): Promise<void> => {
  await trx
    .insertInto('meta')
    .values({ key, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: sql`excluded.value` }))
    .execute()
}
