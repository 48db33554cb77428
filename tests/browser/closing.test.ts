import { expect } from 'vitest'
import { demonstrationPassword } from '../../packages/server/src/demo/bureau.ts'
import { askServer, tellServer } from './ask-server.ts'
import { desk, phone, settled, test } from './open-world.ts'
import type { Visitor } from './open-world.ts'

const inspected = '/rounds/2026/units/zhizhuan'
const signed = '/rounds/2026/units/yunzhong'

type Closing = { readonly sheet: string; readonly code: string; readonly signers: readonly { readonly username: string; readonly signature: { readonly kind: string; readonly takenBy: string } | null }[] }
type Assessment = { readonly stage: string; readonly snapshot: { readonly hash: string; readonly code: string; readonly total: number } }

/** The last step before the signatures: what two inspectors differed in is settled and the inspection done. */
const endInspection = async (inspector: Visitor) => {
  await tellServer(inspector, 'PUT', `${inspected}/inspection/settled/5`, { score: 3.5, reason: '一起翻了记录本' })
  await tellServer(inspector, 'POST', `${inspected}/stage`, { to: 'inspected' })
}

const pad = (person: Visitor, name: string) => person.page.getByRole('img', { name: `${name}在这里签名` })

test('Both sides sign at the table and the sheet is left, in four actions', async ({ demonstration }) => {
  const inspector = await demonstration.enter('gaoyuan')
  await endInspection(inspector)
  await inspector.page.goto(`${inspected}/closing`)
  await settled(inspector)
  inspector.countAnew()
  await inspector.draw(pad(inspector, '高远'))
  await inspector.draw(pad(inspector, '魏国'))
  await inspector.tap(inspector.page.getByRole('button', { name: '签字', exact: true }))
  await inspector.page.getByRole('heading', { name: '2人已签，共3人' }).waitFor()
  const left = await inspector.download(inspector.page.getByRole('link', { name: '反馈表PDF' }))
  expect(left.suggestedFilename()).toContain('检查情况反馈表')
  expect(inspector.actions).toBe(4)
  const { signers } = await askServer<Closing>(inspector, `${inspected}/closing`)
  expect(signers.map(({ username, signature }) => [username, signature?.kind, signature?.takenBy])).toEqual([
    ['gaoyuan', 'drawn', 'gaoyuan'], ['songlan', undefined, undefined], ['weiguo', 'drawn', 'gaoyuan'],
  ])
})

test('Signatures drawn without a network stay on the device and go up once it is back', async ({ demonstration }) => {
  const inspector = await demonstration.enter('gaoyuan')
  await endInspection(inspector)
  await inspector.page.goto(`${inspected}/closing`)
  await settled(inspector)
  await inspector.page.context().setOffline(true)
  await inspector.draw(pad(inspector, '高远'))
  await inspector.tap(inspector.page.getByRole('button', { name: '签字', exact: true }))
  await inspector.page.getByRole('alert').filter({ hasText: '没有连上' }).waitFor()
  await inspector.page.context().setOffline(false)
  await inspector.page.reload()
  await settled(inspector)
  await inspector.tap(inspector.page.getByRole('button', { name: '签字', exact: true }))
  await inspector.page.getByRole('heading', { name: '1人已签，共3人' }).waitFor()
  expect(await inspector.page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('zicha.signatures')))).toEqual([])
})

test('Who signs on paper says where that paper lies, by the keyboard alone', async ({ demonstration }) => {
  const inspector = await demonstration.enter('gaoyuan')
  await endInspection(inspector)
  await inspector.page.goto(`${inspected}/closing`)
  await settled(inspector)
  await inspector.page.getByRole('button', { name: '宋岚在纸上签' }).focus()
  await inspector.press('Enter')
  await inspector.page.keyboard.type('党建办公室检查档案')
  await inspector.page.getByRole('button', { name: '签字', exact: true }).focus()
  await inspector.press('Enter')
  await inspector.page.getByText('手签，在党建办公室检查档案').waitFor()
})

test('A secretary draws, gives the password and signs; anybody may then check the printed code without an account', async ({ demonstration }) => {
  const inspector = await demonstration.enter('gaoyuan')
  await endInspection(inspector)
  const secretary = await demonstration.enter('weiguo', phone, `${inspected}/sign`)
  secretary.countAnew()
  await secretary.draw(pad(secretary, '魏国'))
  await secretary.type(secretary.page.getByLabel('魏国，再输一次密码'), demonstrationPassword)
  await secretary.tap(secretary.page.getByRole('button', { name: /^签字，/u }))
  await secretary.page.getByRole('heading', { name: /^已签字/u }).waitFor()
  expect(secretary.actions).toBe(3)
  const { signers } = await askServer<Closing>(secretary, `${inspected}/closing`)
  expect(signers.find(({ username }) => username === 'weiguo')?.signature).toMatchObject({ kind: 'drawn', takenBy: 'weiguo' })

  const { snapshot } = await askServer<Assessment>(secretary, inspected)
  const anybody = await demonstration.visit(phone)
  await anybody.page.goto('/verify')
  await settled(anybody)
  await anybody.type(anybody.page.getByLabel('核验码'), snapshot.code.toLowerCase())
  await anybody.tap(anybody.page.getByRole('button', { name: '核验' }))
  await anybody.page.getByRole('heading', { name: '查到了，是现行的这一份' }).waitFor()
  expect(anybody.actions).toBe(2)
  const told = await anybody.page.locator('main').innerText()
  expect(told).toContain(snapshot.hash)
  const { total, items } = await askServer<{ readonly total: number; readonly items: readonly { readonly score: number | null }[] }>(secretary, `${inspected}/inspection`)
  expect(told).toContain(`${total}分（${items.filter(({ score }) => score === null).length}条未定，没有计入）`)
  expect(told).not.toMatch(/魏国|高远|宋岚/u)
  anybody.expectStatus(404)
  await anybody.page.goto('/verify/0000-0000-0000')
  await anybody.page.getByText('没有查到这个核验码').waitFor()
})

test('After each of two objections in one visit the form is empty, also when the page is opened anew', async ({ demonstration }) => {
  const secretary = await demonstration.enter('dengjie', phone, `${signed}/objections`)
  const item = secretary.page.getByLabel('对哪一条')
  const reason = secretary.page.getByLabel('理由')
  const numbers = await item.locator('option').evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value).filter((value) => value !== ''))
  for (const [index, no] of numbers.slice(0, 2).entries()) {
    await secretary.choose(item, no)
    await secretary.type(reason, `第${no}条请复核`)
    await secretary.tap(secretary.page.getByRole('button', { name: '提交异议' }))
    await secretary.page.getByRole('heading', { name: `${index + 1}条异议在办` }).waitFor()
    await settled(secretary)
    expect([await item.inputValue(), await reason.inputValue()]).toEqual(['', ''])
  }
  await secretary.page.reload()
  await settled(secretary)
  expect([await item.inputValue(), await reason.inputValue()]).toEqual(['', ''])
  expect(await secretary.page.getByText('上次没有存的还在这里').count()).toBe(0)
})

test('Once the password is given the signing page is read only: what was signed, which sheet it was, and no ground to draw on', async ({ demonstration }) => {
  const inspector = await demonstration.enter('gaoyuan')
  const { page } = inspector
  await endInspection(inspector)
  await page.goto(`${inspected}/closing`)
  await settled(inspector)
  await inspector.draw(pad(inspector, '高远'))
  await inspector.tap(page.getByRole('button', { name: '签字', exact: true }))
  await page.getByRole('heading', { name: '1人已签，共3人' }).waitFor()
  // Drawn and not handed in when the school signs: it stays to be seen, and still goes up.
  await inspector.draw(pad(inspector, '宋岚'))
  const { code } = await askServer<Closing>(inspector, `${inspected}/closing`)
  const secretary = await demonstration.enter('weiguo')
  await tellServer(secretary, 'POST', `${inspected}/stage`, { to: 'signed', password: demonstrationPassword })
  const { snapshot } = await askServer<Assessment>(secretary, inspected)
  expect(snapshot.code).not.toBe(code)

  await page.goto(`${inspected}/closing`)
  await settled(inspector)
  const told = await page.locator('main').innerText()
  expect(told).toContain(`现场签的表是核验码${code}；书记用密码签过以后，现行的表是核验码${snapshot.code}`)
  expect(told).toContain('没有在屏上签，也没有记下手签的那份放在哪里')
  expect(told).not.toMatch(/用手指或笔|改在屏上签|在纸上签|重签|清除/u)
  expect(await page.getByRole('img', { name: /在这里签名$/u }).count()).toBe(0)
  await inspector.tap(page.getByRole('button', { name: '签字', exact: true }))
  await page.getByRole('heading', { name: '2人已签，共3人' }).waitFor()
  await page.getByRole('button', { name: '签字', exact: true }).waitFor({ state: 'detached' })
  await page.getByText('书记已经用密码签过，结果不能再改。').waitFor()
})

test('A secretary objects to one mark in three actions, the bureau decides in three, and the mark that stands is shown', async ({ demonstration }) => {
  const secretary = await demonstration.enter('dengjie', phone, `${signed}/objections`)
  const before = await askServer<Assessment>(secretary, signed)
  secretary.countAnew()
  const item = secretary.page.getByLabel('对哪一条')
  const no = await item.locator('optgroup').first().locator('option').first().getAttribute('value')
  await secretary.choose(item, String(no))
  await secretary.type(secretary.page.getByLabel('理由'), '那一次有记录本，第23页')
  await secretary.tap(secretary.page.getByRole('button', { name: '提交异议' }))
  await secretary.page.getByRole('heading', { name: '1条异议在办' }).waitFor()
  expect(secretary.actions).toBe(3)

  const bureau = await demonstration.enter('zhaomin', desk, '/rounds/2026/objections')
  // What a decision needs is on the card: the inspector's own reason, the wording, and the way to the records.
  const card = bureau.page.getByRole('listitem').filter({ hasText: '那一次有记录本，第23页' })
  await card.getByText('宋岚4分：与事实不符：有一次活动没有报道').waitFor()
  await card.getByText('细则原文').waitFor()
  expect(await card.getByRole('link', { name: /^看这一条的\d+条记录$/u }).getAttribute('href')).toBe(`${signed}/entries?item=${no}`)
  bureau.countAnew()
  await bureau.tap(bureau.page.getByText('成立', { exact: true }))
  await bureau.type(bureau.page.getByLabel('理由'), '看了记录本，那一次有')
  await bureau.tap(bureau.page.getByRole('button', { name: '作出决定' }))
  await bureau.page.getByRole('heading', { name: '没有要办的异议' }).waitFor()
  expect(bureau.actions).toBe(3)
  const after = await askServer<Assessment>(bureau, signed)
  expect(after.stage).toBe(before.stage)
  expect(after.snapshot.total).toBeGreaterThan(before.snapshot.total)

  // The first page says that a decision came, until the page with it was opened.
  await secretary.page.goto(signed)
  await settled(secretary)
  await secretary.tap(secretary.page.getByRole('link', { name: new RegExp(`第${no}条的异议有了决定：4分改为4.5分`, 'u') }))
  await secretary.page.getByText('看了记录本，那一次有').waitFor()
  await secretary.page.goto(signed)
  await settled(secretary)
  expect(await secretary.page.getByText('异议有了决定').count()).toBe(0)
  // Under the changed total stand both numbers with their steps, and no name of who signed the other one.
  const signedWords = `签字${before.snapshot.total}分，异议后${after.snapshot.total}分`
  const standing = await secretary.page.locator('.lead').innerText()
  expect(standing).toContain(signedWords)
  expect(standing).not.toContain('邓杰')
  const clerk = await demonstration.enter('fanglin')
  await clerk.page.getByRole('heading', { name: '已签字，等局里定稿' }).waitFor()
  await clerk.page.getByText(signedWords).waitFor()
  await secretary.page.goto(`${signed}/compare`)
  await secretary.page.getByText('看了记录本，那一次有').first().waitFor()
  const anybody = await demonstration.visit(phone)
  await anybody.page.goto(`/verify/${before.snapshot.code}`)
  await anybody.page.getByRole('heading', { name: '查到了，后来有更新的一份' }).waitFor()
})

test('A problem goes from the spot to its acceptance: the secretary approves in two actions, a return shows what changed', async ({ demonstration }) => {
  const inspector = await demonstration.enter('gaoyuan', phone, `${signed}/rectifications/new?item=5`)
  await inspector.type(inspector.page.getByLabel('什么问题'), '9月集中学习没有记录')
  await inspector.tap(inspector.page.getByRole('button', { name: '记下' }))
  await inspector.whenQuiet()

  const clerk = await demonstration.enter('fanglin')
  await clerk.tap(clerk.page.getByRole('link', { name: /整改：第5条/u }))
  await clerk.type(clerk.page.getByLabel('整改措施'), '12月5日补一次，以后每月25日前查')
  await clerk.tap(clerk.page.getByRole('button', { name: '交书记批准' }))
  await clerk.page.getByText('措施待书记批准').waitFor()
  const secretary = await demonstration.enter('dengjie')
  secretary.countAnew()
  await secretary.tap(secretary.page.getByRole('link', { name: /整改：第5条/u }))
  await secretary.tap(secretary.page.getByRole('button', { name: '批准', exact: true }))
  await secretary.page.getByRole('heading', { name: '书记批准' }).waitFor()
  expect(secretary.actions).toBe(2)

  await secretary.type(secretary.page.getByLabel('整改情况'), '12月5日补开了')
  await secretary.tap(secretary.page.getByRole('button', { name: '报告整改情况' }))
  await secretary.page.getByText('整改报告待复核').waitFor()

  const bureau = await demonstration.enter('zhaomin', desk, '/rounds/2026/rectifications')
  await bureau.tap(bureau.page.getByRole('link', { name: /9月集中学习没有记录/u }))
  await bureau.tap(bureau.page.getByRole('button', { name: '要再改' }))
  await bureau.type(bureau.page.getByLabel('哪里要再改'), '写清多少人参加')
  await bureau.tap(bureau.page.getByRole('button', { name: '退回再改' }))
  await bureau.page.getByText('写清多少人参加').waitFor()

  await secretary.page.reload()
  await settled(secretary)
  await secretary.type(secretary.page.getByLabel('整改情况'), '12月5日补开了，46人参加')
  await secretary.tap(secretary.page.getByRole('button', { name: '报告整改情况' }))
  await secretary.page.getByText('文字改了，上次写的是“12月5日补开了”；没有附照片和材料').waitFor()

  await bureau.page.reload()
  await settled(bureau)
  await bureau.page.getByRole('main').getByText('云江中学').waitFor()
  bureau.countAnew()
  await bureau.tap(bureau.page.getByRole('button', { name: '认可', exact: true }))
  await bureau.page.getByRole('heading', { name: '认可', exact: true }).waitFor()
  expect(bureau.actions).toBe(1)
})

test('What a secretary writes himself is approved by the same press, and both steps stand in the log under his name', async ({ demonstration }) => {
  const inspector = await demonstration.enter('gaoyuan')
  await tellServer(inspector, 'PUT', `${signed}/rectifications/5d1f0c6e-2b7a-4c3d-9e1f-2a4b6c8d0e20`, { no: 5, problem: '9月集中学习没有记录' })
  const secretary = await demonstration.enter('dengjie')
  secretary.countAnew()
  await secretary.tap(secretary.page.getByRole('link', { name: /整改：第5条/u }))
  await secretary.type(secretary.page.getByLabel('整改措施'), '12月5日补一次，以后每月25日前查')
  await secretary.tap(secretary.page.getByRole('button', { name: '定下措施' }))
  await secretary.page.getByRole('heading', { name: '书记批准' }).waitFor()
  expect(secretary.actions).toBe(3)
  await secretary.page.getByRole('button', { name: '报告整改情况' }).waitFor()
  const { items } = await askServer<{ readonly items: readonly { readonly state: string; readonly steps: readonly { readonly kind: string; readonly by: string }[] }[] }>(
    secretary,
    `${signed}/rectifications`,
  )
  expect(items.map(({ state, steps }) => [state, steps.map(({ kind, by }) => `${kind} ${by}`)])).toEqual([['approved', ['plan dengjie', 'approve dengjie']]])
})

test('定稿 asks first where something still runs under the sheet, and takes one press where nothing does', async ({ demonstration }) => {
  const bureau = await demonstration.enter('zhaomin', desk, signed)
  const objected = await demonstration.enter('dengjie')
  const marked = (await askServer<{ readonly items: readonly { readonly no: number; readonly score: number; readonly selfScore: number }[] }>(objected, `${signed}/inspection`)).items
  const { no } = marked.find((item) => item.score !== item.selfScore) ?? { no: 1 }
  const objection = `${signed}/objections/5d1f0c6e-2b7a-4c3d-9e1f-2a4b6c8d0e1f`
  await tellServer(objected, 'PUT', objection, { no, reason: '那一次有记录本' })
  bureau.countAnew()
  await bureau.tap(bureau.page.getByRole('button', { name: '定稿' }))
  const question = bureau.page.getByRole('dialog', { name: /现在给.+定稿/u })
  await question.getByText(/^学校提异议到\d+月\d+日，还有11天。$/u).waitFor()
  await question.getByText(`1条异议还没有决定：第${no}条。`).waitFor()
  await bureau.tap(question.getByRole('button', { name: '办完再定' }))
  expect((await askServer<Assessment>(bureau, signed)).stage).toBe('signed')

  await tellServer(bureau, 'PUT', `${objection}/decision`, { outcome: 'refused', reason: '看了记录本，没有那一次' })
  await tellServer(bureau, 'PUT', '/rounds/2026/deadlines', { objectionDays: 1, reportDays: 30, reviewDays: 30 }, 1)
  const { items } = await askServer<{ readonly items: readonly { readonly state: string }[] }>(bureau, `${signed}/rectifications`)
  expect(items.filter(({ state }) => state !== 'accepted')).toEqual([])
  bureau.countAnew()
  await bureau.tap(bureau.page.getByRole('button', { name: '定稿' }))
  await bureau.page.getByRole('status').filter({ hasText: '已定稿' }).waitFor()
  expect(bureau.actions).toBe(1)
})
