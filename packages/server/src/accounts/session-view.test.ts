import { expect, test } from 'vitest'
import { write } from '../database/transaction.ts'
import { forEachEngine, useHouse } from '../testing/harness.ts'
import type { Username } from '../testing/people.ts'

forEachEngine((engine) => {
  const house = useHouse(engine)

  test('each person begins with the rounds they have work in, newest first', async () => {
    await write(house.database, async (trx) => {
      const round = (id: string, bureau: string, year: number) => ({
        id, bureau, year, form: 'yangzhou-2022', opens_on: `${year}-09-01`, due_on: `${year}-12-20`, list_number: null, version: 1,
      })
      await trx
        .insertInto('rounds')
        .values([round('y-2025', 'yizheng', 2025), round('y-2026', 'yizheng', 2026), round('g-2026', 'gaoyou', 2026)])
        .execute()
      const asked = (bureau: string, id: string, unit: string, stage = 'draft') => ({
        bureau, round: id, unit, stage, budget: null, facts_version: 1, version: 1, updated_at: null,
      })
      await trx
        .insertInto('assessments')
        .values([asked('yizheng', 'y-2025', 'yucai', 'frozen'), asked('yizheng', 'y-2026', 'yucai'), asked('yizheng', 'y-2026', 'shiyan'), asked('gaoyou', 'g-2026', 'chengbei')])
        .execute()
      await trx.insertInto('round_inspectors').values({ bureau: 'yizheng', round: 'y-2026', unit: 'yucai', username: 'ivy' }).execute()
    })
    const seen = async (username: Username): Promise<unknown> =>
      (await house.as(username).get('/sessions/current')).body.rounds.map((round: { id: string }) => round.id)
    expect(await seen('alice')).toEqual(['y-2026', 'y-2025'])
    expect(await seen('bai')).toEqual(['y-2026'])
    expect(await seen('mallory')).toEqual(['g-2026'])
    expect(await seen('betty')).toEqual(['y-2026', 'y-2025'])
    expect(await seen('ivy')).toEqual(['y-2026'])
    expect(await seen('ian')).toEqual([])
    expect(await seen('carl')).toEqual(['g-2026', 'y-2026', 'y-2025'])
    expect(await seen('admin')).toEqual(['g-2026', 'y-2026', 'y-2025'])
    const open = async (username: Username): Promise<unknown> =>
      (await house.as(username).get('/sessions/current')).body.rounds.map((round: { editable?: boolean }) => round.editable)
    expect(await open('alice'), 'a school reads which of its tables it may still fill').toEqual([true, false])
    expect(await open('betty')).toEqual([undefined, undefined])
  })

  test('a person of the city and an admin read where they stand', async () => {
    expect((await house.as('carl').get('/sessions/current')).body).toMatchObject({ unitName: '扬州市教育局', bureauName: '扬州市教育局' })
    expect((await house.as('admin').get('/sessions/current')).body).toMatchObject({ unitName: '系统管理', bureauName: null })
  })
})
