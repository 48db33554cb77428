import type { Page } from 'playwright-core'

/** What a phone writes into a photo and what must not leave the school: where it was taken, and by which device. */
export const secretsInPhoto = ['Exif', 'ZICHA-PHONE-0815'] as const

/**
 * A photo of 2400 × 1600 as a phone makes it: JPEG with an Exif block that bears a place, a device and, where given, the
 * moment (`2026:03:12 16:40:00`). Another `hue` is another photo.
 */
export const takePhoto = async (page: Page, { takenAt, hue = 0 }: { readonly takenAt?: string; readonly hue?: number } = {}): Promise<Buffer> => {
  const drawn = await page.evaluate(async (turn) => {
    const canvas = new OffscreenCanvas(2400, 1600)
    const pen = canvas.getContext('2d')
    if (pen === null) throw new Error('no canvas')
    for (let row = 0; row < 40; row += 1) {
      pen.fillStyle = `hsl(${row * 9 + turn} 60% 60%)`
      pen.fillRect(0, row * 40, 2400, 40)
    }
    const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 })
    return [...new Uint8Array(await blob.arrayBuffer())]
  }, hue)
  const jpeg = Buffer.from(drawn)
  return Buffer.concat([jpeg.subarray(0, 2), exifBlock(takenAt), jpeg.subarray(2)])
}

/** APP1 with one IFD (the device's model), a GPS IFD (31°30′ north) and perhaps one with the moment, little endian. */
const exifBlock = (takenAt: string | undefined): Buffer => {
  const model = Buffer.from('ZICHA-PHONE-0815\0', 'latin1')
  const moment = Buffer.from(takenAt === undefined ? '' : `${takenAt}\0`, 'latin1')
  const entries = takenAt === undefined ? 2 : 3
  const gpsAt = 8 + 2 + entries * 12 + 4
  const modelAt = gpsAt + 2 + 2 * 12 + 4
  const latitudeAt = modelAt + model.length
  const momentIfdAt = latitudeAt + 24
  const momentAt = momentIfdAt + 2 + 12 + 4
  const tiff = Buffer.concat([
    Buffer.from('II*\0', 'latin1'),
    numbers(['u32', 8]),
    numbers(['u16', entries]),
    field(0x0110, 2, model.length, modelAt),
    ...(takenAt === undefined ? [] : [field(0x8769, 4, 1, momentIfdAt)]),
    field(0x8825, 4, 1, gpsAt),
    numbers(['u32', 0], ['u16', 2]),
    field(0x0001, 2, 2, 0x4e),
    field(0x0002, 5, 3, latitudeAt),
    numbers(['u32', 0]),
    model,
    numbers(['u32', 31], ['u32', 1], ['u32', 30], ['u32', 1], ['u32', 0], ['u32', 1]),
    ...(takenAt === undefined ? [] : [numbers(['u16', 1]), field(0x9003, 2, moment.length, momentAt), numbers(['u32', 0]), moment]),
  ])
  const content = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff])
  const head = Buffer.from([0xff, 0xe1, 0, 0])
  head.writeUInt16BE(content.length + 2, 2)
  return Buffer.concat([head, content])
}

const numbers = (...values: readonly (readonly ['u16' | 'u32', number])[]): Buffer =>
  Buffer.concat(
    values.map(([kind, value]) => {
      const bytes = Buffer.alloc(kind === 'u16' ? 2 : 4)
      if (kind === 'u16') bytes.writeUInt16LE(value)
      else bytes.writeUInt32LE(value)
      return bytes
    }),
  )

const field = (tag: number, type: number, count: number, value: number): Buffer =>
  numbers(['u16', tag], ['u16', type], ['u32', count], ['u32', value])
