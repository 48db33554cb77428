import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { getForm } from '../forms/get-form.ts'
import { bestAnswers } from '../testing/best-answers.ts'
import { forEachEngine, useHouse } from '../testing/harness.ts'
import { meeting, newEntry, openRound, submit, yucai } from '../testing/open-round.ts'

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const photo = (background: string, width = 300, height = 200): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background, noise: { type: 'gaussian', mean: 128, sigma: 30 } } })
    .jpeg()
    .withExif({ IFD0: { Make: 'PhoneMaker', Model: 'Serial-4711' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '32/1 23/1 0/1' } })
    .toBuffer()
const pdf = Buffer.from('%PDF-1.7 minutes')

forEachEngine((engine) => {
  const house = useHouse(engine)
  const at = newEntry(yucai)
  const entry = at.slice(at.lastIndexOf('/') + 1)
  const own = (who: 'ivy' | 'ian', no: number, rest: string): string => `${yucai}/inspections/${who}/items/${no}/${rest}`
  const item = async (who: Parameters<typeof house.as>[0], no: number) => (await house.as(who).get(`${yucai}/inspection`)).body.items[no - 1]

  test('what lies behind the records is listed, and a photo comes drawn small, once', async () => {
    await openRound(house)
    await house.as('alice').put(`${yucai}/facts`, { facts: bestAnswers(getForm('yangzhou-2022')) })
    const bytes = await photo('#b3261e', 2400, 1600)
    await house.as('alice').put(`${yucai}/evidence/${sha256(bytes)}`, bytes)
    await house.as('alice').put(`${yucai}/evidence/${sha256(pdf)}`, pdf)
    await house.as('alice').put(at, meeting({ evidence: [{ sha256: sha256(bytes) }, { sha256: sha256(pdf) }, { sha256: 'ab'.repeat(32) }] }))
    const listed = (await house.as('ivy').get(`${yucai}/inspection/evidence`)).body.items
    expect(listed.map((one: { type: string }) => one.type).sort()).toEqual(['application/pdf', 'image/jpeg'])
    const whole = await house.as('ivy').get(`${yucai}/evidence/${sha256(bytes)}`)
    const small = await house.as('ivy').get(`${yucai}/evidence/${sha256(bytes)}/small`)
    expect([small.status, small.headers['content-type']]).toEqual([200, 'image/jpeg'])
    expect(small.bytes.length).toBeLessThan(whole.bytes.length / 2)
    expect(await sharp(small.bytes).metadata()).toMatchObject({ width: 1280, height: 853 })
    expect(await house.database.reader.selectFrom('reduced_photos').selectAll().execute()).toHaveLength(1)
    const again = await house.as('ivy').get(`${yucai}/evidence/${sha256(bytes)}/small`)
    expect(again.bytes.equals(small.bytes)).toBe(true)
    // What the store lost is drawn anew: nothing hangs on it.
    await house.services.storage.remove(sha256(small.bytes))
    expect((await house.as('ivy').get(`${yucai}/evidence/${sha256(bytes)}/small`)).bytes.equals(small.bytes)).toBe(true)
    expect((await house.as('ivy').get(`${yucai}/evidence/${sha256(pdf)}/small`)).bytes.equals(pdf)).toBe(true)
    expect((await house.as('bob').get(`${yucai}/evidence/${sha256(bytes)}/small`)).status).toBe(404)
    expect((await house.as('ivy').get(`${yucai}/evidence/${'cd'.repeat(32)}/small`)).status).toBe(404)
  })

  test('before the submission nothing is kept on site', async () => {
    const bytes = await photo('#0b5cad')
    const early = await house.as('ivy').put(own('ivy', 5, `photos/${sha256(bytes)}`), bytes)
    expect([early.status, early.body.code]).toEqual([409, 'assessment.stage'])
    expect((await house.as('ivy').put(own('ivy', 5, `seen/${entry}`), {})).status).toBe(409)
    await submit(house)
  })

  test('an inspector keeps photographs of originals without place and device; both sides see them', async () => {
    const bytes = await photo('#0b5cad')
    const address = own('ivy', 5, `photos/${sha256(bytes)}`)
    const kept = await house.as('ivy').put(address, bytes, { headers: { 'content-disposition': "attachment; filename*=UTF-8''p12.jpg" } })
    expect([kept.status, kept.body.name, kept.body.inspector]).toEqual([201, 'p12.jpg', 'ivy'])
    expect((await house.as('ivy').put(address, bytes)).status).toBe(200)
    for (const who of ['ian', 'alice', 'sun', 'betty'] as const) {
      expect((await item(who, 5)).photos, who).toMatchObject([{ sha256: sha256(bytes), by: 'ivy' }])
      const got = await house.as(who).get(address)
      expect([got.status, got.headers['content-type'], got.bytes.includes('Serial-4711')]).toEqual([200, 'image/jpeg', false])
    }
    expect((await house.as('bob').get(address)).status).toBe(404)
    // A photograph alone begins no inspection.
    expect((await house.as('alice').get(yucai)).body.stage).toBe('submitted')
  })

  test('nobody keeps anything in another name, and only photographs are taken', async () => {
    const bytes = await photo('#1a6b3c')
    expect((await house.as('ian').put(own('ivy', 5, `photos/${sha256(bytes)}`), bytes)).status).toBe(403)
    expect((await house.as('alice').put(own('ivy', 5, `photos/${sha256(bytes)}`), bytes)).status).toBe(403)
    expect((await house.as('ian').put(own('ivy', 5, `seen/${entry}`), {})).status).toBe(403)
    const paper = await house.as('ivy').put(own('ivy', 5, `photos/${sha256(pdf)}`), pdf)
    expect([paper.status, paper.body.code]).toEqual([415, 'inspection.photo_type'])
    const otherwise = await house.as('ivy').put(own('ivy', 5, `photos/${'ab'.repeat(32)}`), bytes)
    expect([otherwise.status, otherwise.body.code]).toEqual([422, 'evidence.hash'])
    expect((await house.as('ivy').put(own('ivy', 31, `photos/${sha256(bytes)}`), bytes)).status).toBe(404)
  })

  test('an own photograph is taken back, another one stays', async () => {
    const bytes = await photo('#1a6b3c')
    const address = own('ian', 5, `photos/${sha256(bytes)}`)
    await house.as('ian').put(address, bytes)
    expect((await house.as('ivy').delete(address)).status).toBe(403)
    expect((await house.as('ian').delete(address)).status).toBe(204)
    expect((await house.as('ian').get(address)).status).toBe(404)
    expect((await item('ian', 5)).photos).toHaveLength(1)
  })

  test('an original is seen once by each, and unseen again', async () => {
    expect((await house.as('ivy').put(own('ivy', 5, `seen/${entry}`), {})).status).toBe(201)
    expect((await house.as('ivy').put(own('ivy', 5, `seen/${entry}`), {})).status).toBe(200)
    expect((await house.as('ian').put(own('ian', 5, `seen/${entry}`), {})).status).toBe(201)
    expect((await item('ivy', 5)).seen).toEqual([{ entry, by: 'ian' }, { entry, by: 'ivy' }])
    expect((await house.as('ian').delete(own('ian', 5, `seen/${entry}`))).status).toBe(204)
    expect((await house.as('ian').delete(own('ian', 5, `seen/${entry}`))).status).toBe(204)
    expect((await item('ivy', 5)).seen).toEqual([{ entry, by: 'ivy' }])
    expect((await house.as('ivy').put(own('ivy', 5, 'seen/0b8f4a52-6f0e-4d53-9c3b-6d1e9a1c2f11'), {})).status).toBe(404)
  })

  test('a mark that was given against another self score is refused, with what it is now', async () => {
    const mark = `${yucai}/inspections/ivy/items/5`
    const old = await house.as('ivy').put(mark, { score: 5, against: 5 })
    expect([old.status, old.body.code, old.body.current]).toEqual([409, 'inspection.self_changed', { no: 5, selfScore: 6 }])
    expect((await house.as('ivy').put(mark, { score: 6, against: 6 })).status).toBe(201)
    expect((await house.as('ivy').put(mark, { score: 6, against: 6 })).status).toBe(200)
  })

  test('after the inspection nothing is added on site', async () => {
    await house.as('ivy').post(`${yucai}/stage`, { to: 'inspected' })
    const bytes = await photo('#35506e')
    const late = await house.as('ivy').put(own('ivy', 6, `photos/${sha256(bytes)}`), bytes)
    expect([late.status, late.body.code]).toEqual([409, 'assessment.stage'])
  })
})
