import { drawUnits } from '@zicha/core'
import type { Stage } from '@zicha/core'
import { z } from 'zod'
import type { Db } from '../database/database.ts'
import { notFound } from '../http/problem.ts'
import { putResource } from '../http/put-resource.ts'
import type { Reply } from '../http/reply.ts'
import { auditedBy } from './beneath.ts'
import type { Writing } from './beneath.ts'
import { draw, drawStrata } from './draws.contract.ts'
import type { DrawAnswer, DrawBody, DrawStrata } from './draws.contract.ts'
import { insertDraw, listDrawRows } from './draws.queries.ts'
import type { NamedDrawRow } from './draws.queries.ts'
import { listAskedUnits } from './groups.queries.ts'
import { drawRefused } from './rounds.problems.ts'
import { findRound } from './rounds.queries.ts'
import { unitProfile } from './unit-profile.ts'

/** The draws of a round, oldest first. Raises 404 where there is no round. */
export const listDraws = async (db: Db, id: string): Promise<DrawAnswer[]> => {
  const round = await findRound(db, id)
  if (round === undefined) throw notFound()
  return (await listDrawRows(db, round)).map(answerOf)
}

/** One draw of a round. Raises 404 where it was never made. */
export const getDraw = async (db: Db, id: string, uuid: string): Promise<DrawAnswer> => {
  const found = (await listDraws(db, id)).find((one) => one.id === uuid)
  if (found === undefined) throw notFound()
  return found
}

/**
 * Draws from all units of the round and keeps the draw with every unit's number. The same call again answers the same;
 * under the same name nothing else can be drawn. Raises 422 where more are asked for than there are.
 */
export const makeDraw = async (writing: Writing, id: string, uuid: string, body: DrawBody): Promise<Reply<DrawAnswer>> => {
  const { db, person, now } = writing
  const round = await findRound(db, id)
  if (round === undefined) throw notFound()
  const made = (await listDraws(db, id)).find((one) => one.id === uuid)
  const reply = await putResource({
    ifMatch: writing.ifMatch,
    current: made,
    isEqual: ({ seed, count, strata }) => seed === body.seed && count === body.count && strata === body.strata,
    create: async () => {
      const asked = (await listAskedUnits(db, round)).filter((unit) => unit.out_of_use_at === null)
      const names = new Map(asked.map((unit) => [unit.code, unit.name]))
      const drawn = drawUnits({
        seed: body.seed,
        count: body.count,
        units: asked.map((unit) => ({ code: unit.code, stratum: stratumOf(unit.profile, body.strata) })),
      })
      if ('findings' in drawn) throw drawRefused(drawn.findings.map(({ where, message }) => ({ pointer: `#${where}`, detail: message })))
      await insertDraw(db, {
        bureau: round.bureau,
        round: round.id,
        id: uuid,
        seed: drawn.seed,
        strata: body.strata,
        count: body.count,
        units: JSON.stringify(drawn.units.map((unit) => ({ ...unit, name: names.get(unit.code) ?? unit.code }))),
        made_at: now.toISOString(),
        made_by: person.username,
      })
      return getDraw(db, id, uuid)
    },
    // What was drawn in the room stays; a change of it would be another draw.
    change: async () => {
      throw drawRefused([{ pointer: '#/seed', detail: '这次抽签已经定了，不能改。要再抽，请另抽一次。' }])
    },
  })
  return auditedBy(round.bureau, reply)
}

const answerOf = (row: NamedDrawRow, index: number): DrawAnswer => ({
  id: row.id,
  no: index + 1,
  seed: row.seed,
  count: row.count,
  strata: drawStrata.parse(row.strata),
  units: z.array(draw.shape.units.element).parse(JSON.parse(row.units)),
  madeAt: row.made_at,
  madeBy: row.by_name ?? row.made_by,
  version: 1,
})

const stageNames: { readonly [S in Stage]: string } = {
  kindergarten: '幼儿园',
  primary: '小学',
  junior: '初中',
  senior: '高中',
  vocational: '中职',
  special: '特殊教育',
}

/** What a unit is drawn among; one that did not say is in a stratum of its own kind. */
const stratumOf = (profile: string, strata: DrawStrata): string => {
  const unit = unitProfile(profile, null)
  switch (strata) {
    case 'none':
      return ''
    case 'stage':
      return unit.stages === undefined || unit.stages.length === 0 ? '未填学段' : unit.stages.map((stage) => stageNames[stage]).join('、')
    case 'ownership':
      return unit.ownership === undefined ? '未填办别' : unit.ownership === 'public' ? '公办' : '民办'
  }
}
