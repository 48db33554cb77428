import { useCallback, useEffect, useState } from 'react'
import type { AssessmentAnswer } from '../api/contract.ts'
import type { Taken } from '../api/kept-database.ts'
import type { Place } from '../api/names.ts'
import { placePath } from '../api/names.ts'
import { problemSentence, RequestProblem } from '../api/problem.ts'
import { dropTaken, findTakenPhoto, listTaken, stampOf, subscribeTaken, takeAlong } from './take-along.ts'
import type { Taking } from './take-along.ts'

export type TakenSchools = {
  readonly of: (place: Place) => Taken | undefined
  /** The school on its way, and how far. */
  readonly taking: (Taking & { readonly here: string }) | null
  readonly fault: string | null
  readonly take: (places: readonly Place[]) => Promise<void>
  readonly drop: (place: Place) => Promise<void>
}

/** Which schools this device has, and how to take more along. */
export const useTaken = (): TakenSchools => {
  const [taken, setTaken] = useState<readonly Taken[]>([])
  const [taking, setTaking] = useState<TakenSchools['taking']>(null)
  const [fault, setFault] = useState<string | null>(null)
  useEffect(() => {
    const read = () => void listTaken().then(setTaken)
    read()
    return subscribeTaken(read)
  }, [])
  const take = useCallback(async (places: readonly Place[]) => {
    setFault(null)
    // Asked once: without it a browser short of room may clear what was taken.
    void navigator.storage?.persist?.().catch(() => false)
    try {
      for (const place of places) {
        const here = placePath(place)
        setTaking({ here, done: 0, of: 0 })
        await takeAlong(place, (step) => setTaking({ here, ...step }))
      }
    } catch (error) {
      setFault(sentenceOf(error))
    } finally {
      setTaking(null)
    }
  }, [])
  return { of: (place) => taken.find(({ round, unit }) => round === place.round && unit === place.unit), taking, fault, take, drop: dropTaken }
}

const sentenceOf = (error: unknown): string => {
  if (error instanceof RequestProblem) {
    return error.kind === 'offline' ? '断了，没有下载完；下好的都在。连上网络再按一次，接着下。' : problemSentence(error)
  }
  if (error instanceof DOMException && error.name === 'QuotaExceededError') return '本机留给网页的空间不够存照片。请腾些地方，或少带几所。'
  return '这个浏览器不让网页在本机存东西，带不走。请用系统浏览器打开。'
}

/** The table came again, or went back, since it was taken along. */
export const isBehind = (taken: Taken, assessment: AssessmentAnswer): boolean => taken.stamp !== stampOf(assessment)

/** The address of a photo of the school: what was taken along, else the server's. */
export const useTakenPhoto = (place: Place, sha256: string, address: string): string | undefined => {
  const { round, unit } = place
  const [found, setFound] = useState<string>()
  useEffect(() => {
    let left = false
    let made: string | undefined
    void findTakenPhoto({ round, unit }, sha256).then((bytes) => {
      if (left) return
      made = bytes === undefined ? undefined : URL.createObjectURL(bytes)
      setFound(made ?? address)
    })
    return () => {
      left = true
      if (made !== undefined) URL.revokeObjectURL(made)
    }
  }, [round, unit, sha256, address])
  return found
}
