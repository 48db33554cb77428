import { sum, toDecimal, toPoints } from '@zicha/core'
import type { InspectionAnswer } from '../../../../api/contract.ts'
import type { Place } from '../../../../api/names.ts'
import { isUnsent } from '../../../../outbox/item.ts'
import type { QueuedItem } from '../../../../outbox/item.ts'
import { isSiteAct } from '../../../../outbox/site-acts.ts'
import type { InspectAct, SitePhotoAct } from '../../../../outbox/site-acts.ts'

type Person = { readonly username: string; readonly name: string }
type Item = InspectionAnswer['items'][number]

export type LocalMarks = {
  /** The inspection as it is with what this device still has. */
  readonly inspection: InspectionAnswer
  /** Items with something of this person that the server does not have yet, each with the one that needs a look first. */
  readonly waiting: ReadonlyMap<number, QueuedItem>
  readonly photosOf: (no: number) => readonly (QueuedItem & { readonly act: SitePhotoAct })[]
}

/**
 * The inspection with the own marks that wait here laid over it. A mark that was sent counts until the server's copy
 * that is shown has it: the copy may be older than the sending.
 */
export const withLocalMarks = (inspection: InspectionAnswer, queue: readonly QueuedItem[], place: Place, person: Person): LocalMarks => {
  const here = queue.filter((item) => isSiteAct(item.act) && item.place.round === place.round && item.place.unit === place.unit)
  const items = inspection.items.map((item) => withSeen(withMark(item, lastMark(here, item, person), person), here, person))
  const waiting = new Map<number, QueuedItem>()
  for (const item of here.filter(isUnsent)) {
    if (!isSiteAct(item.act)) continue
    const before = waiting.get(item.act.no)
    if (before === undefined || (before.state.kind !== 'stuck' && item.state.kind === 'stuck')) waiting.set(item.act.no, item)
  }
  const isChanged = items.some((item, index) => item !== inspection.items[index])
  return {
    inspection: isChanged ? { items, total: totalOf(items) } : inspection,
    waiting,
    photosOf: (no) =>
      here.flatMap((item) => {
        const { act } = item
        return act.kind === 'site_photo' && act.no === no && (isUnsent(item) || !isThere(inspection, act, person)) ? [{ ...item, act }] : []
      }),
  }
}

const isThere = (inspection: InspectionAnswer, act: SitePhotoAct, { username }: Person): boolean =>
  inspection.items.some(({ no, photos }) => no === act.no && photos.some(({ sha256, by }) => sha256 === act.sha256 && by === username))

type LastMark = { readonly act: InspectAct; readonly version: number }
const lastMark = (here: readonly QueuedItem[], item: Item, { username }: Person): LastMark | undefined => {
  const last = here.findLast(({ act }) => act.kind === 'inspect' && act.no === item.no)
  if (last?.act.kind !== 'inspect') return undefined
  const known = item.scores.find(({ inspector }) => inspector === username)?.version ?? 0
  if (last.state.kind !== 'sent') return { act: last.act, version: known }
  const version = last.state.version ?? 1
  return version > known && last.state.lacking === undefined ? { act: last.act, version } : undefined
}

const withMark = (item: Item, last: LastMark | undefined, { username, name }: Person): Item => {
  if (last === undefined) return item
  const { score, reason = null, remark = null } = last.act.body
  const before = item.scores.find(({ inspector }) => inspector === username)
  const own = { inspector: username, name, score, reason, remark, version: last.version }
  const scores = [...item.scores.filter((one) => one !== before), own].toSorted((a, b) => (a.inspector < b.inspector ? -1 : 1))
  const agreed = scores.every((one) => toPoints(one.score) === toPoints(score))
  return { ...item, scores, score: item.settled?.score ?? (agreed ? score : null) }
}

const withSeen = (item: Item, here: readonly QueuedItem[], { username }: Person): Item => {
  let { seen } = item
  for (const { act, state } of here) {
    if (act.kind !== 'seen' || act.no !== item.no || state.kind === 'sent') continue
    const others = seen.filter(({ entry, by }) => entry !== act.entry || by !== username)
    seen = act.seen ? [...others, { entry: act.entry, by: username }] : others
  }
  return seen === item.seen ? item : { ...item, seen }
}

const totalOf = (items: readonly Item[]): number | null => {
  const scores = items.flatMap(({ score }) => (score === null ? [] : [toPoints(score)]))
  return scores.length === 0 ? null : toDecimal(sum(scores))
}

/** The version that a change of the own mark is made on; none where only this device has one. */
export const baseOf = (item: Item, { username }: Pick<Person, 'username'>): number | 'none' => {
  const version = item.scores.find(({ inspector }) => inspector === username)?.version ?? 0
  return version === 0 ? 'none' : version
}
