import { expect, test } from 'vitest'
import { getForm } from '../forms/get-form.ts'
import { bestAnswers } from '../testing/best-answers.ts'
import { forEachEngine, useHouse } from '../testing/harness.ts'
import { meeting, newEntry, openRound, submit, yucai } from '../testing/open-round.ts'
import { readZip } from '../testing/read-zip.ts'

forEachEngine((engine) => {
  const house = useHouse(engine)
  const paper = (who: Parameters<typeof house.as>[0], query: string) => house.as(who).get(`${yucai}/inspection/papers?${query}`)
  /** The words of a Word file, as they stand behind one another. */
  const wordsOf = (bytes: Buffer): string => (readZip(bytes).get('word/document.xml')?.toString('utf8') ?? '').replace(/<[^>]+>/g, '')

  test('the sheet bears clauses and self scores and no mark of anybody, whole or of some duties', async () => {
    await openRound(house)
    await house.as('alice').put(`${yucai}/facts`, { facts: { ...bestAnswers(getForm('yangzhou-2022')), '5.2': 11 } })
    await house.as('alice').put(newEntry(yucai), meeting({ evidence: [{ reference: '记录本P12', place: '党建室' }] }))
    await submit(house)
    await house.as('ivy').put(`${yucai}/inspections/ivy/items/5`, { score: 1.25, reason: '只有这位检查人知道' })
    const whole = await paper('ian', 'kind=sheet&format=docx')
    expect([whole.status, decodeURIComponent(String(whole.headers['content-disposition']))]).toEqual([200, expect.stringContaining('现场检查表_2026.docx')])
    const words = wordsOf(whole.bytes)
    const form = getForm('yangzhou-2022')
    for (const section of form.sections) expect(words).toContain(section.name)
    expect(words).toContain('检查人签字')
    expect(words).not.toContain('1.25')
    expect(words).not.toContain('只有这位检查人知道')
    const part = wordsOf((await paper('ian', 'kind=sheet&format=docx&sections=2')).bytes)
    expect(part).toContain(form.sections[1]?.name ?? '')
    expect(part).not.toContain(form.items.find(({ section }) => section === 1)?.clause ?? '')
    const pdf = await paper('ian', 'kind=sheet&format=pdf')
    expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-')
  })

  test('the gap list names what the count took, what rests on a word, and which originals to look at', async () => {
    const words = wordsOf((await paper('ivy', 'kind=gaps&format=docx')).bytes)
    for (const part of ['自查已扣', '没有记录', '要看的原件', '记录本P12，放在党建室', '□']) expect(words, part).toContain(part)
  })

  test('who is not sent there gets nothing, and a list of duties that is none is refused', async () => {
    expect((await paper('bob', 'kind=gaps&format=pdf')).status).toBe(404)
    expect((await paper('ivy', 'kind=sheet&format=pdf&sections=one')).status).toBe(422)
    expect((await paper('ivy', 'kind=gaps&format=html')).status).toBe(422)
  })
})
