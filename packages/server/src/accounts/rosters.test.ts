import { expect, test } from 'vitest'
import { forEachEngine, useHouse } from '../testing/harness.ts'
import { roundBody } from '../testing/open-round.ts'

const listOf = (rows: readonly (readonly string[])[]): Buffer => Buffer.from(rows.map((row) => row.join('\t')).join('\n'))

const list = listOf([
  ['单位名称', '代码', '学段', '公办/民办', '党员数', '党组织', '书记姓名', '手机', '党务干部'],
  ['滨江小学', 'binjiang', '小学', '公办', '31', '党支部', '何平', '13800001111', '柳青'],
  ['青山幼儿园', '', '幼儿园', '民办', '6', '联合党支部', '韩梅', '', '韩梅'],
  ['育才小学', '', '小学', '公办', '40', '党总支', '孙强', '', '李敏'],
])

forEachEngine((engine) => {
  const house = useHouse(engine)
  const betty = () => house.as('betty')
  const preview = (bytes: Buffer, query = '') => betty().post(`/units/yizheng/roster/preview${query}`, bytes)
  const taken = (answer: { readonly body: { readonly units: readonly { readonly unit: object }[] } }) => ({ units: answer.body.units.map(({ unit }) => unit) })
  const count = async (table: 'units' | 'users' | 'audit' | 'links') => (await house.database.reader.selectFrom(table).selectAll().execute()).length

  test('a preview says what each school would become, proposes codes and accounts, and keeps nothing', async () => {
    const before = [await count('units'), await count('users'), await count('audit')]
    const { status, body } = await preview(list)
    expect(status).toBe(200)
    expect(body.columns.map(({ head, column }: { head: string; column: string }) => `${head} ${column}`)).toEqual([
      '单位名称 unit', '代码 code', '学段 stages', '公办/民办 ownership', '党员数 members', '党组织 partyOrganization', '书记姓名 secretary',
      '手机 private', '党务干部 clerk',
    ])
    expect(body.units).toMatchObject([
      {
        outcome: 'new', newPeople: ['binjiang-sj', 'binjiang-dw'], findings: [],
        unit: { code: 'binjiang', name: '滨江小学', members: 31, people: [{ username: 'binjiang-sj', name: '何平', role: 'secretary' }, { username: 'binjiang-dw', name: '柳青', role: 'clerk' }] },
      },
      { outcome: 'new', unit: { code: 'yizheng-001', ownership: 'private', partyOrganization: 'joint', stages: ['kindergarten'] } },
      // There by name: it keeps its code, and its people their accounts.
      { outcome: 'changed', newPeople: [], current: { name: '育才小学' }, unit: { code: 'yucai', people: [{ username: 'sun' }, { username: 'alice' }] } },
    ])
    expect(JSON.stringify(body)).not.toContain('13800001111')
    expect([await count('units'), await count('users'), await count('audit')]).toEqual(before)
  })

  test('what was confirmed is made in one go, and the same list again changes nothing', async () => {
    const audited = await count('audit')
    const first = await betty().post('/units/yizheng/roster', taken(await preview(list)))
    expect([first.status, first.body]).toEqual([
      200, { made: 2, changed: 1, same: 0, newPeople: 4, newFormer: 0, waiting: ['binjiang-sj', 'binjiang-dw', 'yizheng-001-sj', 'yizheng-001-dw', 'sun', 'alice'] },
    ])
    expect((await betty().get('/units/binjiang')).body).toMatchObject({ parent: 'yizheng', kind: 'school', stages: ['primary'], version: 1 })
    expect((await betty().get('/units/yucai')).body).toMatchObject({ members: 40, version: 2 })
    expect((await betty().get('/users/binjiang-sj')).body).toMatchObject({ name: '何平', role: 'secretary', unit: 'binjiang', ready: false })
    const again = await preview(list)
    expect(again.body.units.map(({ outcome }: { outcome: string }) => outcome)).toEqual(['same', 'same', 'same'])
    const second = await betty().post('/units/yizheng/roster', taken(again))
    expect(second.body).toMatchObject({ made: 0, changed: 0, same: 3, newPeople: 0 })
    expect(await count('audit')).toBe(audited + 1)
  })

  test('one school that cannot be taken keeps all out, and each is named', async () => {
    const before = await count('units')
    const refused = await betty().post('/units/yizheng/roster', {
      units: [
        { code: 'haode', name: '好的小学', people: [] },
        { code: 'chengbei', name: '城北小学', people: [] },
        { code: 'xinde', name: '新的小学', people: [{ username: 'mallory', name: '新人', role: 'clerk' }, { username: 'haode', name: '甲', role: 'clerk' }] },
        { code: 'xinde', name: '又一所', people: [{ username: 'haode', name: '乙', role: 'clerk' }] },
      ],
    })
    expect([refused.status, refused.body.code]).toEqual([422, 'roster.rows'])
    expect(refused.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(['#/units/1', '#/units/2', '#/units/3', '#/units/3'])
    expect(JSON.stringify(refused.body), 'nobody of another county is named').not.toMatch(/马丽|城北小学/u)
    expect(await count('units')).toBe(before)
  })

  test('a mapping that was put right is used, and what is unclear is said in words', async () => {
    const wild = listOf([['校名', '甲', '乙', '身份'], ['新苗小学', '陈思', '党总支', '局领导'], ['', '', '', '']])
    const { body } = await preview(wild, '?columns=unit,clerk,partyOrganization,unused')
    expect(body.units).toMatchObject([{ outcome: 'new', unit: { name: '新苗小学', partyOrganization: 'general_branch', people: [{ name: '陈思', role: 'clerk' }] } }])
    const none = await preview(wild, '?columns=unused,unused,unused,unused')
    expect(none.body.findings).toMatchObject([{ level: 'error', message: '还没有哪一列是学校名称。请在上面选一列。' }])
    expect((await preview(Buffer.from('随便写的几个字'))).body).toMatchObject({ status: 422, code: 'roster.unreadable' })
    const phone = await preview(listOf([['学校', '党务干部', '党务干部账号'], ['新苗小学', '陈思', '13911112222']]))
    expect(phone.body.units[0].findings[0].message).toContain('没有收')
    expect(JSON.stringify(phone.body)).not.toContain('13911112222')
  })

  test('a second secretary is pointed out as a handover, and nothing can stand under a school', async () => {
    const { body } = await preview(listOf([['学校', '书记'], ['育才小学', '新书记']]))
    expect(body.units[0].findings).toEqual([{ level: 'warning', message: '已经有书记孙强的账号，会再加新书记的。换人的话请办交接。' }])
    const under = await betty().post('/units/yucai/roster', { units: [{ code: 'fenxiao', name: '分校', people: [] }] })
    expect([under.status, under.body.code]).toEqual([422, 'roster.not_over_schools'])
  })

  test('a school named twice, its rows that differ and two secretaries are said; a list of one person a row names schools again by its nature', async () => {
    const warnings = async (rows: readonly (readonly string[])[]): Promise<readonly (readonly string[])[]> =>
      (await preview(listOf(rows))).body.units.map(({ findings }: { findings: readonly { level: string; message: string }[] }) => findings.map(({ level, message }) => `${level} ${message}`))
    expect(await warnings([['学校', '代码', '党员数', '书记'], ['临河小学', '', '31', '何平'], ['青山小学', '', '', ''], ['临河小学', '', '28', '周红']])).toEqual([
      [
        'warning 名单里“临河小学”写了2次（第2、4行），并成了一所。是两所的话，请各写代码。',
        'warning 第2行和第4行的党员数不一样，用了第2行的。',
        'warning 名单里写了2位书记：何平、周红。一所学校一般一位，请核对。',
      ],
      [],
    ])
    expect(await warnings([['学校', '代码', '书记'], ['临河小学', 'linhe', '何平'], ['临河小学', 'linhe2', '周红']])).toEqual([
      ['warning 名单第3行也叫“临河小学”，代码不同，会是另一所。是一所的话，请留一个代码。'],
      ['warning 名单第2行也叫“临河小学”，代码不同，会是另一所。是一所的话，请留一个代码。'],
    ])
    expect(await warnings([['学校', '姓名', '岗位'], ['临河小学', '何平', '书记'], ['临河小学', '柳青', '党务干部']])).toEqual([[]])
    expect(await warnings([['学校', '姓名', '岗位'], ['临河小学', '何平', '书记'], ['临河小学', '周红', '书记']])).toEqual([
      ['warning 名单里写了2位书记：何平、周红。一所学校一般一位，请核对。'],
    ])
  })

  test('a unit that bears the name of the office itself is that office: its inspectors get their post there, and no school is made', async () => {
    const pasted = listOf([
      ['姓名', '岗位', '单位', '代码'], ['周平', '检查人', '仪征市 教育局', ''], ['吴芳', '检查人', '仪征市教育局', 'yz-01'], ['郑云', '书记', '仪征市教育局', ''],
    ])
    const schools = await count('units')
    const { body } = await preview(pasted)
    expect(body.units).toMatchObject([
      {
        kind: 'office', outcome: 'changed',
        unit: { code: 'yizheng', name: '仪征市教育局', people: [{ username: 'yizheng-jc', name: '周平', role: 'inspector' }, { username: 'yizheng-jc2', name: '吴芳' }] },
        findings: [{ level: 'warning', message: '仪征市教育局已有代码“yizheng”，名单上的“yz-01”没有用。' }, { level: 'warning', message: '郑云写的是学校的岗位，没有收。仪征市教育局的人只收检查人，别的岗位请在“单位与人员”里加。' }],
      },
    ])
    const answer = await betty().post('/units/yizheng/roster', taken({ body }))
    expect(answer.body).toMatchObject({ made: 0, changed: 0, same: 0, newPeople: 2, waiting: ['yizheng-jc', 'yizheng-jc2'] })
    expect(await count('units')).toBe(schools)
    expect((await betty().get('/units/yizheng')).body, 'the office stays as it is').toMatchObject({ kind: 'bureau', parent: 'yangzhou', version: 1 })
    expect((await betty().get('/users/yizheng-jc')).body).toMatchObject({ name: '周平', role: 'inspector', unit: 'yizheng' })
    const again = await preview(pasted)
    expect(again.body.units).toMatchObject([{ outcome: 'same', unit: { people: [{ username: 'yizheng-jc' }, { username: 'yizheng-jc2' }] } }])
    const audited = await count('audit')
    expect((await betty().post('/units/yizheng/roster', taken(again))).body).toMatchObject({ newPeople: 0 })
    expect(await count('audit')).toBe(audited)
  })

  test('former schools of inspectors are matched by name and only added; one that is not there is said in the preview and refuses the row', async () => {
    const rows = (...former: readonly string[]) =>
      listOf([['单位', '姓名', '岗位', '曾任职学校'], ...former.map((schools, index) => ['仪征市教育局', ['周平', '吴芳'][index] ?? '', '检查人', schools])])
    const unknown = await preview(rows('育才小学、没有的小学', ''))
    expect(unknown.body.units[0]).toMatchObject({
      outcome: 'refused', findings: [{ level: 'error', message: '周平曾任职的“没有的小学”没有找到。请写学校全称；不归这里管的不用写。' }],
    })
    const list = rows('育才小学（2015—2019）、实验 小学', '')
    const { body } = await preview(list)
    expect(body.units).toMatchObject([
      { kind: 'office', outcome: 'changed', newPeople: [], newFormer: [{ username: 'yizheng-jc', units: ['实验小学', '育才小学'] }], findings: [] },
    ])
    expect((await betty().get('/users/yizheng-jc/former-units')).body, 'looking keeps nothing').toMatchObject({ units: [] })
    expect((await betty().post('/units/yizheng/roster', taken({ body }))).body).toMatchObject({ newPeople: 0, newFormer: 1 })
    expect((await betty().get('/users/yizheng-jc/former-units')).body).toEqual({ units: ['shiyan', 'yucai'], version: 1 })
    expect((await preview(list)).body.units).toMatchObject([{ outcome: 'same', newFormer: [] }])
    // A list that says less takes nothing away: that is done by hand.
    const less = await preview(rows('育才小学', ''))
    expect(less.body.units).toMatchObject([{ outcome: 'same' }])
    expect((await betty().get('/users/yizheng-jc/former-units')).body.units).toEqual(['shiyan', 'yucai'])
    const sent = (formerUnits: readonly string[], role = 'inspector') =>
      betty().post('/units/yizheng/roster', { units: [{ code: 'yizheng', name: '仪征市教育局', people: [{ username: 'yizheng-jc', name: '周平', role, formerUnits }] }] })
    for (const code of ['nirgends', 'yangzhou', 'gaoyou']) expect([code, (await sent([code])).status]).toEqual([code, 422])
    expect(JSON.stringify((await house.as('alice').get('/users')).body)).not.toContain('formerUnits')
  })

  test('an office beneath is known by its name too, and nobody can send an office as a new school', async () => {
    await house.as('admin').put('/units/xinji', { name: '新集镇中心校', kind: 'bureau', parent: 'yizheng' })
    const { body } = await preview(listOf([['单位', '姓名', '岗位'], ['新集镇中心校', '钱程', '检查人'], ['新集镇小学', '孙琳', '书记']]))
    expect(body.units).toMatchObject([
      { kind: 'office', outcome: 'changed', unit: { code: 'xinji', people: [{ username: 'xinji-jc' }] } },
      { kind: 'school', outcome: 'new', unit: { name: '新集镇小学' } },
    ])
    expect((await betty().post('/units/yizheng/roster', taken({ body }))).body).toMatchObject({ made: 1, newPeople: 2 })
    const row = await house.database.reader.selectFrom('users').selectAll().where('username', '=', 'xinji-jc').executeTakeFirstOrThrow()
    expect([row.unit, row.bureau]).toEqual(['xinji', 'xinji'])
    const sent = (units: readonly object[]) => betty().post('/units/yizheng/roster', { units })
    expect((await sent([{ code: 'yizheng-900', name: '仪征市教育局', people: [] }])).body.errors).toEqual([
      { pointer: '#/units/0', detail: '仪征市教育局是已有的单位，不是新学校。请重新读一次名单，人员会加到那里。' },
    ])
    expect((await sent([{ code: 'yizheng', name: '仪征市教育局', people: [{ username: 'wu', name: '吴芳', role: 'secretary' }] }])).status).toBe(422)
    expect((await sent([{ code: 'yangzhou', name: '扬州市教育局', people: [] }])).status, 'an office above is not theirs').toBe(422)
  })

  test('a sheet of links opens each account once, ends the former links, and is stored nowhere in the clear', async () => {
    const usernames = ['binjiang-sj', 'binjiang-dw']
    const first = await betty().post('/units/yizheng/link-sheet', { usernames })
    expect(first.status).toBe(201)
    expect(first.body.items).toMatchObject([
      { unitName: '滨江小学', name: '何平', role: 'secretary', isNew: true },
      { unitName: '滨江小学', name: '柳青', role: 'clerk', isNew: true },
    ])
    expect(Buffer.from(first.body.slips, 'base64').subarray(0, 5).toString()).toBe('%PDF-')
    expect(first.body.expiresAt).toBe('2026-12-24T08:00:00.000Z')
    const pathOf = (url: string) => `/links/${url.split('/').at(-1)}`
    const rows = JSON.stringify(await house.database.reader.selectFrom('links').selectAll().execute())
    expect(rows).not.toContain(first.body.items[0].url.split('/').at(-1))
    const second = await betty().post('/units/yizheng/link-sheet', { usernames: ['binjiang-sj'] })
    expect((await house.asStranger().get(pathOf(first.body.items[0].url))).status, 'the former link is void').toBe(404)
    expect((await house.asStranger().get(pathOf(first.body.items[1].url))).body).toMatchObject({ name: '柳青', purpose: 'new' })
    const used = await house.asStranger().post(pathOf(second.body.items[0].url), { password: '桃李不言2026' })
    expect(used.status).toBe(204)
    expect((await house.asStranger().post(pathOf(second.body.items[0].url), { password: '桃李不言2027' })).status).toBe(404)
  })

  test('links go to nobody of another county and to nobody who was closed', async () => {
    const before = await count('links')
    for (const usernames of [['binjiang-dw', 'mallory'], ['admin'], ['nobody']]) {
      const refused = await betty().post('/units/yizheng/link-sheet', { usernames })
      expect([refused.status, refused.body.code]).toEqual([422, 'roster.link'])
    }
    expect(await count('links')).toBe(before)
    expect((await house.as('sun').post('/units/yucai/link-sheet', { usernames: ['alice'] })).status).toBe(403)
    expect((await house.as('gao').post('/units/yizheng/roster', { units: [{ code: 'x', name: '小学', people: [] }] })).status).toBe(404)
  })

  test('eighty schools with two people each are taken and asked into a round', async () => {
    const units = Array.from({ length: 80 }, (_, index) => ({
      code: `s${index}`, name: `第${index}小学`, people: [{ username: `s${index}-sj`, name: '书记', role: 'secretary' }, { username: `s${index}-dw`, name: '干部', role: 'clerk' }],
    }))
    expect((await betty().post('/units/yizheng/roster', { units })).body).toMatchObject({ made: 80, newPeople: 160 })
    const sheet = await betty().post('/units/yizheng/link-sheet', { usernames: units.flatMap(({ people }) => people.map(({ username }) => username)) })
    expect(new Set(sheet.body.items.map(({ url }: { url: string }) => url)).size).toBe(160)
    const round = await betty().put('/rounds/all', { ...roundBody, units: units.map(({ code }) => code), inspectors: {} })
    expect([round.status, round.body.units.length]).toEqual([201, 80])
  })
})
