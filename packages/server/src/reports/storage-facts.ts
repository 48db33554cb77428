import { sql } from 'kysely'
import type { Person } from '../access/person.ts'
import { listRoundsOf } from '../accounts/session-rounds.queries.ts'
import type { Db } from '../database/database.ts'
import type { Services } from '../http/route.ts'
import { below } from '../organizations/units.queries.ts'
import { keepUntilOf } from '../rounds/keep-until.ts'
import type { StorageFacts } from './papers.contract.ts'

/** What is kept of whom this person stands for, counted; no content. */
export const storageFacts = async ({ database, config }: Pick<Services, 'database' | 'config'>, db: Db, person: Person): Promise<StorageFacts> => {
  const items: StorageFacts['items'] = []
  for (const { kind, what, table, only } of kinds) {
    items.push({ kind, what, where: 'database', count: await countRows(db, person, table, only) })
  }
  for (const { kind, what, table } of kindsOfFiles) {
    items.push({ kind, what, where: config.objectStore === undefined ? 'folder' : 'object_store', ...(await countFiles(db, person, table)) })
  }
  const rounds = await listRoundsOf(db, person)
  return {
    engine: database.engine,
    items,
    rounds: rounds.map((round) => ({ round: round.id, year: round.year, keepEvidenceUntil: keepUntilOf(round) })),
  }
}

type Counted = {
  readonly kind: string
  readonly what: string
  readonly table: 'entries' | 'entry_versions' | 'facts' | 'snapshots' | 'inspection_marks' | 'record_requests' | 'suggestions' | 'users'
  readonly only?: 'living' | 'deleted'
}

const kinds: readonly Counted[] = [
  { kind: 'entries', what: '活动记录', table: 'entries', only: 'living' },
  { kind: 'deleted_entries', what: '删除了的记录', table: 'entries', only: 'deleted' },
  { kind: 'entry_versions', what: '记录改动前的内容', table: 'entry_versions' },
  { kind: 'facts', what: '核对的回答', table: 'facts' },
  { kind: 'snapshots', what: '提交时封存的自查表', table: 'snapshots' },
  { kind: 'inspection_marks', what: '检查打分', table: 'inspection_marks' },
  { kind: 'requests', what: '请部门补的材料', table: 'record_requests' },
  { kind: 'suggestions', what: '投诉建议', table: 'suggestions' },
  { kind: 'people', what: '账号（姓名、岗位、单位）', table: 'users' },
]

const kindsOfFiles = [
  { kind: 'evidence', what: '照片和文件', table: 'evidence_files' },
  { kind: 'site_photos', what: '检查时拍的照片', table: 'site_photos' },
] as const

/** An admin stands for everything, everybody else for their unit and what is under it. */
const scope = (db: Db, person: Person) =>
  person.role === 'admin' ? sql`1 = 1` : sql`(unit = ${person.unit} or unit in (${below(db, person.unit)}))`

const countRows = async (db: Db, person: Person, table: Counted['table'], only: Counted['only']): Promise<number> => {
  const state = only === undefined ? sql`1 = 1` : only === 'living' ? sql`deleted_at is null` : sql`deleted_at is not null`
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from ${sql.table(table)} where ${scope(db, person)} and ${state}`.execute(db)
  return Number(rows[0]?.count ?? 0)
}

const countFiles = async (
  db: Db,
  person: Person,
  table: (typeof kindsOfFiles)[number]['table'],
): Promise<{ readonly count: number; readonly bytes: number }> => {
  const { rows } = await sql<{ count: number; bytes: number | null }>`
    select count(*) as count, sum(stored_size) as bytes from ${sql.table(table)} where removed_at is null and ${scope(db, person)}`.execute(db)
  return { count: Number(rows[0]?.count ?? 0), bytes: Number(rows[0]?.bytes ?? 0) }
}
