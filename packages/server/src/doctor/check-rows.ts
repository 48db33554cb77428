import { seal } from '@zicha/core'
import type { Json } from '@zicha/core'
import { sql } from 'kysely'
import { rootUnit } from '../access/person.ts'
import { verifyAudit } from '../audit/verify-audit.ts'
import type { Database, Db } from '../database/database.ts'
import type { Checked, Hurt } from './check.ts'

/** The embedded engine reads each of its pages; PostgreSQL has checks of its own, which its keeper runs. */
export const checkIntegrity = async ({ engine, reader }: Database): Promise<Checked> => {
  if (engine === 'postgresql') return { what: '数据库自检（由PostgreSQL自己做）', count: 0, hurt: [] }
  const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check(50)`.execute(reader)
  const { rows: keys } = await sql<{ table: string; rowid: number; parent: string }>`pragma foreign_key_check`.execute(reader)
  return {
    what: '数据库自检',
    count: rows.length + keys.length,
    hurt: [
      ...rows.filter((row) => row.integrity_check !== 'ok').map((row) => ({ record: '数据库', why: row.integrity_check })),
      ...keys.map((row) => ({ record: `${row.table} 第${row.rowid}行`, why: `它指的${row.parent}不在` })),
    ],
  }
}

type Link = {
  readonly from: string
  readonly to: string
  readonly by: readonly (readonly [from: string, to: string])[]
  /** What the missing one is called. */
  readonly what: string
  /** The column that names a record among its like, where the others do not. */
  readonly named?: string
}

const beneath = [['bureau', 'bureau'], ['round', 'round'], ['unit', 'unit']] as const

/** What must be there for a record to be reached. Columns that may be empty are only looked at where they are not. */
const links: readonly Link[] = [
  { from: 'units', to: 'units', by: [['parent', 'code']], what: '上级单位', named: 'code' },
  { from: 'users', to: 'units', by: [['unit', 'code']], what: '单位', named: 'username' },
  { from: 'assessments', to: 'rounds', by: [['bureau', 'bureau'], ['round', 'id']], what: '轮次' },
  { from: 'assessments', to: 'units', by: [['unit', 'code']], what: '单位' },
  { from: 'entries', to: 'assessments', by: beneath, what: '自查表', named: 'id' },
  { from: 'entry_versions', to: 'entries', by: [...beneath, ['id', 'id']], what: '活动记录' },
  { from: 'facts', to: 'assessments', by: beneath, what: '自查表', named: 'key' },
  { from: 'snapshots', to: 'assessments', by: beneath, what: '自查表' },
  { from: 'inspection_marks', to: 'assessments', by: beneath, what: '自查表' },
  { from: 'signatures', to: 'assessments', by: beneath, what: '自查表', named: 'signer' },
  { from: 'objections', to: 'assessments', by: beneath, what: '自查表', named: 'id' },
  { from: 'amended_marks', to: 'objections', by: [...beneath, ['objection', 'id']], what: '异议' },
  { from: 'rectifications', to: 'assessments', by: beneath, what: '自查表', named: 'id' },
  { from: 'rectification_steps', to: 'rectifications', by: [...beneath, ['rectification', 'id']], what: '整改' },
  { from: 'import_entries', to: 'entries', by: [...beneath, ['entry', 'id']], what: '活动记录' },
  { from: 'evidence_files', to: 'units', by: [['unit', 'code']], what: '单位', named: 'sha256' },
]

/** Both engines: every record hangs on one that is there. */
export const checkLinks = async (db: Db): Promise<Checked> => {
  const hurt: Hurt[] = []
  let count = 0
  for (const { from, to, by, what, named: own } of links) {
    const same = sql.join(by.map(([left, right]) => sql`${sql.ref(`p.${right}`)} = ${sql.ref(`c.${left}`)}`), sql` and `)
    const filled = sql.join(by.map(([left]) => sql`${sql.ref(`c.${left}`)} is not null`), sql` and `)
    const columns = [...by.map(([left]) => left), ...(own === undefined ? [] : [own])]
    const named = sql.join(columns.map((column) => sql`${sql.ref(`c.${column}`)}`), sql` || '/' || `)
    // An admin stands above all units, in none that is listed.
    const above = from === 'users' ? sql`c.unit <> ${rootUnit}` : sql`1 = 1`
    const total = await sql<{ count: number }>`select count(*) as count from ${sql.table(from)}`.execute(db)
    count += Number(total.rows[0]?.count ?? 0)
    const { rows } = await sql<{ name: string }>`
      select ${named} as name from ${sql.table(from)} c
      where ${filled} and ${above} and not exists (select 1 from ${sql.table(to)} p where ${same})`.execute(db)
    hurt.push(...rows.map(({ name }) => ({ record: `${from} ${name}`, why: `它的${what}不在` })))
  }
  return { what: '记录之间的关系', count, hurt }
}

/** The chain of the audit, from its first row to its last. */
export const checkAudit = async (db: Db): Promise<Checked> => {
  const { rows, faults } = await verifyAudit(db)
  return {
    what: '操作记录',
    count: rows,
    hurt: faults.map(({ seq, broken }) => ({
      record: `操作记录第${seq}条`,
      why: broken === 'content' ? '内容改过，和它的校验值不一样' : '和前一条接不上，前面少了或多了一条',
    })),
  }
}

/** A sealed sheet still hashes to what is printed on paper. */
export const checkSeals = async (db: Db): Promise<Checked> => {
  const rows = await db.selectFrom('snapshots').select(['round', 'unit', 'stage', 'version', 'hash', 'content']).execute()
  const hurt = rows.flatMap((row): Hurt[] => {
    const whole = hashes(row.content)
    return whole === row.hash ? [] : [{ record: `封存的自查表 ${row.round}/${row.unit}（${row.stage}，第${row.version}版）`, why: '内容和封存时的校验值不一样' }]
  })
  return { what: '封存的自查表', count: rows.length, hurt }
}

const hashes = (content: string): string | undefined => {
  try {
    return seal(JSON.parse(content) as Json).hash
  } catch {
    return undefined
  }
}
