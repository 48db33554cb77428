import { expect, test } from 'vitest'
import { forEachEngine, useHouse } from '../testing/harness.ts'
import { openRound, roundBody } from '../testing/open-round.ts'
import { noticeLetter } from './notice-letter.ts'

const of = {
  formTitle: '扬州市中小学（幼儿园）党组织全面从严治党主体责任履行情况自查表',
  year: 2026,
  opensOn: '2026-09-01',
  dueOn: '2026-12-20',
  listNumber: '市督考办〔2026〕3号',
  from: '仪征市教育局',
  address: 'https://zicha.example',
  schools: [{ name: '育才小学' }, { name: '实验小学' }, { name: '城北小学' }],
}

test('the notice says what, on what ground, until when and how, its title broken by sense', () => {
  const letter = noticeLetter(of)
  expect(letter.title).toEqual(['关于开展2026年度扬州市中小学（幼儿园）', '党组织全面从严治党主体责任履行情况', '自查的通知'])
  const body = letter.body.map(({ text }) => text).join('\n')
  for (const part of ['编号：市督考办〔2026〕3号', '2026年12月20日前', 'https://zicha.example', '共3所', '不必拍照', '投诉建议']) expect(body).toContain(part)
  expect(letter.attachments).toEqual([of.formTitle, '参加2026年度自查的学校名单'])
  expect(letter.lists[0]?.rows).toEqual([['1', '育才小学', '3', '城北小学'], ['2', '实验小学', '', '']])
  expect(letter.hints).toHaveLength(1)
})

test('a notice shorter than a month and a missing list number are pointed out to the drafter, and never stop the draft', () => {
  const { hints, body } = noticeLetter({ ...of, opensOn: '2026-12-01', listNumber: null })
  expect(hints[1]).toContain('还没有写年度督查检查考核计划清单的编号')
  expect(hints[2]).toContain('只有19天')
  expect(body[0]?.text).not.toContain('编号')
})

test.each([
  ['2026年度中小学校党建工作考核表', '党建工作自查'],
  ['学校安全工作评分细则', '学校安全工作自查'],
])('%s becomes the work that it is about', (title, work) => {
  expect(noticeLetter({ ...of, formTitle: title }).title.join('')).toContain(work)
})

forEachEngine((engine) => {
  const house = useHouse(engine)
  test('the bureau has the notice of its round as a Word file; a school does not', async () => {
    await openRound(house)
    const answer = await house.as('betty').get('/rounds/2026/notice')
    expect(answer.status).toBe(200)
    expect(answer.headers['content-type']).toContain('wordprocessingml')
    expect(decodeURIComponent(String(answer.headers['content-disposition']))).toContain(`${roundBody.year}年度自查通知（草稿）.docx`)
    expect(answer.bytes.subarray(0, 2).toString()).toBe('PK')
    expect((await house.as('alice').get('/rounds/2026/notice')).status).toBe(403)
    expect((await house.as('gao').get('/rounds/2026/notice')).status).toBe(404)
  })
})
