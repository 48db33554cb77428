import { expect, test } from 'vitest'
import { getForm } from '../forms/get-form.ts'
import { bestAnswers } from '../testing/best-answers.ts'
import { forEachEngine, useHouse } from '../testing/harness.ts'
import { openRound, submit, yucai } from '../testing/open-round.ts'
import { readZip, wordRows } from '../testing/read-zip.ts'

forEachEngine((engine) => {
  const house = useHouse(engine)
  const paper = (query: string) => house.as('betty').get(`/rounds/2026/papers?${query}`)

  const bulletin = async (): Promise<readonly string[]> => {
    const word = await house.as('betty').get('/rounds/2026/letters/bulletin')
    const xml = readZip(word.bytes).get('word/document.xml')?.toString() ?? ''
    return xml.split('</w:p>').map((paragraph) => paragraph.replace(/<[^>]+>/g, ''))
  }

  test('the summary names every unit by code with both scores, and no rank', async () => {
    await openRound(house)
    const word = await paper('kind=summary&format=docx')
    expect(word.status).toBe(200)
    const rows = wordRows(word.bytes)
    expect(rows[0]).toEqual(['单位代码', '单位（学校）', '阶段', '自查得分', '检查得分', '差'])
    expect(rows.map((row) => row[0]).filter((code) => code === 'shiyan' || code === 'yucai')).toEqual(['shiyan', 'yucai'])
    // As the board has it: nobody answered anything yet.
    expect(rows.slice(1, 3).map((row) => row[2])).toEqual(['未开始', '未开始'])
    const workbook = [...readZip((await paper('kind=summary&format=xlsx')).bytes).values()].map(String).join('')
    expect([workbook.includes('未开始'), workbook.includes('填写中')]).toEqual([true, false])
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
    expect(['D4', 'D5', 'AG5', 'AH5', 'AI5'].map((cell) => valueAt(3, cell))).toEqual([undefined, '2.5', '99.5', '0.5', '0'])
    expect(part('xl/charts/chart1.xml')).toContain('G4:G33')
  })

  test('the draft of the letter tells how many were asked, inspected and lost on which item', async () => {
    const text = (await bulletin()).join('')
    expect(text).toContain('2026年度自查和检查情况的通报')
    expect(text).toContain('参加自查的单位共2个，已提交1个，尚未提交1个。已有检查得分的0个')
    expect(text).toContain('个单位有自查得分，1个失分')
    expect(text).toContain('没有检查失分的条目')
    expect(text).not.toMatch(/第[一二三1-9]名|排在|倒数/)
  })

  test('the letter tells both columns apart, the inspectors\' from marks that stand, and counts the inspected as the summary does', async () => {
    const { items } = (await house.as('ivy').get(`${yucai}/inspection`)).body as { items: { no: number; max: number }[] }
    const less = (no: number) => ({ score: (items.find((one) => one.no === no)?.max ?? 0) - 0.5, reason: '缺一次记录' })
    await house.as('ivy').put(`${yucai}/inspections/ivy/items/5`, less(5))
    // Two who do not agree on item 7: nothing stands there.
    await house.as('ivy').put(`${yucai}/inspections/ivy/items/7`, less(7))
    const agreed = await house.as('ian').put(`${yucai}/inspections/ian/items/7`, { score: items.find((one) => one.no === 7)?.max })
    expect(agreed.status).toBeLessThan(300)
    const paragraphs = await bulletin()
    const self = paragraphs.slice(paragraphs.indexOf('二、自查失分情况'), paragraphs.indexOf('三、检查失分情况'))
    const inspection = paragraphs.slice(paragraphs.indexOf('三、检查失分情况'), paragraphs.indexOf('四、下一步要求'))
    const itemsIn = (some: readonly string[]) => some.flatMap((one) => /^第(\d+)条（.*：(.*)$/u.exec(one)?.slice(1) ?? [])
    expect(itemsIn(self)).toEqual(['2', '1个单位有自查得分，1个失分，占100%。'])
    expect(itemsIn(inspection)).toEqual(['5', '1个单位有检查得分，1个失分，占100%。'])
    expect(self[1]).toContain('已提交的单位1个')
    expect(inspection[1]).toContain('已有检查得分的单位1个')
    expect(paragraphs.join('')).toContain('已有检查得分的1个。各条都已定分的0个')
    const [table] = wordRows((await paper('kind=summary&format=docx')).bytes).flatMap((row) => row.filter((cell) => cell.includes('已有检查得分')))
    expect(table).toContain('已有检查得分1所')
  })

  test('another face than there is, and a school that asks, are refused', async () => {
    expect((await paper('kind=bulletin&format=pdf')).status).toBe(422)
    expect((await house.as('alice').get('/rounds/2026/papers?kind=summary&format=docx')).status).toBe(403)
  })
})
