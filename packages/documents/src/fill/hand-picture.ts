import type { Stroke } from '@zicha/core'
import { zlibSync } from 'fflate'
import { ground, penWidth } from '../layout/hand.ts'

/**
 * A drawn signature as PNG, black on nothing: word processors of all makes show it, which cannot be said of drawings.
 * Each pixel's darkness is how much of it the pen's width covers.
 */
export const handPng = (strokes: readonly Stroke[]): Uint8Array => {
  const { width, height } = ground
  const dark = new Uint8Array(width * height)
  for (const stroke of strokes) {
    for (const [index, from] of stroke.entries()) drawLine(dark, from, stroke[index + 1] ?? from)
  }
  // Grey and alpha, one byte each, every line behind a filter byte of 0.
  const lines = new Uint8Array(height * (1 + width * 2))
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) lines[y * (1 + width * 2) + 2 + x * 2] = dark[y * width + x] ?? 0
  }
  const header = new Uint8Array(13)
  new DataView(header.buffer).setUint32(0, width)
  new DataView(header.buffer).setUint32(4, height)
  header.set([8, 4, 0, 0, 0], 8)
  const magic = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
  return joined([magic, chunk('IHDR', header), chunk('IDAT', zlibSync(lines)), chunk('IEND', new Uint8Array())])
}

type Point = readonly [number, number]

const drawLine = (dark: Uint8Array, [ax, ay]: Point, [bx, by]: Point): void => {
  const reach = penWidth / 2 + 1
  const length = (bx - ax) ** 2 + (by - ay) ** 2
  const last = { x: Math.min(ground.width - 1, Math.ceil(Math.max(ax, bx) + reach)), y: Math.min(ground.height - 1, Math.ceil(Math.max(ay, by) + reach)) }
  for (let y = Math.max(0, Math.floor(Math.min(ay, by) - reach)); y <= last.y; y += 1) {
    for (let x = Math.max(0, Math.floor(Math.min(ax, bx) - reach)); x <= last.x; x += 1) {
      const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length))
      const distance = Math.hypot(x - ax - along * (bx - ax), y - ay - along * (by - ay))
      const covered = Math.round(255 * Math.min(1, Math.max(0, penWidth / 2 + 0.5 - distance)))
      const at = y * ground.width + x
      if (covered > (dark[at] ?? 0)) dark[at] = covered
    }
  }
}

const chunk = (name: string, data: Uint8Array): Uint8Array => {
  const bytes = new Uint8Array(data.length + 12)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, data.length)
  bytes.set(new TextEncoder().encode(name), 4)
  bytes.set(data, 8)
  view.setUint32(data.length + 8, crcOf(bytes.subarray(4, data.length + 8)))
  return bytes
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  return value
})

const crcOf = (bytes: Uint8Array): number => {
  let crc = 0xffffffff
  for (const byte of bytes) crc = (crcTable[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8)
  return (crc ^ 0xffffffff) >>> 0
}

const joined = (parts: readonly Uint8Array[]): Uint8Array => {
  const bytes = new Uint8Array(parts.reduce((total, part) => total + part.length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}
