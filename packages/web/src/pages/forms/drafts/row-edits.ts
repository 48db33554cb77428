import type { DraftItem } from '../../../api/form-drafts.ts'
import { startWork } from './row-work.ts'
import type { RowWork } from './row-work.ts'

/** What was changed in a row on one version of it and is not saved; `older`: on a version before, which others have passed. */
export type RowEdit = { readonly version: number; readonly work: RowWork; readonly older?: RowWork; readonly taken?: boolean }
export type Edits = Readonly<Record<number, RowEdit>>
export const noEdits: Edits = {}

/** The edit of a row as it is now: what was changed on another version of it is older, and never shown by itself. */
export const editOf = (edits: Edits, item: DraftItem): { readonly now: RowEdit | undefined; readonly older: RowWork | undefined } => {
  const edit = edits[item.no]
  if (edit === undefined) return { now: undefined, older: undefined }
  if (edit.version === item.version) return { now: edit, older: edit.older }
  // Saved by this person elsewhere: nothing of it is lost.
  const isThere = JSON.stringify(edit.work) === JSON.stringify(startWork(item))
  return { now: undefined, older: isThere ? edit.older : edit.work }
}

const passed = 0
const put = (edits: Edits, no: number, edit: RowEdit | undefined): Edits => {
  const { [no]: _, ...others } = edits
  return edit === undefined ? others : { ...others, [no]: edit }
}
const withOlder = (older: RowWork | undefined): { readonly older?: RowWork } => (older === undefined ? {} : { older })

export const changeRow = (edits: Edits, item: DraftItem, work: RowWork): Edits => {
  const { now, older } = editOf(edits, item)
  return put(edits, item.no, { ...now, version: item.version, work, ...withOlder(older) })
}

/** Saved: what waits from before it goes on waiting. */
export const savedRow = (edits: Edits, item: DraftItem): Edits => {
  const { older } = editOf(edits, item)
  return put(edits, item.no, older === undefined ? undefined : { version: passed, work: older })
}

/** The own words of before, on the row as it is now; what was changed on it meanwhile waits in their place. */
export const takeUpRow = (edits: Edits, item: DraftItem): Edits => {
  const { now, older } = editOf(edits, item)
  return older === undefined ? edits : put(edits, item.no, { version: item.version, work: older, taken: true, ...withOlder(now?.work) })
}

/** Looks at the newer words again; the own wait. */
export const putAwayRow = (edits: Edits, item: DraftItem): Edits => {
  const { now, older } = editOf(edits, item)
  if (now === undefined) return edits
  return put(edits, item.no, older === undefined ? { version: passed, work: now.work } : { version: item.version, work: older, older: now.work })
}

export const dropOlderRow = (edits: Edits, item: DraftItem): Edits => {
  const { now } = editOf(edits, item)
  return put(edits, item.no, now === undefined ? undefined : { version: now.version, work: now.work, ...(now.taken === true ? { taken: true } : {}) })
}
