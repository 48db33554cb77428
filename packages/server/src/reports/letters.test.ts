import { writeLetter } from '@zicha/documents'
import { expect, test } from 'vitest'
import { hashPassword } from '../accounts/password-hash.ts'
import { write } from '../database/transaction.ts'
import { forEachEngine, useHouse } from '../testing/harness.ts'
import { openRound, submit, yucai } from '../testing/open-round.ts'
import { testPassword } from '../testing/people.ts'
import { readZip } from '../testing/read-zip.ts'

const templates = '/units/yizheng/letter-templates'
/** A Word file of these paragraphs, as an office may put one in. */
const wordOf = ([first = '', ...others]: readonly string[]): Promise<Uint8Array> =>
  writeLetter({ title: [first], to: '', body: others.map((text) => ({ kind: 'text', text })), attachments: [], from: '', date: null, hints: [], lists: [] })
const textOf = (word: Buffer): string => (readZip(word).get('word/document.xml')?.toString() ?? '').replace(/<[^>]+>/g, '')

forEachEngine((engine) => {
  const house = useHouse(engine)

  test('a bureau takes a template, sets it in its own way, and its letters follow; dropped, the shipped one is back', async () => {
    await openRound(house)
    await submit(house)
    const shipped = await house.as('betty').get(`${templates}/bulletin/source`)
    expect(textOf(shipped.bytes)).toContain('{单位数}')
    const letter = () => house.as('betty').get('/rounds/2026/letters/bulletin')
    expect(textOf((await letter()).bytes)).toContain('参加自查的单位共2个')
    // Another letter's template: its words are the bureau's own business, its places are not.
    const other = await house.as('betty').get(`${templates}/rectification/source`)
    const refused = await house.as('betty').put(`${templates}/bulletin/source`, other.bytes)
    expect([refused.status, refused.body.code]).toEqual([422, 'letter.place_unknown'])
    expect(refused.body.detail).toContain('“{学校}”')
    expect((await house.as('betty').put(`${templates}/feedback/source`, shipped.bytes)).status).toBe(422)
    expect((await house.as('betty').put(`${templates}/bulletin/source`, shipped.bytes)).status).toBe(204)
    const listed = (await house.as('betty').get(templates)).body.items
    expect(listed.map((one: { name: string; own: unknown }) => [one.name, one.own === null])).toEqual([['反馈意见书', true], ['整改通知', true], ['通报', false]])
    expect(textOf((await letter()).bytes)).toContain('参加自查的单位共2个')
    expect((await house.as('betty').delete(`${templates}/bulletin/source`)).status).toBe(204)
    expect((await house.as('alice').get(templates)).status).toBe(404)
    expect((await house.as('gao').get(templates)).status).toBe(404)
  })

  test('a Word file without a known name, or without the school, is refused and the former template stays; what one leaves unsaid is told beside it', async () => {
    const put = async (said: readonly string[], kind = 'feedback') => house.as('betty').put(`${templates}/${kind}/source`, await wordOf(said))
    const own = async () => (await house.as('betty').get(templates)).body.items[0].own
    expect((await put(['{学校}：', '自查{自查得分}分，检查{检查得分}分。'])).status).toBe(204)
    const taken = await own()
    expect(taken.unused).toBe('没有用到{教育局}、{年度}、{核验码}、{不同条目}、{整改问题}，信里就没有这些。')
    const none = await put(['2026年度活动记录册', '育才小学 共82条记录'])
    expect([none.status, none.body.code, none.body.detail]).toEqual([422, 'letter.no_place', '这份里没有一个能用的名字，没有换，还用原来的。请下载模板，在它上面改。'])
    expect((await put(['{年度}年度检查情况'])).body.detail).toContain('模板里没有“{学校}”')
    expect(await own()).toEqual(taken)
    // The letter about a round goes to all schools and names none.
    expect((await put(['{年度}年度的情况'], 'bulletin')).status).toBe(204)
    expect((await house.as('betty').delete(`${templates}/bulletin/source`)).status).toBe(204)
    expect((await house.as('betty').delete(`${templates}/feedback/source`)).status).toBe(204)
  })

  test('a school that was inspected has its letter, one by itself and all in one zip', async () => {
    const hash = await hashPassword(testPassword)
    await write(house.database, (trx) => trx.updateTable('users').set({ password_hash: hash }).where('username', '=', 'sun').execute())
    expect((await house.as('betty').get(`${yucai}/letters?kind=feedback`)).status).toBe(404)
    // Item 30 stays open: the total says that it leaves one out.
    for (const no of Array.from({ length: 29 }, (_, index) => index + 1)) {
      const { body } = await house.as('ivy').get(`${yucai}/inspection`)
      const { selfScore } = body.items.find((one: { no: number }) => one.no === no)
      await house.as('ivy').put(`${yucai}/inspections/ivy/items/${no}`, no === 2 ? { score: 0.5, reason: '缺一次记录。' } : { score: selfScore })
    }
    expect((await house.as('ivy').post(`${yucai}/stage`, { to: 'inspected' })).status).toBe(200)
    const one = await house.as('betty').get(`${yucai}/letters?kind=feedback`)
    expect(textOf(one.bytes)).toContain('检查0.5分。缺一次记录。')
    expect(textOf(one.bytes)).toMatch(/自查[\d.]+分，检查[\d.]+（1条未定，没有计入）分。/u)
    const asked = await house.as('betty').post('/rounds/2026/letters', { kind: 'feedback' })
    await house.jobsDone()
    const all = readZip((await house.as('betty').get(`/jobs/${asked.body.id}/file`)).bytes)
    expect([...all.keys()]).toEqual(['yucai_育才小学_2026_反馈意见书.docx'])
    const none = await house.as('betty').post('/rounds/2026/letters', { kind: 'rectification' })
    await house.jobsDone()
    expect((await house.as('betty').get(`/jobs/${none.body.id}`)).body).toMatchObject({ status: 'failed', said: '还没有要整改的问题，没有通知可做。' })
  })
})
