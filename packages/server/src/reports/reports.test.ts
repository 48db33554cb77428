import { expect, test } from 'vitest'
import { verifyAudit } from '../audit/verify-audit.ts'
import { write } from '../database/transaction.ts'
import { getForm } from '../forms/get-form.ts'
import { bestAnswers } from '../testing/best-answers.ts'
import { forEachEngine, useHouse } from '../testing/harness.ts'
import { strokes } from '../testing/inspected-school.ts'
import { meeting, newEntry, openRound, submit, yucai } from '../testing/open-round.ts'

forEachEngine((engine) => {
  const house = useHouse(engine)
  const row = async (unit: string) =>
    (await house.as('betty').get('/rounds/2026/progress')).body.items.find((one: { unit: string }) => one.unit === unit)

  test('progress says where each school stands, and nothing of one that wrote nothing', async () => {
    await openRound(house)
    const { body, status } = await house.as('betty').get('/rounds/2026/progress')
    expect(status).toBe(200)
    expect(body.counts).toEqual({ draft: 2, submitted: 0, returned: 0, inspecting: 0, inspected: 0, signed: 0, frozen: 0 })
    expect(body.items).toEqual([
      {
        unit: 'shiyan', name: '实验小学', stage: 'draft', answered: 0, criteria: 60, selfScore: null,
        inspectionScore: null, updatedAt: null, attention: [], inspectors: [],
      },
      {
        unit: 'yucai', name: '育才小学', stage: 'draft', answered: 0, criteria: 60, selfScore: null,
        inspectionScore: null, updatedAt: null, attention: [], inspectors: ['赵刚', '王丽'],
      },
    ])
  })

  test('it follows each write: answers, own marks, lacking papers, files on their way', async () => {
    await house.as('alice').put(`${yucai}/facts`, { facts: bestAnswers(getForm('yangzhou-2022')) })
    expect(await row('yucai')).toMatchObject({ answered: 60, selfScore: 100, updatedAt: '2026-11-24T08:00:00.000Z' })
    await house.as('alice').put(newEntry(yucai), meeting({ countsAs: ['计划'], evidence: [{ sha256: '1'.repeat(64) }] }))
    await house.as('alice').put(`${yucai}/overrides/2.3`, { score: 0.5, reason: '记录不够细' })
    const after = await row('yucai')
    expect(after).toMatchObject({ answered: 60, selfScore: 99.5 })
    expect(after.attention).toEqual(expect.arrayContaining(['1份材料待上传', '自改分1条']))
    expect(after).toEqual(await row('yucai'))
    expect((await row('shiyan')).selfScore).toBe(null)
  })

  test('it follows what changes a score without a word from the school: its figures, the semesters', async () => {
    const keeps = async () =>
      (await house.database.reader.selectFrom('summaries').select('unit').where('unit', '=', 'yucai').execute()).length
    await row('yucai')
    expect(await keeps()).toBe(1)
    const { code: _, version, ...unit } = (await house.as('betty').get('/units/yucai')).body
    await house.as('betty').put('/units/yucai', { ...unit, partyGroups: 3 }, { ifMatch: version })
    expect(await keeps()).toBe(0)
    expect((await row('yucai')).answered).toBeLessThanOrEqual(60)
    await house.as('betty').put('/units/yizheng/calendar', { springStartsOn: '02-20', autumnStartsOn: '09-01' })
    expect(await keeps()).toBe(0)
    await house.as('betty').put('/units/yucai', unit, { ifMatch: version + 1 })
  })

  test('during the inspection it tells what is marked and where two differ', async () => {
    await house.as('alice').put(`${yucai}/facts`, { facts: { '25.1': null } })
    const before = (await row('yucai')).attention
    expect(before.join()).toMatch(/^缺材料\d+件,1份材料待上传,自改分1条$/u)
    await submit(house)
    // What was submitted with gaps is what the bureau has to see: nothing of it goes with the submission.
    const sealed = await row('yucai')
    expect(sealed).toMatchObject({ stage: 'submitted', answered: 59 })
    expect(sealed.attention).toEqual(['1处未答', ...before])
    await house.as('ivy').put(`${yucai}/inspections/ivy/items/1`, { score: 2 })
    await house.as('ian').put(`${yucai}/inspections/ian/items/1`, { score: 1, reason: '缺一项议事规则' })
    const after = await row('yucai')
    expect(after).toMatchObject({ stage: 'inspecting', selfScore: sealed.selfScore, inspectionScore: null })
    expect(after.attention).toEqual([...sealed.attention, '两人分差1条', '已检查1条'])
  })

  test('progress is for who stands above the schools', async () => {
    expect((await house.as('carl').get('/rounds/2026/progress')).status).toBe(200)
    expect((await house.as('admin').get('/rounds/2026/progress')).status).toBe(200)
    for (const who of ['alice', 'ivy'] as const) expect((await house.as(who).get('/rounds/2026/progress')).status).toBe(403)
    expect((await house.as('gao').get('/rounds/2026/progress')).status).toBe(404)
  })

  test('the table comes as Word, PDF and Excel under the name of its school', async () => {
    const magic = { docx: 'PK', xlsx: 'PK', pdf: '%PDF-' } as const
    for (const [format, start] of Object.entries(magic)) {
      const answer = await house.as('alice').get(`${yucai}/document?format=${format}`)
      expect([answer.status, answer.bytes.subarray(0, start.length).toString()]).toEqual([200, start])
      expect(answer.headers['content-disposition']).toContain(
        `filename*=UTF-8''${encodeURIComponent(`育才小学_自查表_2026.${format}`)}`,
      )
    }
    expect((await house.as('alice').get(`${yucai}/document?format=exe`)).status).toBe(422)
    expect((await house.as('bob').get(`${yucai}/document?format=pdf`)).status).toBe(404)
  })

  test('the preview shows the same pages, and marks that are not final are not on a school’s page', async () => {
    const pages = await house.as('alice').get(`${yucai}/pages`)
    expect(pages.body).toMatchObject({ count: pages.body.pages.length, widthMm: 210, heightMm: 297 })
    expect(pages.body.pages[0]).toMatch(/^<svg/)
    const scores = async (who: 'alice' | 'betty') => {
      const { loadSheet } = await import('./write-sheet.ts')
      const user = await house.database.reader.selectFrom('users').selectAll().where('username', '=', who).executeTakeFirstOrThrow()
      const person = { ...user, role: who === 'alice' ? ('clerk' as const) : ('bureau' as const) }
      return (await loadSheet(house.database.reader, { round: '2026', unit: 'yucai' }, person)).filled
    }
    await house.as('ivy').put(`${yucai}/inspections/ivy/items/4`, { score: 3 })
    const school = await scores('alice')
    expect([school.inspectionScores, school.inspectors]).toEqual([{}, undefined])
    expect(school.verificationCode).toMatch(/^[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}$/)
    const bureau = await scores('betty')
    expect([bureau.inspectionScores, bureau.verificationCode]).toEqual([{ 4: 3 }, undefined])
    await house.as('ivy').post(`${yucai}/stage`, { to: 'inspected' })
    const unsigned = await scores('alice')
    expect([unsigned.inspectionScores, unsigned.inspectors], 'nobody signed: the line is empty').toEqual([{ 4: 3 }, undefined])
    const { sheet } = (await house.as('ivy').get(`${yucai}/closing`)).body
    await house.as('ivy').put(`${yucai}/signatures/ian`, { kind: 'paper', sheet, place: '党建办' })
    await house.as('ivy').put(`${yucai}/signatures/ivy`, { kind: 'drawn', sheet, strokes })
    expect((await scores('alice')).inspectors, 'who signs by hand does so on the paper').toEqual(['王丽'])
  })

  test('the audit trail is one chain, page by page, and a changed row shows', async () => {
    const seen: { seq: number; prev: string; hash: string }[] = []
    let next: string | null = ''
    while (next !== null) {
      const page = await house.as('admin').get(`/audit?limit=3${next === '' ? '' : `&after=${next}`}`)
      seen.push(...page.body.items)
      next = page.body.next
    }
    expect(seen.map((one) => one.seq)).toEqual(seen.map((_, index) => index + 1))
    expect(seen.slice(1).map((one) => one.prev)).toEqual(seen.slice(0, -1).map((one) => one.hash))
    expect((await house.as('betty').get('/audit')).body.items.length).toBe(seen.length)
    expect((await house.as('gao').get('/audit')).body.items).toEqual([])
    expect((await house.as('alice').get('/audit')).status).toBe(403)
    expect((await house.as('admin').get('/audit?after=x')).status).toBe(422)

    const newest = await house.as('admin').get('/audit?limit=3&before=end')
    expect(newest.body.items.map((row: { readonly seq: number }) => row.seq)).toEqual([...seen].reverse().slice(0, 3).map((row) => row.seq))
    const older = await house.as('admin').get(`/audit?limit=200&before=${newest.body.next}`)
    expect(older.body.items.length).toBe(seen.length - 3)
    expect((await house.as('admin').get('/audit?before=x')).status).toBe(422)
    expect(await verifyAudit(house.database.reader)).toEqual({ rows: seen.length, head: seen.at(-1)?.hash, faults: [] })
    await write(house.database, (trx) => trx.updateTable('audit').set({ actor: 'nobody' }).where('seq', '=', 3).execute())
    expect((await verifyAudit(house.database.reader)).faults).toEqual([{ seq: 3, broken: 'content' }])
    await write(house.database, (trx) => trx.deleteFrom('audit').where('seq', '=', 3).execute())
    expect((await verifyAudit(house.database.reader)).faults).toEqual([{ seq: 4, broken: 'chain' }])
  })
})
