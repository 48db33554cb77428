import { expect, test } from 'vitest'
import { getForm } from '../forms/get-form.ts'
import { bestAnswers } from '../testing/best-answers.ts'
import { forEachEngine, useHouse } from '../testing/harness.ts'
import { hostileStrings } from '../testing/hostile-strings.ts'
import { meeting, newEntry, openRound, yucai } from '../testing/open-round.ts'

forEachEngine((engine) => {
  const house = useHouse(engine)
  const alice = () => house.as('alice')

  test('whatever a person writes comes back as it was written', async () => {
    await openRound(house)
    for (const text of hostileStrings) {
      const words = text.trim()
      const at = newEntry(yucai)
      const body = meeting({ title: words, note: words, evidence: [{ reference: words, place: words }] })
      expect((await alice().put(at, body)).status, words).toBe(201)
      expect((await alice().get(at)).body, words).toMatchObject(body)
      const remark = await alice().put(`${yucai}/remarks/7`, { text: words })
      expect([remark.status, remark.body.remarks['7']]).toEqual([200, words])
      const reason = await alice().put(`${yucai}/overrides/2.2`, { score: 0.5, reason: words })
      expect(reason.body.criteria.find((one: { id: string }) => one.id === '2.2').override.reason).toBe(words)
    }
    const list = await alice().get(`${yucai}/entries?limit=200`)
    expect(list.body.items.map((one: { title: string }) => one.title).sort()).toEqual(
      hostileStrings.map((text) => text.trim()).sort(),
    )
  })

  test('and it stands in each document without breaking it', async () => {
    await alice().put(`${yucai}/facts`, { facts: bestAnswers(getForm('yangzhou-2022')) })
    for (const [index, text] of hostileStrings.entries()) {
      expect((await alice().put(`${yucai}/remarks/${1 + (index % 30)}`, { text: text.trim() })).status).toBe(200)
    }
    for (const format of ['docx', 'xlsx', 'pdf']) {
      const answer = await alice().get(`${yucai}/document?format=${format}`)
      expect([format, answer.status, answer.bytes.length > 5000]).toEqual([format, 200, true])
    }
  })

  test('text that no store keeps whole is refused with its place, never changed in silence', async () => {
    for (const json of ['"a\\u0000b"', '"a\\ud800b"', '"\\udc00"']) {
      const at = newEntry(yucai)
      const body = JSON.stringify(meeting({ note: 'NOTE' })).replace('"NOTE"', json)
      const answer = await alice().put(at, body)
      expect([answer.status, answer.body.errors?.[0]?.pointer], json).toEqual([422, '#'])
      expect((await alice().get(at)).status).toBe(404)
    }
    const pair = await alice().put(newEntry(yucai), JSON.stringify(meeting({ note: 'NOTE' })).replace('"NOTE"', '"\\ud842\\udfb7"'))
    expect([pair.status, pair.body.note]).toEqual([201, '𠮷'])
  })
})
