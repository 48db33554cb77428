import { askedParts, eyesReasons, orderByEyes } from '@zicha/core'
import type { EyesReason, ItemToSee } from '@zicha/core'
import type { GroupsAnswer } from '../../../../api/contract.ts'
import type { Inspecting } from './use-inspecting.ts'

/** What is known of each item before anybody looks at it. */
export const itemsToSee = (data: Inspecting): readonly ItemToSee[] =>
  data.inspection.items.map((item): ItemToSee => {
    const criteria = data.form.criteria.filter((criterion) => criterion.item === item.no)
    const answers = data.score.criteria.filter(({ id }) => criteria.some((criterion) => criterion.id === id))
    const ids = new Set(answers.flatMap(({ entries }) => entries))
    return {
      no: item.no,
      differing: item.settled === null && item.score === null && item.scores.length > 1,
      override: answers.some(({ override }) => override !== undefined),
      claimed: criteria.some((criterion) => {
        const answer = answers.find(({ id }) => id === criterion.id)
        return (answer?.score ?? 0) > 0 && askedParts(criterion, data.unit).some(({ key }) => data.facts.facts[key] !== undefined)
      }),
      unanswered: answers.some(({ status, override }) => status === 'unanswered' && override === undefined),
      records: data.records
        .filter(({ id }) => ids.has(id))
        .map((record) => ({ evidence: record.evidence?.length ?? 0, missing: record.missing.length, late: record.late })),
    }
  })

const words: Readonly<Record<EyesReason, string>> = {
  differing: '两人打的分不同',
  override: '学校自己改了分',
  no_record: '自己答的，没有记录',
  no_evidence: '有记录没材料',
  late: '有补录的',
  unanswered: '有没答的',
}

export type Eyes = {
  /** Item numbers in the order they are gone through. */
  readonly order: readonly number[]
  readonly own: ReadonlySet<number>
  /** Why each needs eyes, in words; empty where it does not. */
  readonly why: ReadonlyMap<number, readonly string[]>
}

export const eyesOf = (data: Inspecting, own: ReadonlySet<number>): Eyes => {
  const items = itemsToSee(data)
  return { order: orderByEyes(items, own), own, why: new Map(items.map((item) => [item.no, eyesReasons(item).map((reason) => words[reason])])) }
}

/** The items of the own duties; empty where duties are not shared out, or all are one's own. */
export const ownItems = (groups: GroupsAnswer | undefined, data: Pick<Inspecting, 'form'>, of: { readonly unit: string; readonly username: string }): ReadonlySet<number> => {
  const group = groups?.groups.find(({ visits, members }) => visits.some(({ unit }) => unit === of.unit) && members.some(({ username }) => username === of.username))
  const sections = group?.members.find(({ username }) => username === of.username)?.sections ?? []
  return new Set(data.form.items.filter((item) => sections.includes(item.section)).map(({ no }) => no))
}
