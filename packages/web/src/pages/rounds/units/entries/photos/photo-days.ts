import { checkDayHasCome, kindsNamedIn, readPhotoName, sayDay } from '@zicha/core'
import type { EntryKind } from '@zicha/core'
import type { ImportBody, LedgerEntry } from '../../../../../api/contract.ts'
import type { Prepared } from '../../../../../evidence/send-evidence.ts'
import { daysBetween, today } from '../../../../../ui/day-words.ts'

/** A chosen photo: where it lay, the day it proposes, and its bytes once they are shrunk and stripped. */
export type Photo = {
  readonly key: string
  readonly path: string
  /** From the camera, else from the name; null: a person says it. */
  readonly day: string | null
  readonly title: string
  readonly ready: Prepared | null
}

/** What a person changed of a day; what is not here stays as it was proposed. */
export type DayEdit = {
  readonly day?: string
  /** Id of the record that the photos go to; null: a new one. */
  readonly target?: string | null
  readonly title?: string
  readonly kind?: string
  readonly left?: boolean
}

/** The photos of one day and one matter, as they would come along. */
export type PhotoDay = {
  readonly key: string
  /** Without those that a record holds already. */
  readonly photos: readonly Photo[]
  /** Photos that a record holds already, with that record: they come no second time. */
  readonly held: readonly { readonly photo: Photo; readonly entry: LedgerEntry }[]
  readonly day: string | null
  /** Records near that day, the nearest first, to which they might belong. */
  readonly near: readonly LedgerEntry[]
  readonly target: LedgerEntry | null
  readonly title: string
  readonly countsAs: readonly string[]
  readonly lack: string | null
  readonly chosen: boolean
}

export type PhotoYear = { readonly year: number; readonly entries: readonly LedgerEntry[]; readonly kinds: readonly EntryKind[] }

/** A record this many days away may still be meant: photos are taken on the day, but saved and sent on others. */
const nearDays = 7
/** As many as one record may name; the server's limit. */
const mostFiles = 60

export const photoFrom = (key: string, path: string, captured: string | null, year: number): Photo => {
  const { day, title } = readPhotoName(path, year)
  return { key, path, day: captured ?? day, title, ready: null }
}

/**
 * One line for each day and matter, in the order of the days that the photos propose, so that no line moves under the
 * hand that dates it; those without a day last, each photo by itself.
 */
export const photoDaysOf = (photos: readonly Photo[], edits: ReadonlyMap<string, DayEdit>, known: PhotoYear): readonly PhotoDay[] => {
  const groups = new Map<string, Photo[]>()
  for (const photo of photos) {
    const key = photo.day === null && photo.title === '' ? photo.key : `${photo.day ?? ''}\n${photo.title}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [photo])
    else group.push(photo)
  }
  return [...groups]
    .sort(([, a], [, b]) => (a[0]?.day ?? '9').localeCompare(b[0]?.day ?? '9'))
    .map(([key, group]) => photoDay(key, group, edits.get(key) ?? {}, known))
}

const photoDay = (key: string, all: readonly Photo[], edit: DayEdit, known: PhotoYear): PhotoDay => {
  const held = all.flatMap((photo) => {
    const entry = holderOf(photo, known.entries)
    return entry === undefined ? [] : [{ photo, entry }]
  })
  const photos = all.filter((photo) => !held.some((one) => one.photo === photo))
  const day = edit.day ?? all[0]?.day ?? null
  const written = all[0]?.title ?? ''
  const near = day === null ? [] : nearEntries(day, known.entries)
  const named = kindsNamedIn(written, known.kinds)
  const target = edit.target === undefined ? likelyTarget(day, written, named, near) : (near.find(({ id }) => id === edit.target) ?? null)
  const countsAs = target !== null ? target.countsAs : edit.kind !== undefined ? (edit.kind === '' ? [] : [edit.kind]) : named
  const title = target !== null ? target.title : (edit.title ?? written)
  const whole = { key, photos, held, day, near, target, title, countsAs }
  const lack = lackOf(whole, known.year)
  return { ...whole, lack, chosen: lack === null && edit.left !== true }
}

/** The record that names the photo as it would be sent: shrunk the same way it has the same hash. */
const holderOf = ({ ready }: Photo, entries: readonly LedgerEntry[]): LedgerEntry | undefined =>
  ready?.kind === 'ready' ? entries.find(({ evidence = [] }) => evidence.some((one) => 'sha256' in one && one.sha256 === ready.sha256)) : undefined

/** The same day's record comes first by itself, unless what was written beside the photos names another matter. */
const likelyTarget = (day: string | null, written: string, named: readonly string[], near: readonly LedgerEntry[]): LedgerEntry | null => {
  const same = near.filter((entry) => entry.happenedOn === day)
  if (written === '') return same[0] ?? null
  const meant = (entry: LedgerEntry) => entry.title.includes(written) || named.some((kind) => entry.countsAs.includes(kind))
  return same.find(meant) ?? null
}

const nearEntries = (day: string, entries: readonly LedgerEntry[]): readonly LedgerEntry[] =>
  entries
    .filter((entry) => Math.abs(daysBetween(entry.happenedOn, day)) <= nearDays)
    .sort((a, b) => Math.abs(daysBetween(a.happenedOn, day)) - Math.abs(daysBetween(b.happenedOn, day)))

type Whole = Omit<PhotoDay, 'lack' | 'chosen'>

/** Why a day cannot come along yet; null where it can. */
const lackOf = ({ photos, held, day, target, title, countsAs }: Whole, year: number): string | null => {
  const [holder] = held
  if (photos.length === 0 && holder !== undefined) return heldWords(holder.entry)
  const usable = photos.filter(({ ready }) => ready?.kind !== 'refused')
  if (usable.length === 0) return '没有一张能打开。'
  if (target === null && day === null) return '看不出是哪天拍的，选实际开展的那一天。'
  if (target === null && day !== null && !day.startsWith(`${year}-`)) return `日期不在${year}年度内，请改日期，或不导入。`
  const [notYet] = target === null && day !== null ? checkDayHasCome(day, today()) : []
  if (notYet !== undefined) return notYet.message
  const files = usable.length + (target?.evidence?.length ?? 0)
  if (files > mostFiles) return `一条记录最多放${mostFiles}份材料，这里有${files}份。请分开选，一次少选几张。`
  if (target === null && countsAs.length === 0) return '还没有活动类型，选一个，或加到已有的记录。'
  return target === null && title.trim() === '' ? '还没有标题。' : null
}

/** 已经在8月18日“集中学习”里，不用再放。 */
export const heldWords = ({ happenedOn, title }: LedgerEntry): string => `已经在${sayDay(happenedOn)}“${title}”里，不用再放。`

/** What is sent, and which photos then go out: each once, also where the same picture was chosen twice. */
export const importOf = (days: readonly PhotoDay[]): { readonly body: ImportBody; readonly photos: readonly Ready[] } => {
  const taken = new Map<string, Ready>()
  const entries: ImportBody['entries'] = []
  const additions: NonNullable<ImportBody['additions']> = []
  for (const { photos, day, target, title, countsAs } of days.filter(({ chosen }) => chosen)) {
    const ready = photos.flatMap((photo) => (photo.ready?.kind === 'ready' ? [photo.ready] : []))
    for (const one of ready) taken.set(one.sha256, one)
    const evidence = [...new Set(ready.map(({ sha256 }) => sha256))]
    if (evidence.length === 0) continue
    if (target !== null) addTo(additions, target.id, evidence)
    else if (day !== null) {
      entries.push({ countsAs: [...countsAs], title: title.trim(), happenedOn: day, evidence: evidence.map((sha256) => ({ sha256 })) })
    }
  }
  const total = [...taken.values()]
  return { body: { fileName: `${total.length}张照片`, entries, ...(additions.length === 0 ? {} : { additions }) }, photos: total }
}

type Ready = Extract<Prepared, { readonly kind: 'ready' }>

/** Two days that go to one record go there together. */
const addTo = (additions: { entry: string; evidence: string[] }[], entry: string, evidence: readonly string[]): void => {
  const former = additions.find((one) => one.entry === entry)
  if (former === undefined) additions.push({ entry, evidence: [...evidence] })
  else former.evidence = [...new Set([...former.evidence, ...evidence])]
}

/** 选了12张照片，分成4天，勾上的3天会导入，1天要补。 */
export const photoWords = (photos: readonly Photo[], days: readonly PhotoDay[]): string => {
  const held = days.filter(({ photos, held }) => photos.length === 0 && held.length > 0).length
  const lacking = days.filter(({ lack }) => lack !== null).length - held
  const chosen = days.filter((day) => day.chosen).length
  return [`选了${photos.length}张照片，分成${days.length}组`, `勾上的${chosen}组会导入`, ...(lacking === 0 ? [] : [`${lacking}组还要你说一下`]), ...(held === 0 ? [] : [`${held}组已经有了`])].join('，')
}
