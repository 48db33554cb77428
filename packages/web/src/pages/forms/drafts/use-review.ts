import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { useReadDraftAnew, useSettleRow } from '../../../api/form-drafts.ts'
import type { DraftItem, FormDraft, SettledRow } from '../../../api/form-drafts.ts'
import type { RequestProblem } from '../../../api/problem.ts'
import { useKeptTyping } from '../../../ui/use-kept-typing.ts'
import { useSignedIn } from '../../SignedIn.tsx'
import { changeRow, dropOlderRow, editOf, noEdits, putAwayRow, savedRow, takeUpRow } from './row-edits.ts'
import type { Edits } from './row-edits.ts'
import { isOpen, rowFaults, rowOf, startWork } from './row-work.ts'
import type { RowWork } from './row-work.ts'

/** Two people settled one row: mine as I had it, theirs as it stands. */
export type Clash = { readonly no: number; readonly mine: SettledRow; readonly theirs: DraftItem }

type Saved = { readonly no: number; readonly before: SettledRow }

/** The next row that waits for a person: after this one, else from the beginning. */
export const nextOpen = (items: readonly DraftItem[], after: number): DraftItem | undefined => {
  const open = items.filter((item) => isOpen(item) && item.no !== after)
  return open.find(({ no }) => no > after) ?? open[0]
}

/** Which row is looked at, what was changed in it, what was saved last. Saved as one goes; what is not sound yet waits here. */
export const useReview = (draft: FormDraft) => {
  const [search, setSearch] = useSearchParams()
  const settle = useSettleRow(draft.id)
  const readAnew = useReadDraftAnew(draft.id)
  // A row that is not sound yet waits on this device, also while the page is away.
  const { user } = useSignedIn()
  const typing = useKeptTyping<Edits>({ username: user.username, thing: `draft.${draft.id}`, base: '1' }, noEdits)
  const edits = typing.value
  const setEdits = typing.change
  const [saved, setSaved] = useState<readonly Saved[]>([])
  const [clash, setClash] = useState<Clash | null>(null)
  const [pressed, setPressed] = useState(false)
  const editable = draft.published === null

  const asked = search.get('item')
  const start = editable ? draft.items.find(isOpen) : undefined
  const current = asked === 'publish' ? undefined : (draft.items.find(({ no }) => String(no) === asked) ?? start)
  const { now: edit, older } = current === undefined ? { now: undefined, older: undefined } : editOf(edits, current)
  const isEdited = edit !== undefined
  const work = current === undefined ? undefined : (edit?.work ?? startWork(current))
  const become = (next: (edits: Edits, item: DraftItem) => Edits) => () => {
    if (current !== undefined) setEdits((before) => next(before, current))
  }

  const show = (to: number | 'publish') => {
    setPressed(false)
    setSearch({ item: String(to) }, { replace: current === undefined && asked === null })
  }
  const save = (item: DraftItem, row: SettledRow, then: (saved: DraftItem) => void, undoing = false) => {
    settle.mutate(
      { no: item.no, version: item.version, row },
      {
        onSuccess: (answer) => {
          if (!undoing) setSaved((before) => [...before, { no: item.no, before: { criteria: item.criteria, leftOut: item.leftOut ?? [], points: item.points, settled: item.settled !== null } }])
          setEdits((before) => savedRow(before, item))
          then(answer)
        },
        onError: (problem: RequestProblem) => {
          if (problem.kind === 'stale') void readAnew().then((now) => setClash({ no: item.no, mine: row, theirs: itemOf(now, item) }))
        },
      },
    )
  }
  /** Away from a row: what was changed in it and is sound is saved; what is not waits. */
  const go = (to: number | 'publish') => {
    if (current !== undefined && work !== undefined && isEdited && editable && rowFaults(current, work).length === 0) save(current, rowOf(current, work), () => undefined)
    show(to)
  }
  const onward = (answer: DraftItem) => {
    // A sum of the whole table is put right where the table is published, not in the row that it is told at.
    if (isOpen(answer) && !answer.open.every((reason) => /合起来/u.test(reason) && !reason.startsWith('各评分点'))) return
    show(nextOpen(draft.items, answer.no)?.no ?? 'publish')
  }
  return {
    current,
    work,
    isEdited,
    /** What was changed before somebody else saved this row: taken up again or dropped, never lost without a word. */
    kept: {
      older: older === undefined || !editable ? undefined : { takeUp: become(takeUpRow), drop: become(dropOlderRow) },
      taken: edit?.taken === true ? { putAway: become(putAwayRow) } : undefined,
    },
    editable,
    clash,
    problem: settle.error !== null && settle.error.kind !== 'stale' ? settle.error : null,
    isSaving: settle.isPending,
    pressed,
    canUndo: saved.length > 0,
    go,
    change: (changed: RowWork) => {
      if (current !== undefined) setEdits((before) => changeRow(before, current, changed))
    },
    /** 这样读，看下一处. */
    accept: () => {
      if (current === undefined || work === undefined || !editable || settle.isPending) return
      setPressed(true)
      if (rowFaults(current, work).length === 0) save(current, rowOf(current, work), onward)
    },
    step: (by: 1 | -1) => {
      const at = draft.items.findIndex(({ no }) => no === current?.no)
      const next = draft.items[current === undefined ? (by === 1 ? 0 : draft.items.length - 1) : at + by]
      if (next !== undefined) go(next.no)
    },
    undo: () => {
      const last = saved.at(-1)
      const item = draft.items.find(({ no }) => no === last?.no)
      if (last === undefined || item === undefined || settle.isPending) return
      setSaved(saved.slice(0, -1))
      save(item, last.before, () => show(item.no), true)
    },
    resolve: (keep: 'mine' | 'theirs') => {
      if (clash === null) return
      setClash(null)
      if (keep === 'mine') save(clash.theirs, clash.mine, onward)
      else setEdits(({ [clash.no]: _, ...others }) => others)
    },
  }
}

const itemOf = (draft: FormDraft, item: DraftItem): DraftItem => draft.items.find(({ no }) => no === item.no) ?? item
