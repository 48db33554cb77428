import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { forEachEngine, useHouse } from '../testing/harness.ts'
import { meeting, newEntry, openRound, shiyan, submit, yucai } from '../testing/open-round.ts'
import { storeZip } from '../testing/store-zip.ts'

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const text = (words: string): Buffer => Buffer.from(words)

/** A photo lying on its side, with a place and a device in its EXIF. */
const photo = (): Promise<Buffer> =>
  sharp({ create: { width: 300, height: 200, channels: 3, background: '#b3261e' } })
    .jpeg()
    .withExif({ IFD0: { Make: 'PhoneMaker', Model: 'Serial-4711' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '32/1 23/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .toBuffer()

const wordFile = (parts: Readonly<Record<string, string>> = {}): Buffer =>
  storeZip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w:document/>', ...parts })

forEachEngine((engine) => {
  const house = useHouse(engine)
  const send = (bytes: Uint8Array, headers: Record<string, string> = {}, at = yucai, name = sha256(bytes)) =>
    house.as('alice').put(`${at}/evidence/${name}`, bytes, { headers })

  test('a photo is drawn anew upright, without place and device, and comes back as an attachment', async () => {
    await openRound(house)
    const bytes = await photo()
    const answer = await send(bytes, {
      'content-type': 'image/jpeg',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent('3月党员大会.jpeg')}`,
    })
    expect(answer.status).toBe(201)
    expect(answer.body).toMatchObject({ sha256: sha256(bytes), name: '3月党员大会.jpeg', type: 'image/jpeg', size: bytes.length })
    const got = await house.as('alice').get(`${yucai}/evidence/${sha256(bytes)}`)
    expect(got.status).toBe(200)
    expect(got.headers).toMatchObject({
      'content-type': 'image/jpeg',
      'content-disposition': `attachment; filename="3_____.jpg"; filename*=UTF-8''${encodeURIComponent('3月党员大会.jpg')}`,
      'content-security-policy': "default-src 'none'; sandbox",
      'content-length': String(answer.body.stored.size),
    })
    expect(sha256(got.bytes)).toBe(answer.body.stored.sha256)
    const stored = await sharp(got.bytes).metadata()
    expect([stored.width, stored.height, stored.orientation, stored.exif, stored.space]).toEqual([200, 300, undefined, undefined, 'srgb'])
    expect(got.bytes.includes('Serial-4711')).toBe(false)
    const again = await send(bytes, { 'content-type': 'image/jpeg' })
    expect([again.status, again.body]).toEqual([200, answer.body])
  })

  test('photos of every colour, depth and kind become plain upright pictures', async () => {
    const base = { width: 40, height: 20, background: '#35506e' } as const
    const opaque = sharp({ create: { ...base, channels: 3 } })
    const noisy = sharp({ create: { ...base, channels: 3, noise: { type: 'gaussian', mean: 128, sigma: 30 } } })
    const cases: readonly (readonly [string, Buffer, number, number])[] = [
      ['cmyk', await opaque.clone().toColourspace('cmyk').jpeg().toBuffer(), 40, 20],
      ['16 bit', await opaque.clone().toColourspace('rgb16').png().toBuffer(), 40, 20],
      ['grey', await noisy.clone().greyscale().png().toBuffer(), 40, 20],
      ['palette', await noisy.clone().png({ palette: true }).toBuffer(), 40, 20],
      ['glass', await sharp({ create: { ...base, channels: 4, background: '#ffffff00' } }).webp().toBuffer(), 40, 20],
      ['webp', await noisy.clone().webp().toBuffer(), 40, 20],
      ['progressive', await noisy.clone().jpeg({ progressive: true }).toBuffer(), 40, 20],
      ['a profile of its own', await opaque.clone().withIccProfile('p3').jpeg().toBuffer(), 40, 20],
      ['upside down', await opaque.clone().withMetadata({ orientation: 3 }).jpeg().toBuffer(), 40, 20],
      ['on its side, mirrored', await opaque.clone().withMetadata({ orientation: 5 }).jpeg().toBuffer(), 20, 40],
      ['wide', await sharp({ create: { ...base, width: 5120, channels: 3 } }).jpeg().toBuffer(), 2560, 10],
    ]
    for (const [what, bytes, width, height] of cases) {
      const answer = await send(bytes)
      expect([what, answer.status]).toEqual([what, 201])
      const stored = await sharp((await house.as('alice').get(`${yucai}/evidence/${sha256(bytes)}`)).bytes).metadata()
      expect([what, stored.format, stored.width, stored.height, stored.depth, stored.orientation, stored.icc]).toEqual([
        what, 'jpeg', width, height, 'uchar', undefined, undefined,
      ])
      expect(['srgb', 'b-w'], what).toContain(stored.space)
    }
  })

  test('an entry may name a photo before its bytes are there', async () => {
    const bytes = await sharp({ create: { width: 9, height: 9, channels: 4, background: '#12345600' } }).png().toBuffer()
    const at = newEntry(yucai)
    const before = await house.as('alice').put(at, meeting({ evidence: [{ sha256: sha256(bytes) }] }))
    expect(before.body.missing).toEqual([sha256(bytes)])
    expect((await send(bytes)).body).toMatchObject({ type: 'image/png', stored: { type: 'image/jpeg' } })
    expect((await house.as('alice').get(at)).body.missing).toEqual([])
  })

  test('documents are kept as they are, by what is in them and not by what they are called', async () => {
    const pdf = text('%PDF-1.7\n1 0 obj\n')
    expect((await send(pdf, { 'content-type': 'image/png' })).body).toMatchObject({
      type: 'application/pdf',
      stored: { sha256: sha256(pdf), size: pdf.length, type: 'application/pdf' },
    })
    const word = wordFile()
    expect((await send(word)).body.stored).toEqual({
      sha256: sha256(word),
      size: word.length,
      type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    })
  })

  test('bytes that hash otherwise are refused, and nothing is kept', async () => {
    const answer = await send(await photo(), {}, yucai, 'ab'.repeat(32))
    expect([answer.status, answer.body.code]).toEqual([422, 'evidence.hash'])
    expect((await house.as('alice').get(`${yucai}/evidence/${'ab'.repeat(32)}`)).status).toBe(404)
    expect((await send(await photo(), {}, yucai, 'AB'.repeat(32))).status).toBe(404)
  })

  test('what lies about itself or may carry a program is refused with what to do', async () => {
    const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), text('ftypheic'), Buffer.alloc(40)])
    const compound = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(512)])
    const encrypted = Buffer.concat([compound, Buffer.from('EncryptedPackage', 'utf16le')])
    const cut = wordFile().subarray(0, 60)
    const cases: readonly (readonly [string, Uint8Array, number, string])[] = [
      ['svg', text('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'), 415, '这个文件没有存'],
      ['html', text('<!doctype html><script>1</script>'), 415, '这个文件没有存'],
      ['xml', text('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a/>'), 415, '这个文件没有存'],
      ['exe as jpg', Buffer.concat([text('MZ'), Buffer.alloc(200)]), 415, '这个文件没有存'],
      ['gif', text('GIF89a/*'), 415, '这个文件没有存'],
      ['plain zip', storeZip({ 'a.txt': 'a' }), 415, '这个文件没有存'],
      ['docm', wordFile({ 'word/vbaProject.bin': 'macro' }), 415, '宏'],
      ['docm by type', wordFile({ '[Content_Types].xml': '<Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/>' }), 415, '宏'],
      ['old doc', compound, 415, '另存为docx'],
      ['encrypted docx', encrypted, 415, '去掉密码'],
      ['heic', heic, 415, 'HEIC'],
      ['cut docx', cut, 422, '打不开'],
      ['cut jpeg', (await photo()).subarray(0, 300), 422, '打不开'],
      ['jpeg head, html body', Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), text('<script>1</script>')]), 422, '打不开'],
      ['empty', new Uint8Array(), 422, '空的'],
    ]
    for (const [what, bytes, status, words] of cases) {
      const answer = await send(bytes, { 'content-type': 'image/jpeg' })
      expect([answer.status, answer.body.detail.includes(words)], `${what}: ${answer.body.detail}`).toEqual([status, true])
      expect((await house.as('alice').get(`${yucai}/evidence/${sha256(bytes)}`)).status, what).toBe(404)
    }
  })

  test('a picture of too many pixels is refused from its header, a file of too many bytes at the limit', async () => {
    const bomb = await sharp({ create: { width: 8, height: 8, channels: 3, background: 'white' } }).png().toBuffer()
    bomb.writeUInt32BE(50_000, 16)
    bomb.writeUInt32BE(50_000, 20)
    const answer = await send(withChecksum(bomb))
    expect([answer.status, answer.body.code]).toEqual([422, 'evidence.pixels'])
    const huge = Buffer.alloc(20 * 1024 * 1024 + 1)
    const refused = await send(huge)
    expect([refused.status, refused.body.code, refused.body.detail]).toEqual([
      413, 'evidence.too_large', '这个文件21 MB，超过上限20 MB。请在相册里另存一张小图再选；已填的文字都在。',
    ])
  })

  test('a file belongs to the school that sent it: its hash opens nothing elsewhere', async () => {
    const bytes = await photo()
    const hash = sha256(bytes)
    for (const answer of [
      await house.as('bob').get(`${shiyan}/evidence/${hash}`),
      await house.as('bob').get(`${yucai}/evidence/${hash}`),
      await house.as('mallory').get(`${yucai}/evidence/${hash}`),
      await house.as('bob').put(`${yucai}/evidence/${hash}`, bytes),
    ]) {
      expect([answer.status, answer.body.code]).toEqual([404, 'request.not_found'])
    }
    expect((await house.as('ivy').get(`${yucai}/evidence/${hash}`)).status).toBe(200)
  })

  test('after the submission no file is added, and one that is there is still answered', async () => {
    await submit(house)
    expect((await send(await photo())).status).toBe(200)
    const late = await send(text('%PDF-1.4 late'))
    expect([late.status, late.body.code]).toEqual([409, 'assessment.stage'])
  })
})

/** The first chunk of a PNG with its checksum set right again, so that only its size is wrong. */
const withChecksum = (png: Buffer): Buffer => {
  const fixed = Buffer.from(png)
  fixed.writeUInt32BE(crc32(fixed.subarray(12, 29)), 29)
  return fixed
}
