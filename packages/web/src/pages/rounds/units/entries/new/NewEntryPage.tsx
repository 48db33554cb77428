import { sayDay } from '@zicha/core'
import { useEffect, useState } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import type { EntryBody, LastYear, LedgerEntry } from '../../../../../api/contract.ts'
import { useLastYear } from '../../../../../api/last-year.ts'
import { newId, placePath } from '../../../../../api/names.ts'
import { useOutbox, useStorageTrouble } from '../../../../../outbox/use-outbox.ts'
import { ColumnFrame } from '../../../../../ui/Frame.tsx'
import { NoticeLine } from '../../../../../ui/NoticeLine.tsx'
import { Awaited, Empty } from '../../../../../ui/states.tsx'
import { today } from '../../../../../ui/day-words.ts'
import { useOnline } from '../../../../../ui/use-online.ts'
import { TaskBar } from '../../../../../ui/TopBar.tsx'
import { usePlace } from '../../../../place.ts'
import { useSignedIn } from '../../../../SignedIn.tsx'
import { requestAddress } from '../../requests/request-address.ts'
import { emptyDraft } from '../entry-draft.ts'
import type { EntryDraft } from '../entry-draft.ts'
import { EntryForm } from '../EntryForm.tsx'
import type { EntryKnown } from '../EntryForm.tsx'
import { keepDraft, readKeptDraft } from '../kept-draft.ts'
import { sameMonthBefore, sayYearBefore } from '../last-year-together.ts'
import { lackingWords } from '../lacking-words.ts'
import { readEntryStart } from '../new-entry-address.ts'
import type { EntryStart } from '../new-entry-address.ts'
import { savedSentence } from '../saved-sentence.ts'
import { savedState } from '../SavedEntry.tsx'
import { useEntryKnown } from '../use-entry-known.ts'
import { loadAhead } from './load-ahead.ts'

/** 记一笔: half a minute from a due card to a stored record. */
export const NewEntryPage = () => {
  const place = usePlace()
  const known = useEntryKnown(place)
  const lastYear = useLastYear(place)
  const [params] = useSearchParams()
  const [kept, setKept] = useState(false)
  useEffect(() => void loadAhead(), [])
  return (
    <ColumnFrame top={<TaskBar back={placePath(place)} title="记一笔" aside={kept ? '草稿已存本机' : ''} />}>
      <title>记一笔 · 自查通</title>
      <h1 className="unseen">记一笔</h1>
      <Awaited query={lastYear.isPending ? { ...known, data: undefined } : known}>
        {(data) =>
          data.assessment.editable ? (
            <NewEntry key={params.toString()} known={data} lastYear={lastYear.data?.items ?? []} start={readEntryStart(params)} onKept={setKept} />
          ) : (
            <Empty
              title="现在不能记"
              action={
                <Link className="button" to={placePath(place)}>
                  返回首页
                </Link>
              }
            >
              自查表已经提交，由局里退回后才能再记、再改。
            </Empty>
          )
        }
      </Awaited>
    </ColumnFrame>
  )
}

type NewEntryProps = {
  readonly known: EntryKnown
  readonly lastYear: LastYear['items']
  readonly start: EntryStart | null
  readonly onKept: (kept: boolean) => void
}

const NewEntry = (props: NewEntryProps) => {
  const { known, lastYear, start, onKept } = props
  const { place, past } = known
  const username = useSignedIn().user.username
  const navigate = useNavigate()
  const [resumed, setResumed] = useState(() => resumable(readKeptDraft(place, username), start))
  const [draft, setDraft] = useState<EntryDraft>(() => resumed ?? started(start, known.assessment.year))
  const [like, setLike] = useState(true)

  const change = (what: Partial<EntryDraft> | ((before: EntryDraft) => EntryDraft)) =>
    setDraft((before) => {
      const after = typeof what === 'function' ? what(before) : { ...before, ...what }
      onKept(keepDraft(place, username, after))
      return after
    })
  const last = draft.kind === null ? undefined : past.find((entry) => entry.countsAs[0] === draft.kind)
  const offer = last === undefined ? likeLastYear(draft, lastYear, known.kinds) : { words: `和${sayDay(last.happenedOn)}那次一样填`, fill: filledLike(last) }
  const startAnew = () => {
    keepDraft(place, username, null)
    onKept(false)
    setResumed(null)
    setDraft(started(start, known.assessment.year))
  }
  const trouble = useStorageTrouble()
  const online = useOnline()
  const { items } = useOutbox()
  // Said until something went through the outbox of this device once; what is wrong with the store itself, always.
  const told = trouble !== null && (items.length === 0 || !trouble.startsWith('没联网')) ? trouble : null
  const saved = (entry: EntryBody & { readonly id: string }, version: number | undefined) => {
    keepDraft(place, username, null)
    void navigate(placePath(place), {
      state: savedState({
        id: entry.id,
        title: entry.title,
        isNew: true,
        sentence: savedSentence(entry, known),
        ...(version === undefined ? {} : { version }),
      }),
    })
  }

  return (
    <>
      {resumed !== null ? (
        <NoticeLine
          link={
            <button type="button" className="tap end" onClick={startAnew}>
              重新填
            </button>
          }
        >
          接着上次没存完的填
        </NoticeLine>
      ) : offer !== null && like ? (
        <NoticeLine
          link={
            <button
              type="button"
              className="tap end"
              onClick={() => {
                change(offer.fill)
                setLike(false)
              }}
            >
              套用
            </button>
          }
        >
          {offer.words}
        </NoticeLine>
      ) : null}
      <EntryForm
        key={draft.id}
        known={known}
        draft={draft}
        onChange={change}
        onSaved={saved}
        lacking={lackingWords(known.form, start?.lacking)}
        below={
          draft.kind === null ? null : (
            <div className="field">
              <Link className="tap start" to={requestAddress(placePath(place), { kind: draft.kind })}>
                请同事补
              </Link>
            </div>
          )
        }
        barNote={online || trouble?.startsWith('没联网') === false ? (told ?? '没有网络也能保存；保存后可以撤销') : '现在没有网络，先存本机，上传前请不要清理浏览器缓存'}
      />
    </>
  )
}

/** A card without its own draft begins anew; without a card, whatever was left is taken up. */
const resumable = (kept: EntryDraft | null, start: EntryStart | null): EntryDraft | null =>
  kept !== null && (start === null || kept.kind === start.kind) ? kept : null

const started = (start: EntryStart | null, year: number): EntryDraft => {
  const now = today()
  const empty = emptyDraft(newId())
  if (start === null) return { ...empty, on: now.startsWith(`${year}-`) ? now : null }
  return {
    ...empty,
    kind: start.kind,
    on: start.on !== undefined && start.on.startsWith(`${year}-`) ? start.on : null,
    period: start.period ?? null,
    title: start.title ?? null,
  }
}

/** 和上次一样: who came, what else was done, where the paper lies; never the day, never the page. */
const filledLike = (last: LedgerEntry): Partial<EntryDraft> => ({
  also: last.countsAs.slice(1),
  people: last.people === undefined ? '' : String(last.people),
  references: (last.evidence ?? []).flatMap((one) =>
    'reference' in one
      ? [{ key: newId(), reference: one.reference.replace(/第?\s*\d+\s*页?$/u, '第'), place: one.place ?? '' }]
      : [],
  ),
})

/** The first of its kind this year is like last year's of the same month: in what else was done, never in who came. */
const likeLastYear = ({ kind, on }: EntryDraft, lastYear: LastYear['items'], kinds: EntryKnown['kinds']) => {
  const before = kind === null || on === null ? undefined : sameMonthBefore(kind, on, lastYear)
  if (before === undefined || on === null) return null
  const also = before.also.filter((one) => kinds.some(({ name }) => name === one))
  return { words: `${sayYearBefore(before.happenedOn, on)}${sayDay(before.happenedOn)}那次还做了${before.also.length}项`, fill: { also } }
}
