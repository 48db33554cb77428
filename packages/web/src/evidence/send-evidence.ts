import type { EvidenceFile } from '../api/contract.ts'
import type { Place } from '../api/names.ts'
import { placePath } from '../api/names.ts'
import { problemSentence, RequestProblem } from '../api/problem.ts'
import { sendBytes } from '../api/request.ts'
import { keepAct } from '../outbox/keep-act.ts'
import { hashBytes } from './hash-bytes.ts'
import { shrinkPhoto } from './shrink-photo.ts'
import { sizeWords } from './size-words.ts'

/**
 * How far a chosen file has come. `kept`: it lies in the outbox, which says how far it is from there; where the browser
 * keeps nothing it goes out directly: 上传中 → 已上传, or why it did not.
 */
export type SendingState =
  | { readonly state: 'shrinking' }
  | { readonly state: 'kept'; readonly sha256: string; readonly bytes: Blob }
  | { readonly state: 'sending'; readonly sha256: string; readonly bytes: Blob }
  | { readonly state: 'sent'; readonly sha256: string; readonly size: number; readonly bytes?: Blob }
  | { readonly state: 'stuck'; readonly sentence: string; readonly retry: boolean }

/** The same limit as the server's. */
const most = 20 * 1024 * 1024
const others = /\.(pdf|docx|xlsx)$/iu

/** A chosen file as it may go out: photos shrunk and without place and device; or why it cannot. */
export type Prepared =
  | { readonly kind: 'ready'; readonly sha256: string; readonly name: string; readonly bytes: Blob }
  | { readonly kind: 'refused'; readonly sentence: string }

export const prepareEvidence = async (file: File): Promise<Prepared> => {
  const bytes = others.test(file.name) ? file : await shrinkPhoto(file)
  if (bytes === undefined) return { kind: 'refused', sentence: unopenable(file) }
  if (bytes.size > most) return { kind: 'refused', sentence: tooLarge(bytes.size) }
  const sha256 = await hashBytes(new Uint8Array(await bytes.arrayBuffer()))
  return { kind: 'ready', sha256, name: nameOf(file, bytes), bytes }
}

/** Choosing is uploading. Tells each step to `onChange`; goes on when the page is left. */
export const sendEvidence = async (place: Place, file: File, onChange: (state: SendingState) => void): Promise<void> => {
  onChange({ state: 'shrinking' })
  const prepared = await prepareEvidence(file)
  if (prepared.kind === 'refused') onChange({ state: 'stuck', sentence: prepared.sentence, retry: false })
  else await sendPrepared(place, prepared, onChange)
}

/** What is prepared goes to the outbox, or out directly where the browser keeps nothing. */
export const sendPrepared = async (
  place: Place,
  { sha256, name, bytes }: Extract<Prepared, { readonly kind: 'ready' }>,
  onChange: (state: SendingState) => void,
): Promise<void> => {
  try {
    await keepAct(place, { kind: 'photo', sha256, name, type: bytes.type, size: bytes.size }, bytes)
    onChange({ state: 'kept', sha256, bytes })
    return
  } catch {
    onChange({ state: 'sending', sha256, bytes })
  }
  try {
    await sendBytes<EvidenceFile>(`${placePath(place)}/evidence/${sha256}`, bytes, name)
    onChange({ state: 'sent', sha256, size: bytes.size, bytes })
  } catch (error) {
    const sentence =
      error instanceof RequestProblem
        ? error.kind === 'offline'
          ? '没有连上，还没传上去。连上网络后再传。'
          : problemSentence(error)
        : '没有传上去。请再传一次。'
    onChange({ state: 'stuck', sentence, retry: true })
  }
}

const tooLarge = (size: number): string => `这个文件${sizeWords(size)}，上限20MB。请另存一个小的再选；已填的文字都在。`

const unopenable = (file: File): string =>
  file.size > most
    ? `这张照片${sizeWords(file.size)}，上限20MB。请在相册里另存一张小图再选；已填的文字都在。`
    : '这张照片打不开。请在相册里另存为JPG再选；已填的文字都在。'

const nameOf = (file: File, bytes: Blob): string =>
  bytes.type === 'image/jpeg' ? `${file.name.replace(/\.[^.]*$/u, '')}.jpg` : file.name
