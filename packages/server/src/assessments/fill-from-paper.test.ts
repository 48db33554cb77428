import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { writeDocument } from '@zicha/documents'
import { getForm } from '../forms/get-form.ts'
import { forEachEngine, useHouse } from '../testing/harness.ts'
import { openRound, submit, yucai } from '../testing/open-round.ts'

const form = getForm('yangzhou-2022')
const table = readFileSync(new URL('../../../../forms/yangzhou-2022/table.docx', import.meta.url))

const sheetOf = async (unit: string, selfScores: Readonly<Record<number, number>>, remarks: Readonly<Record<number, string>>): Promise<Buffer> => {
  const written = await writeDocument({ form, unit, selfScores, inspectionScores: {}, remarks }, 'docx', table)
  if (!('bytes' in written)) throw new Error('the sheet could not be written')
  return Buffer.from(written.bytes)
}

type Item = { readonly no: number; readonly score: number | null; readonly present: number | null; readonly changes: boolean; readonly remark: string }

forEachEngine((engine) => {
  const house = useHouse(engine)
  const betty = () => house.as('betty')
  const preview = (bytes: Buffer) => betty().post(`${yucai}/paper-sheet/preview`, bytes)
  const audited = async () => (await house.database.reader.selectFrom('audit').selectAll().execute()).length
  const itemsOf = (items: readonly Item[]) =>
    items.filter(({ changes }) => changes).map(({ no, score, remark }) => ({ no, ...(score === null ? {} : { score }), ...(remark === '' ? {} : { remark }) }))

  test('a school’s Word table is read back beside what the system has, and nothing is kept by looking', async () => {
    await openRound(house)
    await house.as('alice').put(`${yucai}/overrides/1.1`, { score: 1, reason: '章程在修订' })
    const before = await audited()
    const { status, body } = await preview(await sheetOf('育才小学', { 1: 1, 2: 2.5, 18: 11.5 }, { 2: '计划晚于三月' }))
    expect(status).toBe(200)
    expect([body.paperUnit, body.isThisUnit, body.findings]).toEqual(['育才小学', true, []])
    expect(itemsOf(body.items)).toEqual([{ no: 2, score: 2.5, remark: '计划晚于三月' }, { no: 18, score: 11.5 }])
    expect(body.items.find(({ no }: Item) => no === 3)).toMatchObject({ score: null, changes: false })
    expect((await preview(await sheetOf('实验小学', { 1: 1 }, {}))).body, 'the paper of another school is noticed').toMatchObject({ paperUnit: '实验小学', isThisUnit: false })
    expect(await audited()).toBe(before)
  })

  test('what the bureau types in bears both names, sums to the paper, and the school sees it and may change it', async () => {
    const { body } = await preview(await sheetOf('育才小学', { 1: 1, 2: 2.5, 18: 11.5 }, { 2: '计划晚于三月' }))
    const filled = { signedBy: '孙强', items: itemsOf(body.items) }
    const done = await betty().put(`${yucai}/paper-sheet`, filled)
    expect([done.status, done.body.items]).toEqual([200, 2])
    const score = (await house.as('sun').get(`${yucai}/score`)).body
    expect(score.items.filter(({ no }: Item) => [1, 2, 18].includes(no)).map(({ score }: Item) => score)).toEqual([1, 2.5, 11.5])
    const own = score.criteria.filter(({ id }: { id: string }) => id.startsWith('18.')).flatMap(({ override }: { override?: object }) => override ?? [])
    expect(own.length).toBeGreaterThan(0)
    for (const override of own) expect(override).toMatchObject({ by: 'betty', reason: '由局办陈静按学校报送的表代填，纸面签字孙强。' })
    expect(score.criteria.find(({ id }: { id: string }) => id === '2.1').because).toContain('代填')
    expect((await house.as('alice').get(yucai)).body.remarks).toEqual({ 2: '计划晚于三月' })

    const before = await audited()
    expect((await betty().put(`${yucai}/paper-sheet`, filled)).body.items, 'the same sheet again changes nothing').toBe(0)
    expect(await audited()).toBe(before)
    const looked = await preview(await sheetOf('育才小学', { 1: 1, 2: 2.5, 18: 11.5 }, { 2: '计划晚于三月' }))
    expect(itemsOf(looked.body.items)).toEqual([])
    expect((await house.as('alice').put(`${yucai}/overrides/18.1`, { score: 0, reason: '核对后改' })).status).toBe(200)
  })

  test('a full sheet of nothing but maxima comes to a hundred, whatever was reckoned', async () => {
    const items = form.items.map(({ no, points }) => ({ no, score: points }))
    expect((await betty().put('/rounds/2026/units/shiyan/paper-sheet', { signedBy: '白洁', items })).body.total).toBe(100)
    // What the paper marked is answered: nothing of it is open, due or still to be won.
    const planned = (await house.as('betty').get('/rounds/2026/units/shiyan/plan')).body
    expect([planned.lost, planned.full, planned.unanswered, planned.due]).toEqual([0, 100, { criteria: 0, points: 0 }, []])
    const told = (await house.as('betty').get('/rounds/2026/progress')).body.items.find(({ unit }: { unit: string }) => unit === 'shiyan')
    expect([told.answered, told.selfScore]).toEqual([form.criteria.length, 100])
    const nought = form.items.map(({ no }) => ({ no, score: 0 }))
    expect((await betty().put('/rounds/2026/units/shiyan/paper-sheet', { signedBy: '白洁', items: nought })).body.total).toBe(0)
  })

  test('what cannot be a mark keeps the whole sheet out; nobody but the own bureau types in; after the submission nobody', async () => {
    const refused = await betty().put(`${yucai}/paper-sheet`, { signedBy: '孙强', items: [{ no: 1, score: 9 }, { no: 99, score: 1 }, { no: 2, score: 1.005 }, { no: 3, score: 1 }, { no: 3, score: 1 }] })
    expect([refused.status, refused.body.code]).toEqual([422, 'paper_sheet.items'])
    expect(refused.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(['#/items/0', '#/items/1', '#/items/2', '#/items/4'])
    const one = { signedBy: '孙强', items: [{ no: 4, score: 1 }] }
    for (const [who, status] of [['alice', 403], ['sun', 403], ['admin', 403], ['carl', 403], ['gao', 404], ['mallory', 404]] as const) {
      expect((await house.as(who).put(`${yucai}/paper-sheet`, one)).status, who).toBe(status)
    }
    expect((await preview(Buffer.from('不是表'))).body.code).toBe('paper_sheet.unreadable')
    await submit(house)
    expect((await betty().put(`${yucai}/paper-sheet`, one)).body.code).toBe('assessment.stage')
    expect((await betty().post(`${yucai}/stage`, { to: 'submitted' })).status, 'the bureau does not submit').toBe(403)
  })
})
