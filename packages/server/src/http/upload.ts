import { Problem } from './problem.ts'
import type { Upload } from './route.ts'

export const tooLarge = (limitBytes: number): Problem =>
  new Problem({
    code: 'request.too_large',
    status: 413,
    title: '内容太大',
    detail: `上限是${limitText(limitBytes)}。请缩小后再传；已填的文字都在。`,
  })

const limitText = (bytes: number): string =>
  bytes >= 1024 * 1024 ? `${Math.floor(bytes / 1024 / 1024)} MB` : `${Math.floor(bytes / 1024)} KB`

/** The whole upload, at most `limitBytes`: reading stops at the limit, whatever the header announced. Raises 413; 503 where no memory is free. */
export const readUpload = async (upload: Upload, limitBytes: number): Promise<Buffer> => {
  if ((upload.announcedSize ?? 0) > limitBytes) throw tooLarge(limitBytes)
  const chunks: Buffer[] = []
  let size = 0
  // The stream is left open on a refusal: the sender has yet to be answered.
  for await (const chunk of upload.stream.iterator({ destroyOnReturn: false })) {
    const bytes = Buffer.from(chunk as Uint8Array)
    size += bytes.byteLength
    if (size > limitBytes) throw tooLarge(limitBytes)
    upload.hold(bytes.byteLength)
    chunks.push(bytes)
  }
  if (upload.announcedSize !== undefined && size < upload.announcedSize) {
    throw new Problem({
      code: 'request.cut_off',
      status: 400,
      title: '没有传完',
      detail: '上传中途断了，没有保存。请再传一次。',
      retry: 'now',
    })
  }
  return Buffer.concat(chunks)
}

/**
 * The name a file was sent under: `filename*` of RFC 6266 where it is there, else `filename`; only its last step, without
 * control and direction marks, at most 120 characters. It is shown, never used as a place on the disk.
 */
export const uploadName = (disposition: string | undefined): string => {
  const extended = /filename\*\s*=\s*utf-8''([^;\s]+)/i.exec(disposition ?? '')?.[1]
  const plain = /filename\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s]+))/i.exec(disposition ?? '')
  const raw = extended === undefined ? (plain?.[1] ?? plain?.[2] ?? '') : decoded(extended)
  const last = raw.split(/[/\\]/).at(-1) ?? ''
  const clean = last.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '').trim()
  return [...clean].slice(0, 120).join('') || '未命名文件'
}

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}
