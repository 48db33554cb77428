import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { forEachEngine, useHouse } from '../testing/harness.ts'
import type { Answer } from '../testing/harness.ts'
import { inspectSchool, signSchool, strokes } from '../testing/inspected-school.ts'
import { openRound, yucai } from '../testing/open-round.ts'
import { readZip } from '../testing/read-zip.ts'

forEachEngine((engine) => {
  const house = useHouse(engine)
  const wordText = (answer: Answer): string => {
    const document = readZip(answer.bytes).get('word/document.xml')?.toString() ?? ''
    return document.replace(/<w:(?:br|tab)\/>/g, ' ').replace(/<[^>]+>/g, '')
  }
  const objection = randomUUID()

  test('before the inspection is done there is no feedback sheet and no notice', async () => {
    await openRound(house)
    expect((await house.as('sun').get(`${yucai}/feedback?format=pdf`)).status).toBe(404)
    expect((await house.as('betty').get(`${yucai}/rectifications/notice?format=docx`)).status).toBe(404)
  })

  test('the feedback sheet bears what differs, what is to be put right, and the hands', async () => {
    const sheet = await inspectSchool(house)
    await house.as('ivy').put(`${yucai}/rectifications/${randomUUID()}`, { no: 5, problem: '9月集中学习没有记录' })
    await house.as('ivy').put(`${yucai}/signatures/ivy`, { kind: 'drawn', sheet, strokes })
    await house.as('ivy').put(`${yucai}/signatures/sun`, { kind: 'paper', sheet, place: '党建办公室' })
    const word = await house.as('sun').get(`${yucai}/feedback?format=docx`)
    expect(wordText(word)).toMatch(/被检查单位：育才小学.*自查100分，检查98分.*第5条.*9月、10月没有记录.*9月集中学习没有记录.*手签，党建办公室/s)
    expect([...readZip(word.bytes).keys()]).toContain('word/media/hand1.png')
    const pdf = await house.as('ivy').get(`${yucai}/feedback?format=pdf`)
    expect([pdf.status, pdf.bytes.subarray(0, 5).toString()]).toEqual([200, '%PDF-'])
  })

  test("the official table bears the inspector's hand, and after a decision the mark with what it was", async () => {
    await signSchool(house)
    const before = await house.as('sun').get(`${yucai}/document?format=docx`)
    expect([...readZip(before.bytes).keys()]).toContain('word/media/hand1.png')
    await house.as('sun').put(`${yucai}/objections/${objection}`, { no: 5, reason: '9月有记录本' })
    expect((await house.as('sun').get(`${yucai}/objections/${objection}/document?format=docx`)).status).toBe(404)
    await house.as('betty').put(`${yucai}/objections/${objection}/decision`, { outcome: 'upheld', score: 6, reason: '看了原件' })
    const after = wordText(await house.as('sun').get(`${yucai}/document?format=docx`))
    expect(after).toContain('异议复核改分，原4分')
    const decision = wordText(await house.as('sun').get(`${yucai}/objections/${objection}/document?format=docx`))
    expect(decision).toContain('异议成立，第5条检查得分由4分改为6分')
  })

  test('the board says what is still to be decided or put right, the notice what', async () => {
    await house.as('sun').put(`${yucai}/objections/${randomUUID()}`, { no: 1, reason: '想再问一次' })
    const { items } = (await house.as('betty').get('/rounds/2026/progress')).body
    const row = items.find((one: { unit: string }) => one.unit === 'yucai')
    expect(row.attention).toEqual(expect.arrayContaining(['异议1条待办', '整改中1件']))
    expect(wordText(await house.as('betty').get(`${yucai}/rectifications/notice?format=docx`))).toContain('1.第5条，9月集中学习没有记录。2026年12月24日前报告。')
  })
})
