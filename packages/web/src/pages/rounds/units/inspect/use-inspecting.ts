import type { Entry, Form, UnitProfile } from '@zicha/core'
import { useAssessment } from '../../../../api/assessment.ts'
import type { AssessmentAnswer, FactsAnswer, InspectionAnswer, LedgerEntry, ScoreAnswer } from '../../../../api/contract.ts'
import { useEntries } from '../../../../api/entries.ts'
import { useFacts } from '../../../../api/facts.ts'
import { useForm } from '../../../../api/form.ts'
import { useInspection } from '../../../../api/inspection.ts'
import type { Place } from '../../../../api/names.ts'
import { useScore } from '../../../../api/score.ts'
import { useOutbox } from '../../../../outbox/use-outbox.ts'
import { useSignedIn } from '../../../SignedIn.tsx'
import { unitProfileOf } from '../unit-profile.ts'
import { withLocalMarks } from './local-marks.ts'
import type { LocalMarks } from './local-marks.ts'

/** Everything that stands behind the marks of one school, read once and kept while its items are gone through. */
export type Inspecting = {
  readonly assessment: AssessmentAnswer
  readonly form: Form
  readonly score: ScoreAnswer
  readonly facts: FactsAnswer
  readonly records: readonly LedgerEntry[]
  readonly entries: readonly Entry[]
  readonly inspection: InspectionAnswer
  /** What of it only this device has yet. */
  readonly local: Pick<LocalMarks, 'waiting' | 'photosOf'>
  readonly unit: UnitProfile
}

export const useInspecting = (place: Place) => {
  const assessment = useAssessment(place)
  const form = useForm(assessment.data?.form)
  const score = useScore(place)
  const facts = useFacts(place)
  const records = useEntries(place)
  const inspection = useInspection(place)
  const { items } = useOutbox()
  const { user } = useSignedIn()
  const local = inspection.data === undefined ? undefined : withLocalMarks(inspection.data, items, place, user)
  const data: Inspecting | undefined =
    assessment.data === undefined ||
    form.data === undefined ||
    score.data === undefined ||
    facts.data === undefined ||
    records.data === undefined ||
    local === undefined
      ? undefined
      : {
          assessment: assessment.data,
          form: form.data,
          score: score.data,
          facts: facts.data,
          records: records.data,
          entries: records.data.map(({ id, countsAs, title, happenedOn, evidence }) => ({
            id,
            countsAs,
            title,
            happenedOn,
            evidence: (evidence ?? []).map((one) =>
              'sha256' in one
                ? one
                : { reference: one.reference, ...(one.place === undefined ? {} : { place: one.place }) },
            ),
          })),
          inspection: local.inspection,
          local,
          unit: unitProfileOf(assessment.data),
        }
  const all = [assessment, form, score, facts, records, inspection]
  return {
    data,
    error: all.map(({ error }) => error).find((error) => error !== null) ?? null,
    refetch: () => Promise.all(all.map((one) => one.refetch())),
  }
}

/** One's own mark of an item, where one is given. */
export const ownMarkOf = (item: InspectionAnswer['items'][number], username: string) =>
  item.scores.find(({ inspector }) => inspector === username)
