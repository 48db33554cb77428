import type { AssessmentAnswer, InspectionEvidence } from '../api/contract.ts'
import { listEntries } from '../api/entries.ts'
import { dropPlace, keepPlace } from '../api/kept-answers.ts'
import { openKept } from '../api/kept-database.ts'
import type { Taken } from '../api/kept-database.ts'
import { placePath } from '../api/names.ts'
import type { Place } from '../api/names.ts'
import { RequestProblem } from '../api/problem.ts'
import { readBytes, request } from '../api/request.ts'

/** How far a download is, for one school. */
export type Taking = { readonly done: number; readonly of: number }

const atOnce = 3
const bytesTime = 60_000

/** What the own marks do not change: whether the table is with the school, and which submission it is. */
export const stampOf = (assessment: AssessmentAnswer): string =>
  `${assessment.editable ? 'with the school' : 'submitted'} ${assessment.snapshot?.hash ?? ''}`

/**
 * Takes a school along: form, sheet, self scores and why, records, the inspection as it stands, photos drawn small. What
 * lies here already is not asked for again. Raises RequestProblem where the words cannot be had; a photo that cannot is
 * counted. Once this resolves, the device has it.
 */
export const takeAlong = async (place: Place, onStep: (taking: Taking) => void): Promise<Taken> => {
  keepPlace(place)
  const here = placePath(place)
  const fresh = { fresh: true } as const
  const assessment = await request<AssessmentAnswer>(here, fresh)
  const edition = `/forms/${encodeURIComponent(assessment.form)}`
  const [evidence] = await Promise.all([
    request<InspectionEvidence>(`${here}/inspection/evidence`, fresh),
    ...['/inspection', '/score', '/facts'].map((rest) => request(`${here}${rest}`, fresh)),
    request(edition, fresh),
    listEntries(place, fresh),
  ])
  const photos = evidence.items.filter(({ type }) => type.startsWith('image/'))
  const db = await openKept()
  const step = { done: 0, absent: 0 }
  onStep({ done: 0, of: photos.length })
  const left = [...photos]
  const work = async (): Promise<void> => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) {
      const { sha256 } = next
      if ((await db.getKey('photos', [place.round, place.unit, sha256])) === undefined) {
        try {
          const { bytes, type } = await readBytes(`${here}/evidence/${sha256}/small`, AbortSignal.timeout(bytesTime))
          await db.put('photos', { ...place, sha256, type, bytes })
        } catch (error) {
          if (!(error instanceof RequestProblem) || error.problem.kind !== 'refused' || error.problem.status === 401) {
            left.length = 0
            throw error
          }
          step.absent += 1
        }
      }
      step.done += 1
      onStep({ done: step.done, of: photos.length })
    }
  }
  const ended = await Promise.allSettled(Array.from({ length: atOnce }, work))
  for (const one of ended) if (one.status === 'rejected') throw one.reason
  const taken: Taken = { ...place, at: Date.now(), stamp: stampOf(assessment), photos: photos.length - step.absent, absent: evidence.items.length - photos.length + step.absent }
  await db.put('taken', taken)
  told()
  return taken
}

/** Takes a school off the device. What waits to be sent lies elsewhere and stays. */
export const dropTaken = async (place: Place): Promise<void> => {
  await dropPlace(place)
  told()
}

export const listTaken = async (): Promise<readonly Taken[]> => {
  try {
    return await (await openKept()).getAll('taken')
  } catch {
    return []
  }
}

/** A photo that was taken along. */
export const findTakenPhoto = async (place: Place, sha256: string): Promise<Blob | undefined> => {
  try {
    const found = await (await openKept()).get('photos', [place.round, place.unit, sha256])
    return found === undefined ? undefined : new Blob([found.bytes], { type: found.type })
  } catch {
    return undefined
  }
}

const listeners = new Set<() => void>()
const told = (): void => {
  for (const listener of listeners) listener()
}
export const subscribeTaken = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
