import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { useAssessment } from '../../../../api/assessment.ts'
import type { PlanAnswer, ScoreAnswer } from '../../../../api/contract.ts'
import { entriesQuery } from '../../../../api/entries.ts'
import { factsQuery } from '../../../../api/facts.ts'
import { formQuery } from '../../../../api/form.ts'
import type { Place } from '../../../../api/names.ts'
import { keepAhead } from '../../../../api/keep-ahead.ts'
import { planQuery } from '../../../../api/plan.ts'
import type { RequestProblem } from '../../../../api/problem.ts'
import { scoreQuery } from '../../../../api/score.ts'
import { isAt, isUnsent, localAnswers, localEntries } from '../../../../outbox/item.ts'
import type { QueuedItem } from '../../../../outbox/item.ts'
import { useOutbox } from '../../../../outbox/use-outbox.ts'
import { useSignedIn } from '../../../SignedIn.tsx'
import { whenQuiet } from '../../../../ui/when-quiet.ts'
import { withLocalEntries } from '../entries/local-entries.ts'
import type { reckonHere } from './reckon-here.ts'

type Reckoned = ReturnType<typeof reckonHere>
type Told<T> = {
  readonly data: T | undefined
  readonly error: RequestProblem | null
  readonly refetch: () => Promise<unknown>
  /** What of this device is counted in; empty where all has arrived. */
  readonly kept: readonly QueuedItem[]
}

/** GET R/plan, with what waits on this device counted in. `server` is the answer as it came. */
export const useReckonedPlan = (place: Place): Told<PlanAnswer> & { readonly server: PlanAnswer | undefined } => {
  const plan = useQuery(planQuery(place))
  const { reckoned, kept } = useReckoned(place, plan.data?.today)
  return { data: reckoned?.plan ?? plan.data, server: plan.data, error: plan.error, refetch: plan.refetch, kept: reckoned === undefined ? [] : kept }
}

/** GET R/score, likewise. */
export const useReckonedScore = (place: Place): Told<ScoreAnswer> => {
  const score = useQuery(scoreQuery(place))
  const plan = useQuery({ ...planQuery(place), enabled: useKept(place).length > 0 })
  const { reckoned, kept } = useReckoned(place, plan.data?.today)
  return { data: reckoned?.score ?? score.data, error: score.error, refetch: score.refetch, kept: reckoned === undefined ? [] : kept }
}

/** What waits on this device and bears on marks: records, answers, own marks. */
const useKept = (place: Place): readonly QueuedItem[] => {
  const { items } = useOutbox()
  const { round, unit } = place
  return useMemo(() => items.filter((item) => isUnsent(item) && item.act.kind !== 'photo' && isAt(item, { round, unit })), [items, round, unit])
}

/** Asks for nothing more than the page did while nothing waits. */
const useReckoned = (place: Place, today: string | undefined): { readonly reckoned: Reckoned | undefined; readonly kept: readonly QueuedItem[] } => {
  const kept = useKept(place)
  const { owner } = useOutbox()
  const waits = kept.length > 0
  const assessment = useAssessment(place).data
  const form = useQuery({ ...formQuery(assessment?.form), enabled: waits && assessment !== undefined }).data
  const facts = useQuery({ ...factsQuery(place), enabled: waits }).data
  const entries = useQuery({ ...entriesQuery(place), enabled: waits }).data
  const score = useQuery({ ...scoreQuery(place), enabled: waits }).data
  const reckon = useReckoner(waits)
  const edition = assessment?.form
  const records = useSignedIn().user.role !== 'inspector'
  const { round, unit } = place
  useEffect(() => {
    if (owner === null || edition === undefined) return
    // What the next pages need without a network, and where what is kept can be looked at.
    return whenQuiet(() => void Promise.allSettled([keepAhead({ round, unit }, edition, records), import('../../../outbox/OutboxPage.tsx')]))
  }, [owner, edition, round, unit, records])
  const reckoned = useMemo(() => {
    if (!waits || reckon === undefined || assessment?.editable !== true || today === undefined || owner === null) return undefined
    if (form === undefined || facts === undefined || entries === undefined || score === undefined) return undefined
    const here = { round: assessment.round, unit: assessment.unit.code }
    const all = withLocalEntries(entries, localEntries(kept, here))
    return reckon({ assessment, form, facts, score, entries: all, ...localAnswers(kept, here), owner, today })
  }, [waits, kept, reckon, assessment, form, facts, entries, score, owner, today])
  return { reckoned, kept }
}

/** The rules come once the page is quiet, so that they are here when the line is gone; at once where something waits. */
const useReckoner = (wanted: boolean): typeof reckonHere | undefined => {
  const [reckon, setReckon] = useState<{ readonly with: typeof reckonHere }>()
  useEffect(() => {
    let left = false
    const load = () =>
      import('./reckon-here.ts').then(
        (loaded) => (left || !wanted ? undefined : setReckon({ with: loaded.reckonHere })),
        () => undefined,
      )
    const stop = wanted ? undefined : whenQuiet(() => void load())
    if (wanted) void load()
    return () => {
      left = true
      stop?.()
    }
  }, [wanted])
  return reckon?.with
}
