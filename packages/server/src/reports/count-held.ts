import { sayFullDay } from '@zicha/core'
import { writePaper } from '@zicha/documents'
import type { Db } from '../database/database.ts'
import { notFound } from '../http/problem.ts'
import { file } from '../http/reply.ts'
import type { Reply } from '../http/reply.ts'
import { findUnitRow } from '../organizations/units.queries.ts'
import { findRound } from '../rounds/rounds.queries.ts'
import { dayFromInstant } from '../rounds/shanghai-day.ts'
import type { HeldAnswer, HeldQuery } from './held.contract.ts'
import { countEntriesOfKind } from './held.queries.ts'

/** “多少单位本季度开过×”, from what the schools recorded. Who recorded nothing is there with 0: it may have been held all the same. */
export const countHeld = async (db: Db, id: string, { kind, from, to }: HeldQuery): Promise<HeldAnswer> => {
  const round = await findRound(db, id)
  if (round === undefined) throw notFound()
  const rows = await countEntriesOfKind(db, { bureau: round.bureau, round: id, kind, from, to })
  const items = rows.map(({ unit, name, times }) => ({ unit, name, times: Number(times) }))
  return { kind, from, to, units: items.filter(({ times }) => times > 0).length, items }
}

export const sendHeld = async (db: Db, id: string, query: HeldQuery, now: Date): Promise<Reply<never>> => {
  const { kind, from, to, units, items } = await countHeld(db, id, query)
  const round = await findRound(db, id)
  const bureau = round === undefined ? undefined : await findUnitRow(db, round.bureau)
  const bytes = await writePaper(
    {
      title: `${kind}开展情况`,
      unit: bureau?.name ?? '',
      madeOn: dayFromInstant(now.toISOString()),
      about: `${sayFullDay(from)}到${sayFullDay(to)}：${items.length}所中${units}所记有${kind}。按学校自己的活动记录数，按代码排。`,
      lists: [
        {
          heading: '',
          columns: [
            { head: '单位代码', width: 36, align: 'center' },
            { head: '学校', width: 90, align: 'left' },
            { head: '次数', width: 30, align: 'center', numbers: 'count' },
          ],
          groups: items.length === 0 ? [] : [{ title: kind, rows: items.map(({ unit, name, times }) => [unit, name, String(times)]) }],
          empty: '这一轮还没有学校。',
        },
      ],
    },
    'xlsx',
  )
  return file({
    bytes,
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    name: `${kind}_${from}_${to}.xlsx`,
  })
}
