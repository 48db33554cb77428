import { expect, test } from 'vitest'
import { getForm } from '../forms/get-form.ts'
import { bestAnswers } from '../testing/best-answers.ts'
import { forEachEngine, useHouse } from '../testing/harness.ts'
import { openRound, submit, yucai } from '../testing/open-round.ts'
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

  test('the workbook has every item as numbers with a chart, and every unit at every item, blank where it has not submitted', async () => {
    await house.as('alice').put(`${yucai}/facts`, { facts: bestAnswers(getForm('yangzhou-2022')) })
    await house.as('alice').put(`${yucai}/overrides/2.3`, { score: 0.5, reason: '记录不够细' })
    await submit(house)
    const parts = readZip((await paper('kind=summary&format=xlsx')).bytes)
    const part = (name: string) => parts.get(name)?.toString() ?? ''
    const names = [...part('xl/workbook.xml').matchAll(/<sheet name="([^"]*)"/gu)].map(([, name]) => name)
    expect(names).toEqual(['各单位得分', '各条失分', '各单位各条自查', '各单位各条检查'])
    const valueAt = (sheet: number, cell: string) => new RegExp(`<c r="${cell}"[^>]*><v>([^<]*)</v>`, 'u').exec(part(`xl/worksheets/sheet${sheet}.xml`))?.[1]
    // Item 2 stands in the fifth row: one school has a score, one lost, all of those who have one, half a point.
    expect(['A5', 'E5', 'F5', 'G5', 'H5', 'I5'].map((cell) => valueAt(2, cell))).toEqual(['2', '1', '1', '1', '0.5', '0'])
    expect(valueAt(2, 'G4')).toBe('0')
    expect(valueAt(2, 'M5'), 'nobody inspected it: no share').toBeUndefined()
    expect([valueAt(3, 'D4'), valueAt(3, 'D5'), valueAt(3, 'AG5'), valueAt(3, 'AH5')]).toEqual([undefined, '2.5', '99.5', '0.5'])
    expect(part('xl/charts/chart1.xml')).toContain('G4:G33')
  })

  test('the draft of the letter tells how many were asked, inspected and lost on which item', async () => {
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
