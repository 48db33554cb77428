import { createHash, randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { hashPassword } from '../accounts/password-hash.ts'
import { verifyAudit } from '../audit/verify-audit.ts'
import { write } from '../database/transaction.ts'
import { routes } from '../routes.ts'
import { forEachEngine, useHouse } from '../testing/harness.ts'
import type { Answer, House } from '../testing/harness.ts'
import { meeting, openRound, roundBody, yucai } from '../testing/open-round.ts'
import { testPassword } from '../testing/people.ts'
import { tidySchool } from '../testing/uploaded-tables.ts'

// Long because it is one list: every route that writes, each once, held against the routes that run.

type Done = {
  readonly route: string
  /** A function where the server gives the name. */
  readonly target: string | (() => string)
  readonly action?: string
  /** True where the same call is another deed: each sign-in, each link. */
  readonly isNewEachTime?: boolean
  readonly call: () => Promise<Answer>
}

const pdf = Buffer.from('%PDF-1.7 a paper')
const pdfName = createHash('sha256').update(pdf).digest('hex')
const photo = Buffer.from('%PDF-1.7 put right')
const photoName = createHash('sha256').update(photo).digest('hex')
const whiteDot = await sharp({ create: { width: 1, height: 1, channels: 3, background: '#fff' } }).png().toBuffer()
const sitePhoto = `${yucai}/inspections/ivy/items/1/photos/${createHash('sha256').update(whiteDot).digest('hex')}`
const entry = randomUUID()
const draft = `/form-drafts/${randomUUID()}`
const r = '/rounds/:round/units/:unit'

/** Long work that another process of the same store has in hand. */
const runningElsewhere = {
  bureau: 'yizheng', id: entry, kind: 'export', what: '{}', stamp: '0', made_by: 'betty', unit: 'yizheng', role: 'bureau', made_at: '2026-11-24T08:00:00.000Z',
  status: 'running', done: 0, total: 0, said: null, worker: 'another', lease_until: '2999-01-01T00:00:00.000Z', attempts: 1, result_hash: null, result_bytes: null,
  result_name: null, result_type: null, finished_at: null, expires_at: null, removed_at: null,
}

const tidiness = { id: '4.1', points: 1, title: '习惯', source: '师生卫生习惯好', parts: [{ kind: 'award', points: 1, condition: '卫生习惯好' }] }

/** A photo of this year, deleted when its keeping is over, years later; then the clock stands where it stood. */
const removeOldPhoto = async (house: House, who: 'alice' | 'betty', at: string, letter: string): Promise<Answer> => {
  const sha256 = letter.repeat(64)
  const row = {
    bureau: 'yizheng', unit: 'yucai', sha256, name: 'a.jpg', type: 'image/jpeg', size: 1, stored_sha256: sha256, stored_size: 1, stored_type: 'image/jpeg',
    created_at: '2026-11-24T08:00:00.000Z', created_by: 'alice', removed_at: null, removed_by: null,
  }
  await write(house.database, (trx) => trx.insertInto('evidence_files').values(row).onConflict((conflict) => conflict.doNothing()).execute())
  house.setClock('2028-01-01T08:00:00.000Z')
  const answer = await house.as(who).post(`${at}/kept-photos/removal`)
  house.setClock('2026-11-24T08:00:00.000Z')
  return answer
}

/** One successful call of every route that writes, in an order in which each can be done. */
const deeds = (house: House): readonly Done[] => {
  const stage = (who: 'sun' | 'betty' | 'ivy', to: string, more: object = {}): Done => ({
    route: `POST ${r}/stage`,
    target: `${yucai}/stage`,
    action: `stage.${to}`,
    call: () => house.as(who).post(`${yucai}/stage`, { to, ...more }),
  })
  const put = (who: 'alice' | 'sun' | 'ivy' | 'ian' | 'betty', route: string, target: string, body: object, ifMatch?: number): Done => ({
    route: `PUT ${route}`,
    target,
    call: () => house.as(who).put(target, body, ifMatch === undefined ? {} : { ifMatch }),
  })
  const remove = (route: string, target: string): Done => ({
    route: `DELETE ${route}`,
    target,
    call: () => house.as('alice').delete(target),
  })
  // A call is made twice, so there are two: the first is withdrawn, the second answered.
  const asked: { readonly id: string; readonly token: string }[] = []
  let link = ''
  let token = ''
  return [
    {
      route: 'DELETE /jobs/:uuid',
      target: `/jobs/${entry}`,
      call: async () => {
        await write(house.database, (trx) => trx.insertInto('jobs').values(runningElsewhere).onConflict((conflict) => conflict.doNothing()).execute())
        return house.as('betty').delete(`/jobs/${entry}`)
      },
    },
    put('betty', '/units/:code', '/units/new-school', { name: '新建小学', kind: 'school', parent: 'yizheng' }),
    { route: 'PUT /units/:code/use', target: '/units/new-school/use', call: () => house.as('betty').put('/units/new-school/use', { inUse: false, reason: '没有建成' }, { ifMatch: 1 }) },
    put('betty', '/units/:code/calendar', '/units/yizheng/calendar', { springStartsOn: '02-20', autumnStartsOn: '08-28' }),
    put('betty', '/users/:username', '/users/xinren', { name: '新来的', role: 'clerk', unit: 'yucai' }),
    {
      route: 'POST /users/:username/link',
      target: '/users/xinren/link',
      isNewEachTime: true,
      call: async () => {
        const answer = await house.as('betty').post('/users/xinren/link')
        link = String(answer.body.url).split('/').at(-1)?.split('=').at(-1) ?? ''
        return answer
      },
    },
    {
      route: 'POST /units/:code/roster',
      target: '/units/yizheng/roster',
      call: () =>
        house.as('betty').post('/units/yizheng/roster', {
          units: [{ code: 'listed', name: '名单小学', people: [{ username: 'listed-sj', name: '何平', role: 'secretary' }] }],
        }),
    },
    {
      route: 'POST /units/:code/link-sheet',
      target: '/units/yizheng/link-sheet',
      isNewEachTime: true,
      call: () => house.as('betty').post('/units/yizheng/link-sheet', { usernames: ['listed-sj'] }),
    },
    {
      route: 'POST /links/:token',
      target: '/users/xinren/link',
      call: () => house.asStranger().post(`/links/${link}`, { password: testPassword }),
    },
    {
      route: 'POST /sessions',
      target: '/sessions',
      isNewEachTime: true,
      call: async () => {
        const answer = await house.asStranger().post('/sessions', { username: 'xinren', password: testPassword, as: 'token' })
        token = answer.body.token
        return answer
      },
    },
    {
      route: 'DELETE /sessions/current',
      target: '/sessions/current',
      call: () => house.asStranger({ authorization: `Bearer ${token}` }).delete('/sessions/current'),
    },
    {
      route: 'PUT /form-drafts/:uuid/source',
      target: `${draft}/source`,
      call: () => house.as('betty').put(`${draft}/source`, tidySchool.bytes),
    },
    put('betty', '/form-drafts/:uuid', draft, { title: '卫生考核表' }, 1),
    put('betty', '/form-drafts/:uuid/items/:no', `${draft}/items/4`, { criteria: [tidiness] }, 1),
    {
      route: 'POST /form-drafts/:uuid/publish',
      target: `${draft}/publish`,
      call: () => house.as('betty').post(`${draft}/publish`, { id: 'tidy-2026', edition: '2026年版' }),
    },
    { route: 'DELETE /form-drafts/:uuid', target: draft, call: () => house.as('betty').delete(draft) },
    {
      route: 'POST /users/:username/handover',
      target: '/users/xinren/handover',
      isNewEachTime: true,
      call: () =>
        house.as('betty').post('/users/xinren/handover', { successor: { username: 'houlai', name: '后来的' }, endsOn: '2026-11-30' }),
    },
    {
      route: 'POST /suggestions',
      target: '/suggestions',
      call: () => house.as('alice').post('/suggestions', { id: entry, text: '请早点发通知。' }),
    },
    put('betty', '/suggestions/:uuid/answer', `/suggestions/${entry}/answer`, { text: '明年提前一个月。' }),
    put('betty', '/rounds/:id', '/rounds/2026', { ...roundBody, dueOn: '2026-12-21' }, 1),
    { route: 'DELETE /rounds/:id', target: '/rounds/2024', call: () => house.as('betty').delete('/rounds/2024') },
    put('betty', '/users/:username/former-units', '/users/ivy/former-units', { units: ['shiyan'] }),
    put('betty', '/rounds/:id/groups', '/rounds/2026/groups', {
      groups: [{ members: [{ username: 'ian', sections: [1, 2] }, { username: 'ivy', sections: [3] }], visits: [{ unit: 'yucai', day: null }] }],
    }),
    put('betty', '/rounds/:id/draws/:uuid', `/rounds/2026/draws/${randomUUID()}`, { seed: '7', count: 1, strata: 'none' }),
    put('alice', `${r}/entries/:uuid`, `${yucai}/entries/${entry}`, meeting()),
    remove(`${r}/entries/:uuid`, `${yucai}/entries/${entry}`),
    {
      route: `POST ${r}/entries/:uuid/restore`,
      target: `${yucai}/entries/${entry}/restore`,
      call: () => house.as('alice').post(`${yucai}/entries/${entry}/restore`),
    },
    { route: `PUT ${r}/evidence/:sha256`, target: `${yucai}/evidence/${pdfName}`, call: () => house.as('alice').put(`${yucai}/evidence/${pdfName}`, pdf) },
    ...[`${r}`, '/rounds/:round'].map((route, index): Done => {
      const at = index === 0 ? yucai : '/rounds/2026'
      return {
        route: `POST ${route}/kept-photos/removal`,
        target: `${at}/kept-photos/removal`,
        call: () => removeOldPhoto(house, index === 0 ? 'alice' : 'betty', at, 'ab'[index] ?? ''),
      }
    }),
    {
      route: `POST ${r}/requests`,
      target: `${yucai}/requests`,
      isNewEachTime: true,
      call: async () => {
        const answer = await house.as('alice').post(`${yucai}/requests`, { kind: '德育活动', from: '德育处' })
        asked.push({ id: answer.body.id, token: String(answer.body.url).split('/').at(-1) ?? '' })
        return answer
      },
    },
    {
      route: `DELETE ${r}/requests/:uuid`,
      target: () => `${yucai}/requests/${asked[0]?.id}`,
      call: () => house.as('alice').delete(`${yucai}/requests/${asked[0]?.id}`),
    },
    {
      route: `POST ${r}/requests`,
      target: `${yucai}/requests`,
      isNewEachTime: true,
      call: async () => {
        const answer = await house.as('alice').post(`${yucai}/requests`, { criterion: '2.1', from: '财务' })
        asked.push({ id: answer.body.id, token: String(answer.body.url).split('/').at(-1) ?? '' })
        return answer
      },
    },
    {
      route: 'PUT /requests/:token/evidence/:sha256',
      target: () => `${yucai}/requests/${asked[1]?.id}/evidence`,
      call: () => house.asStranger().put(`/requests/${asked[1]?.token}/evidence/${pdfName}`, pdf),
    },
    {
      route: 'POST /requests/:token',
      target: () => `${yucai}/requests/${asked[1]?.id}`,
      call: () =>
        house.asStranger().post(`/requests/${asked[1]?.token}`, { title: '专题会议', happenedOn: '2026-10-13', evidence: { sha256: pdfName } }),
    },
    {
      route: 'PUT /units/:code/letter-templates/:kind/source',
      target: '/units/yizheng/letter-templates/bulletin/source',
      call: async () => {
        const { bytes } = await house.as('betty').get('/units/yizheng/letter-templates/bulletin/source')
        return house.as('betty').put('/units/yizheng/letter-templates/bulletin/source', bytes)
      },
    },
    {
      route: 'DELETE /units/:code/letter-templates/:kind/source',
      target: '/units/yizheng/letter-templates/bulletin/source',
      call: () => house.as('betty').delete('/units/yizheng/letter-templates/bulletin/source'),
    },
    { route: 'POST /rounds/:round/letters', target: '/rounds/2026/letters', isNewEachTime: true, call: () => house.as('betty').post('/rounds/2026/letters', { kind: 'feedback' }) },
    { route: 'POST /rounds/:round/tables', target: '/rounds/2026/tables', call: () => house.as('betty').post('/rounds/2026/tables') },
    { route: `POST ${r}/evidence-pack`, target: `${yucai}/evidence-pack`, call: () => house.as('alice').post(`${yucai}/evidence-pack`) },
    { route: 'POST /exports', target: '/exports', call: () => house.as('betty').post('/exports', { round: '2026' }) },
    {
      route: `POST ${r}/calendar-link`,
      target: `${yucai}/calendar-link`,
      isNewEachTime: true,
      call: () => house.as('alice').post(`${yucai}/calendar-link`),
    },
    remove(`${r}/calendar-link`, `${yucai}/calendar-link`),
    put('alice', `${r}/imports/:uuid`, `${yucai}/imports/${entry}`, { entries: [meeting({ title: '4月集中学习', happenedOn: '2026-04-08' })] }),
    remove(`${r}/imports/:uuid`, `${yucai}/imports/${entry}`),
    put('alice', `${r}/owners/:no`, `${yucai}/owners/22`, { owner: '德育处' }),
    {
      route: `PUT ${r}/carry-over`,
      target: `${yucai}/carry-over`,
      call: () => house.as('alice').put(`${yucai}/carry-over`, { entries: [], facts: ['8.1'] }),
    },
    put('alice', `${r}/facts`, `${yucai}/facts`, { facts: { '2.2': true } }),
    put('alice', `${r}/overrides/:criterion`, `${yucai}/overrides/2.2`, { score: 0.5, reason: '计划晚了' }),
    remove(`${r}/overrides/:criterion`, `${yucai}/overrides/2.2`),
    put('alice', `${r}/checks/:no`, `${yucai}/checks/1`, { checked: true }),
    put('alice', `${r}/remarks/:no`, `${yucai}/remarks/2`, { text: '见附件' }),
    put('betty', `${r}/paper-sheet`, `${yucai}/paper-sheet`, { signedBy: '孙强', items: [{ no: 3, score: 1 }] }),
    put('alice', `${r}/figures`, `${yucai}/figures`, { budget: 900 }),
    stage('sun', 'submitted'),
    stage('betty', 'returned', { reason: '请补' }),
    stage('sun', 'submitted'),
    put('ivy', `${r}/inspections/:username/items/:no`, `${yucai}/inspections/ivy/items/1`, { score: 1, reason: '缺一项' }),
    put('ian', `${r}/inspections/:username/items/:no`, `${yucai}/inspections/ian/items/1`, { score: 2, reason: '都有' }),
    {
      route: `PUT ${r}/inspections/:username/items/:no/photos/:sha256`,
      target: sitePhoto,
      call: () => house.as('ivy').put(sitePhoto, whiteDot),
    },
    {
      route: `DELETE ${r}/inspections/:username/items/:no/photos/:sha256`,
      target: sitePhoto,
      call: () => house.as('ivy').delete(sitePhoto),
    },
    put('ivy', `${r}/inspections/:username/items/:no/seen/:uuid`, `${yucai}/inspections/ivy/items/1/seen/${entry}`, {}),
    {
      route: `DELETE ${r}/inspections/:username/items/:no/seen/:uuid`,
      target: `${yucai}/inspections/ivy/items/1/seen/${entry}`,
      call: () => house.as('ivy').delete(`${yucai}/inspections/ivy/items/1/seen/${entry}`),
    },
    put('ian', `${r}/inspection/settled/:no`, `${yucai}/inspection/settled/1`, { score: 1, reason: '一起看过' }),
    stage('ivy', 'inspected'),
    {
      route: `PUT ${r}/signatures/:username`,
      target: `${yucai}/signatures/sun`,
      call: async () => {
        const { sheet } = (await house.as('sun').get(`${yucai}/closing`)).body
        return house.as('sun').put(`${yucai}/signatures/sun`, { kind: 'paper', sheet, place: '党建办' })
      },
    },
    put('betty', '/rounds/:round/deadlines', '/rounds/2026/deadlines', { objectionDays: 20, reportDays: 30, reviewDays: 30 }, 1),
    stage('sun', 'signed', { password: testPassword }),
    put('sun', `${r}/objections/:uuid`, `${yucai}/objections/${entry}`, { no: 1, reason: '原件都在' }),
    stage('betty', 'frozen'),
    put('betty', `${r}/objections/:uuid/decision`, `${yucai}/objections/${entry}/decision`, { outcome: 'upheld', score: 2, reason: '看了原件' }),
    put('ivy', `${r}/rectifications/:uuid`, `${yucai}/rectifications/${entry}`, { no: 1, problem: '缺一次记录' }),
    {
      ...put('alice', `${r}/rectifications/:uuid/steps/:no`, `${yucai}/rectifications/${entry}/steps/1`, { kind: 'plan', text: '补一次' }),
      action: 'rectification.plan',
    },
    {
      route: `PUT ${r}/rectifications/photos/:sha256`,
      target: `${yucai}/rectifications/photos/${photoName}`,
      call: () => house.as('alice').put(`${yucai}/rectifications/photos/${photoName}`, photo),
    },
  ]
}

forEachEngine((engine) => {
  const house = useHouse(engine)
  const rows = () => house.database.reader.selectFrom('audit').selectAll().orderBy('seq').execute()

  test('every write leaves one row that names it, its repetition none, and the chain holds', async () => {
    await openRound(house)
    await house.as('betty').put('/rounds/2025', { ...roundBody, year: 2025, inspectors: {} })
    await house.as('betty').put('/rounds/2024', { ...roundBody, year: 2024 })
    await house.as('alice').put('/rounds/2025/units/yucai/facts', { facts: { '8.1': true } })
    const hash = await hashPassword(testPassword)
    await write(house.database, (trx) => trx.updateTable('users').set({ password_hash: hash }).where('username', '=', 'sun').execute())
    for (const { route, target, action, call, isNewEachTime } of deeds(house)) {
      const before = (await rows()).length
      const answer = await call()
      expect(answer.status, `${route}: ${answer.bytes.toString()}`).toBeLessThan(300)
      const added = (await rows()).slice(before)
      const declared = routes.find((one) => `${one.method} ${one.path}` === route)?.action
      expect(added.map((row) => [row.action, row.target]), route).toEqual([[action ?? declared, typeof target === 'string' ? target : target()]])
      if (isNewEachTime === true) continue
      const again = await call()
      expect((await rows()).length, `${route} again: ${again.status}`).toBe(before + 1)
    }
    expect((await verifyAudit(house.database.reader)).faults).toEqual([])
  })

  test('no route that writes is left out of this test', () => {
    const tested = new Set(deeds(house).map((deed) => deed.route))
    const written = routes.filter((route) => route.method !== 'GET').map((route) => `${route.method} ${route.path}`)
    // Set-up, demonstration and the import of a whole store begin one and have tests of their own; a reading and a preview keep nothing.
    expect(written.filter((route) => !tested.has(route))).toEqual([
      'POST /readings', 'POST /units/:code/roster/preview', 'POST /setup', 'POST /demo', 'POST /demo/sessions', `POST ${r}/imports/preview`, `POST ${r}/paper-sheet/preview`, 'POST /imports',
    ])
  })

  test('a write that cannot be audited is not made', async () => {
    const before = await rows()
    await write(house.database, (trx) => trx.updateTable('audit').set({ seq: 9_000_001 }).where('seq', '=', before.length).execute())
    await write(house.database, (trx) =>
      trx.insertInto('audit').values({ ...(before[0] as (typeof before)[number]), seq: 9_000_002, prev: 'x' }).execute(),
    )
    // The next row would need the hash of the first as its `prev`, which the second row has already.
    const answer = await house.as('betty').put('/rounds/unaudited', { ...roundBody, inspectors: {} })
    expect(answer.status).toBe(409)
    expect((await house.as('betty').get('/rounds/unaudited')).status).toBe(404)
  })
})
