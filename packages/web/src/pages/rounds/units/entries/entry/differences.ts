import { sayDay } from '@zicha/core'
import type { LedgerEntry } from '../../../../../api/contract.ts'
import { countsAsOf, draftOf } from '../entry-draft.ts'
import type { EntryDraft } from '../entry-draft.ts'

/** One thing that two people filled in differently. `theirs` puts the other's value into the draft. */
export type Difference = {
  readonly name: string
  readonly mine: string
  readonly other: string
  readonly theirs: Partial<EntryDraft>
}

/** Field by field, what stands on this page against what is stored now. */
export const differencesOf = (draft: EntryDraft, current: LedgerEntry): readonly Difference[] => {
  const stored = draftOf(current)
  const all: readonly Difference[] = [
    { name: '活动', mine: countsAsOf(draft).join('、'), other: countsAsOf(stored).join('、'), theirs: { kind: stored.kind, also: stored.also } },
    { name: '日期', mine: draft.on === null ? '没有选' : sayDay(draft.on), other: sayDay(current.happenedOn), theirs: { on: stored.on } },
    { name: '标题', mine: draft.title ?? '', other: current.title, theirs: { title: stored.title } },
    { name: '参加人数', mine: people(draft.people), other: people(stored.people), theirs: { people: stored.people } },
    { name: '说明', mine: words(draft.note), other: words(stored.note), theirs: { note: stored.note } },
    { name: '材料', mine: evidence(draft), other: evidence(stored), theirs: { files: stored.files, references: stored.references } },
  ]
  return all.filter((one) => one.mine !== one.other)
}

const people = (count: string): string => (count.trim() === '' ? '没有填' : `${count.trim()}人`)
const words = (text: string): string => (text.trim() === '' ? '没有写' : text.trim())

const evidence = (draft: EntryDraft): string => {
  const written = draft.references.map((one) => one.reference.trim()).filter((one) => one !== '')
  const files = draft.files.length === 0 ? [] : [`${draft.files.length}件`]
  return [...files, ...written].join('、') || '没有'
}
