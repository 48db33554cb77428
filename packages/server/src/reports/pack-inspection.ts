import { formatPoints, sayRectification, sayStage, toPoints, verificationCode } from '@zicha/core'
import type { AssessmentStage } from '@zicha/core'
import type { EndedFile, InspectionPageSource, PackedProof } from '@zicha/documents'
import type { Person } from '../access/person.ts'
import { listSnapshotRows } from '../assessments/assessments.queries.ts'
import type { SnapshotRow } from '../assessments/assessments.queries.ts'
import { snapshotContent } from '../assessments/snapshot-content.ts'
import type { Db } from '../database/database.ts'
import { endingOf } from '../evidence/attach-evidence.ts'
import { listSitePhotoRows } from '../inspections/on-site.queries.ts'
import { isFinal, seesWhole } from '../inspections/view-inspection.ts'
import type { Objection } from '../objections/objections.contract.ts'
import { viewObjections } from '../objections/view-objections.ts'
import type { Rectification } from '../rectifications/rectifications.contract.ts'
import { viewRectifications } from '../rectifications/view-rectifications.ts'
import { getBeneath } from '../rounds/beneath.ts'
import type { Beneath, R } from '../rounds/beneath.ts'
import { dayFromInstant } from '../rounds/shanghai-day.ts'
import { nameOf, nameProofs, plain, twoDigits } from './name-proofs.ts'
import type { ProofPlace } from './name-proofs.ts'
import { findDecision, findFeedback } from './send-closing-paper.ts'
import type { NamedPaper } from './send-closing-paper.ts'

/** What an inspection made of one school's year, as a packet bears it: papers to be written, texts, files, and the page over them. */
export type PackedInspection = {
  readonly source: InspectionPageSource
  readonly papers: readonly { readonly path: string; readonly paper: NamedPaper['paper'] }[]
  readonly texts: readonly { readonly path: string; readonly text: string }[]
  /** Where their bytes lie, by the hash of what is stored. */
  readonly files: readonly { readonly path: string; readonly sha256: string; readonly size: number }[]
  readonly ended: readonly EndedFile[]
}

const folder = '检查'
const photoFolder = '检查/现场照片'
const objectionFolder = '异议'
const rectificationFolder = '整改'

/**
 * Only what this person may see on the pages, too: a school nothing of an inspection that still runs. `packed`: paths of
 * files that the packet bears already, by their hash.
 */
export const loadPackedInspection = async (db: Db, at: R, person: Person, now: Date, packed: ReadonlyMap<string, string>): Promise<PackedInspection> => {
  const beneath = await getBeneath(db, at)
  const { key, unitRow, round } = beneath
  const photos = await photosOf(db, beneath, person)
  const { items: objections } = await viewObjections(db, at, now)
  const { items: rectifications } = await viewRectifications(db, beneath)
  const named = await nameProofs(db, key, packed, placesOf(objections, rectifications))
  const feedback = await findFeedback(db, beneath)
  const feedbackPath = `${folder}/检查情况反馈表.pdf`
  const seals = isFinal(beneath.stage) ? sealsOf(await listSnapshotRows(db, key)) : []
  const decisions = await decisionsOf(db, beneath, objections)
  return {
    papers: [...(feedback === undefined ? [] : [{ path: feedbackPath, paper: feedback.paper }]), ...decisions],
    texts: seals.map(({ path, text }) => ({ path, text })),
    files: [...photos.flatMap(({ file }) => (file === undefined ? [] : [file])), ...named.files],
    ended: [...photos.flatMap(({ ended }) => (ended === undefined ? [] : [ended])), ...named.ended],
    source: {
      unit: unitRow.name,
      year: round.year,
      madeOn: dayFromInstant(now.toISOString()),
      feedback: feedback === undefined ? null : feedbackPath,
      seals: seals.map(({ stage, on, path }) => ({ stage, on, path })),
      photos: photos.map(({ shown }) => shown),
      objections: objections.map((objection, index) => ({
        no: objection.no,
        duty: objection.duty,
        score: objection.score,
        by: objection.byName,
        on: dayFromInstant(objection.at),
        reason: objection.reason,
        evidence: named.proofs(objection.evidence),
        decision: decisionOf(objection, index),
      })),
      rectifications: rectifications.map((one) => ({
        no: one.no,
        problem: one.problem,
        dueOn: one.dueOn,
        standing: sayRectification(one.state),
        steps: one.steps.map((step) => ({
          on: dayFromInstant(step.at),
          by: step.byName,
          words: stepWords[step.kind],
          text: step.text,
          before: named.proofs(step.before),
          after: named.proofs(step.after),
        })),
      })),
    },
  }
}

const photosOf = async (db: Db, { key, form, stage, unitRow }: Beneath, person: Person) => {
  if (!seesWhole(person, stage)) return []
  const numbers = new Map<string, number>()
  return (await listSitePhotoRows(db, key)).map((row) => {
    const on = dayFromInstant(row.at)
    const place = `${plain(unitRow.name)}_第${row.item}条_${on}`
    const number = (numbers.get(place) ?? 0) + 1
    numbers.set(place, number)
    const path = `${photoFolder}/${place}_${twoDigits(number)}${endingOf(row.stored_type)}`
    const removedOn = row.removed_at === null ? undefined : dayFromInstant(row.removed_at)
    const proof: PackedProof = removedOn === undefined ? { kind: 'file', path } : { kind: 'ended', name: nameOf(path), removedOn }
    const duty = form.items.find(({ no }) => no === row.item)?.duty ?? ''
    return {
      shown: { no: row.item, duty, by: row.by_name ?? row.inspector, on, proof },
      file: removedOn === undefined ? { path, sha256: row.stored_sha256, size: row.stored_size } : undefined,
      ended: removedOn === undefined ? undefined : { name: nameOf(path), sha256: row.stored_sha256, removedOn },
    }
  })
}

/** From the last end of the inspection on: before it was opened again there was another sheet. */
const sealsOf = (rows: readonly SnapshotRow[]) =>
  rows.slice(Math.max(0, rows.findLastIndex((row) => row.stage === 'inspected'))).map((row) => ({
    stage: stageOfSeal(row),
    on: dayFromInstant(row.at),
    path: `${folder}/封存_${verificationCode(row.hash)}.json`,
    text: row.content,
  }))

const stageOfSeal = (row: SnapshotRow): string => {
  const { stage, former } = snapshotContent.parse(JSON.parse(row.content))
  return former === undefined ? sayStage(stage as AssessmentStage) : '异议改分后'
}

/** Where each photo and paper of an objection or a report belongs, in the order of the page. */
const placesOf = (objections: readonly Objection[], rectifications: readonly Rectification[]): readonly ProofPlace[] => [
  ...objections.map(({ no, evidence }, index) => ({ path: `${objectionFolder}/${index + 1}_第${no}条_依据`, evidence })),
  ...rectifications.flatMap(({ no, steps }, index) => {
    const problem = `${rectificationFolder}/${index + 1}${no === null ? '' : `_第${no}条`}`
    return [
      { path: `${problem}_整改前`, evidence: steps.flatMap(({ before }) => before) },
      { path: `${problem}_整改后`, evidence: steps.flatMap(({ after }) => after) },
    ]
  }),
]

const decisionOf = (objection: Objection, index: number): InspectionPageSource['objections'][number]['decision'] => {
  const { decision, score } = objection
  if (decision === null) return null
  return {
    words: outcomeWords(decision.outcome, said(score), said(decision.score)),
    reason: decision.reason,
    by: decision.byName,
    on: dayFromInstant(decision.at),
    document: decisionPath(objection, index),
  }
}

const outcomeWords = (outcome: NonNullable<Objection['decision']>['outcome'], former: string, score: string): string => {
  switch (outcome) {
    case 'upheld':
      return `异议成立，${former}分改为${score}分`
    case 'partly':
      return `异议部分成立，${former}分改为${score}分`
    case 'refused':
      return `异议不成立，维持${former}分`
  }
}

const stepWords: Readonly<Record<Rectification['steps'][number]['kind'], string>> = {
  plan: '写了整改措施',
  approve: '批准了措施',
  report: '报告整改情况',
  accept: '复核认可',
  return: '复核要求再改',
}

const decisionPath = ({ no }: Objection, index: number): string => `${objectionFolder}/${index + 1}_第${no}条_异议处理决定.pdf`

const decisionsOf = async (db: Db, beneath: Beneath, objections: readonly Objection[]) => {
  const papers: { readonly path: string; readonly paper: NamedPaper['paper'] }[] = []
  for (const [index, objection] of objections.entries()) {
    const found = await findDecision(db, beneath, objection)
    if (found !== undefined) papers.push({ path: decisionPath(objection, index), paper: found.paper })
  }
  return papers
}

const said = (score: number): string => formatPoints(toPoints(score))
