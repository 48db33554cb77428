import { expect, test } from 'vitest'
import { forEachEngine, useHouse } from '../testing/harness.ts'
import { openRound, submit } from '../testing/open-round.ts'
import { readZip, wordRows } from '../testing/read-zip.ts'

forEachEngine((engine) => {
  const house = useHouse(engine)
  const paper = (query: string) => house.as('betty').get(`/rounds/2026/papers?${query}`)

  test('the summary names every unit by code with both scores, and no rank', async () => {
    await openRound(house)
    const word = await paper('kind=summary&format=docx')
    expect(word.status).toBe(200)
    const rows = wordRows(word.bytes)
    expect(rows[0]).toEqual(['单位代码', '单位（学校）', '阶段', '自查得分', '检查得分', '差'])
    expect(rows.map((row) => row[0]).filter((code) => code === 'shiyan' || code === 'yucai')).toEqual(['shiyan', 'yucai'])
    expect((await paper('kind=summary&format=xlsx')).headers['content-type']).toContain('spreadsheetml')
    expect((await paper('kind=summary&format=pdf')).bytes.subarray(0, 5).toString()).toBe('%PDF-')
  })

  test('the draft of the letter tells how many were asked, inspected and lost on which item', async () => {
    await submit(house)
    const word = await house.as('betty').get('/rounds/2026/letters/bulletin')
    const text = (readZip(word.bytes).get('word/document.xml')?.toString() ?? '').replace(/<[^>]+>/g, '')
    expect(text).toContain('2026年度自查和检查情况的通报')
    expect(text).toContain('参加自查的单位共2个，已检查0个，尚未提交1个')
    expect(text).not.toMatch(/第[一二三1-9]名|排在|倒数/)
  })

  test('another face than there is, and a school that asks, are refused', async () => {
    expect((await paper('kind=bulletin&format=pdf')).status).toBe(422)
    expect((await house.as('alice').get('/rounds/2026/papers?kind=summary&format=docx')).status).toBe(403)
  })
})
