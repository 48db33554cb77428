import type { Database } from '../database/database.ts'
import type { Storage } from '../storage/storage.ts'
import type { Checked } from './check.ts'
import { checkContents, checkNamings, countOrphans } from './check-files.ts'
import { checkAudit, checkIntegrity, checkLinks, checkSeals } from './check-rows.ts'

export type Examined = { readonly parts: readonly Checked[]; readonly orphans: number }

/** Looks at everything that a store holds, in the order in which a fault would explain those after it. Changes nothing. */
export const examine = async ({ database, storage }: { readonly database: Database; readonly storage: Storage }, now: Date): Promise<Examined> => {
  const db = database.reader
  const contents = await checkContents(storage)
  return {
    parts: [
      await checkIntegrity(database),
      await checkAudit(db),
      await checkLinks(db),
      await checkSeals(db),
      contents,
      await checkNamings(db, storage, contents.spoilt),
    ],
    orphans: await countOrphans(db, storage, now),
  }
}

/** What was found, a line each: first what is hurt, then what was looked at. */
export const sayExamined = ({ parts, orphans }: Examined): readonly string[] => {
  const hurt = parts.flatMap((part) => part.hurt)
  return [
    ...hurt.map(({ record, why }) => `受损：${record}：${why}。`),
    `查过：${parts.map(({ what, count }) => (count === 0 ? what : `${what}${count}`)).join('，')}。`,
    ...(orphans === 0 ? [] : [`没有记录用到的旧文件${orphans}个，不影响使用，服务器每天会清一次。`]),
    hurt.length === 0 ? '没有发现问题。' : `受损${hurt.length}处。什么都没有改动；请先留好这份数据，再从备份里找回受损的部分。`,
  ]
}
