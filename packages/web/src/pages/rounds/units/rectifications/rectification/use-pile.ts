import { useState } from 'react'
import { newId } from '../../../../../api/names.ts'
import type { Place } from '../../../../../api/names.ts'
import { problemSentence, RequestProblem } from '../../../../../api/problem.ts'
import { sendRectificationPhoto } from '../../../../../api/rectifications.ts'
import { prepareEvidence } from '../../../../../evidence/send-evidence.ts'

/** A photo on its way to the server: choosing is uploading. */
export type Piece = { readonly key: string; readonly file: File } & (
  | { readonly state: 'sending' }
  | { readonly state: 'sent'; readonly sha256: string }
  | { readonly state: 'stuck'; readonly sentence: string }
)

/** Photos chosen for one side of a report, before or after. */
export const usePile = (place: Place) => {
  const [pieces, setPieces] = useState<readonly Piece[]>([])
  const put = (piece: Piece) =>
    setPieces((all) => (all.some((one) => one.key === piece.key) ? all.map((one) => (one.key === piece.key ? piece : one)) : [...all, piece]))
  const send = async (key: string, file: File): Promise<void> => {
    put({ key, file, state: 'sending' })
    const prepared = await prepareEvidence(file)
    if (prepared.kind === 'refused') return put({ key, file, state: 'stuck', sentence: prepared.sentence })
    try {
      await sendRectificationPhoto(place, prepared.sha256, prepared.bytes, prepared.name)
      put({ key, file, state: 'sent', sha256: prepared.sha256 })
    } catch (error) {
      put({ key, file, state: 'stuck', sentence: error instanceof RequestProblem ? problemSentence(error) : '没有传上去。请再传一次。' })
    }
  }
  return {
    pieces,
    choose: (files: readonly File[]) => files.forEach((file) => void send(newId(), file)),
    again: (piece: Piece) => void send(piece.key, piece.file),
    drop: (key: string) => setPieces((all) => all.filter((one) => one.key !== key)),
    sending: pieces.some((one) => one.state === 'sending'),
    sent: pieces.flatMap((one) => (one.state === 'sent' ? [{ sha256: one.sha256 }] : [])),
  }
}
