import { createHash } from 'node:crypto'
import { Problem } from '../http/problem.ts'
import type { Upload } from '../http/route.ts'
import { readUpload } from '../http/upload.ts'
import type { Storage } from '../storage/storage.ts'
import { drawPhoto } from './draw-photo.ts'
import { contentRefused, fileTooLarge, hashDiffers, tooManyPixels, unreadable } from './evidence.problems.ts'
import { recognizeContent } from './recognize-content.ts'
import type { Content } from './recognize-content.ts'

export const mostBytes = 20 * 1024 * 1024

/** Bytes that lie on the disk, not yet named by a row. */
export type KeptFile = {
  readonly sha256: string
  readonly name: string
  readonly type: string
  readonly size: number
  readonly stored: { readonly sha256: string; readonly size: number; readonly type: string }
}

/** The whole upload, its hash held against the name it was sent under. Raises 413, 422. */
export const readEvidence = async (upload: Upload, sha256: string): Promise<Buffer> => {
  const bytes = await readUpload(upload, mostBytes).catch((error: unknown) => {
    throw error instanceof Problem && error.status === 413 ? fileTooLarge(upload.announcedSize) : error
  })
  if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw hashDiffers()
  return bytes
}

/**
 * Puts bytes on the disk and flushes them; the row comes after. Photos are drawn anew without place and device,
 * documents are kept as they are. What the bytes are decides, not what they are called.
 */
export const keepEvidence = async (
  storage: Storage,
  sent: { readonly sha256: string; readonly name: string; readonly bytes: Uint8Array },
): Promise<KeptFile> => {
  const content = recognizeContent(sent.bytes)
  if (content.kind === 'refused') throw contentRefused(content.why)
  const kept = await toKeep(content, sent.bytes)
  const { sha256, size } = await storage.put(kept.bytes)
  return {
    sha256: sent.sha256,
    name: sent.name,
    type: content.type,
    size: sent.bytes.byteLength,
    stored: { sha256, size, type: kept.type },
  }
}

const toKeep = async (
  content: Exclude<Content, { readonly kind: 'refused' }>,
  bytes: Uint8Array,
): Promise<{ readonly bytes: Uint8Array; readonly type: string }> => {
  if (content.kind === 'document') return { bytes, type: content.type }
  const redrawn = await drawPhoto({ want: 'redrawn', bytes })
  if (!redrawn.ok) throw redrawn.why === 'too_many_pixels' ? tooManyPixels() : unreadable()
  return { bytes: redrawn.bytes, type: 'image/jpeg' }
}
