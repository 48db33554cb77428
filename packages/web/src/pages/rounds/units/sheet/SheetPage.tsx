import { formatPoints, subtract, toPoints } from '@zicha/core'
import { useDeferredValue, useEffect, useRef, useState } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { documentAddress } from '../../../../api/documents.ts'
import { placePath } from '../../../../api/names.ts'
import { untilWords, dayWords } from '../../../../ui/day-words.ts'
import { pointsText } from '../../../../ui/Mark.tsx'
import { Awaited, Empty } from '../../../../ui/states.tsx'
import { useWide } from '../../../../ui/use-wide.ts'
import { usePlace } from '../../../place.ts'
import { useSignedIn } from '../../../SignedIn.tsx'
import { newEntryAddress } from '../entries/new-entry-address.ts'
import { TakeAlong } from '../papers/TakeAlong.tsx'
import { KeptHere } from '../reckoned/KeptHere.tsx'
import { UnitFrame } from '../UnitFrame.tsx'
import { isShown, standingWords } from './sheet-rows.ts'
import type { Show } from './sheet-rows.ts'
import { SheetList } from './SheetList.tsx'
import { SinceLastLook } from './SinceLastLook.tsx'
import { SheetTable } from './SheetTable.tsx'
import { useSheetKeys } from './use-sheet-keys.ts'
import { useSheet } from './use-sheet.ts'
import './sheet.css'

const shows: readonly { readonly show: Show; readonly name: string }[] = [
  { show: 'all', name: '全部' },
  { show: 'lost', name: '失分' },
  { show: 'unanswered', name: '未答' },
  { show: 'lacking', name: '缺材料' },
]

/** The thirty items with their marks and why; `?item=5` opens one, `?show=lost` keeps those that lost. */
export const SheetPage = () => {
  const place = usePlace()
  const sheet = useSheet(place)
  return (
    <UnitFrame title="自查表">
      <Awaited query={sheet}>{(data) => <Sheet data={data} />}</Awaited>
    </UnitFrame>
  )
}

type SheetData = NonNullable<ReturnType<typeof useSheet>['data']>

const Sheet = ({ data }: { readonly data: SheetData }) => {
  const place = usePlace()
  const here = placePath(place)
  const navigate = useNavigate()
  const wide = useWide(1000)
  const { role } = useSignedIn().user
  const isOwn = role === 'clerk' || role === 'secretary'
  const [params, setParams] = useSearchParams()
  const [word, setWord] = useState('')
  const sought = useDeferredValue(word.trim())
  const find = useRef<HTMLInputElement>(null)
  const { rows, form, score, assessment } = data
  const show = shows.find((one) => one.show === params.get('show'))?.show ?? 'all'
  const open = params.get('item') === null ? null : Number(params.get('item'))
  const shown = rows.filter((row) => isShown(row, show, sought) || row.item.no === open)
  const standing = standingWords(rows)
  const toDate = toPoints(data.lostToDate)
  const notDue = subtract(standing.lost, toDate)
  const writes = assessment.editable && isOwn

  const set = (changes: Readonly<Record<string, string | null>>) =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before)
        for (const [name, value] of Object.entries(changes)) {
          if (value === null) after.delete(name)
          else after.set(name, value)
        }
        return after
      },
      { replace: true, preventScrollReset: true },
    )
  const toggle = (no: number) => set({ item: no === open ? null : String(no) })
  const recordFor = (no: number | null) => {
    const row = rows.find((one) => one.item.no === no)
    const kind = row?.criteria.flatMap((one) => one.counted.flatMap((part) => part.fedBy)).at(0)
    void navigate(kind === undefined ? `${here}/entries/new` : newEntryAddress(here, { kind, on: data.today }))
  }
  useSheetKeys({
    open,
    close: () => set({ item: null }),
    openAt: (no) => set({ item: String(no) }),
    find: () => find.current?.focus(),
    record: recordFor,
    writes,
  })
  // Opened from another page: the row is brought into sight once.
  const arrived = useRef(open)
  useEffect(() => {
    if (arrived.current !== null) document.getElementById(`item-${arrived.current}`)?.scrollIntoView({ block: 'start' })
    arrived.current = null
  }, [])

  const shared = { rows: shown, form, score, open, onToggle: toggle, place, today: data.today, year: assessment.year, writes }
  return (
    <>
      <div className="head">
        <div>
          <h1>{assessment.year}年度自查表</h1>
          <p>
            {isOwn ? `${assessment.unit.name}，` : ''}
            {dayWords(assessment.dueOn, assessment.year)}截止
            {assessment.editable ? `，${untilWords(data.today, assessment.dueOn)}` : ''}
          </p>
        </div>
        <div className="acts sheet-acts">
          <a className="button" href={documentAddress(place, 'docx')}>
            下载Word
          </a>
          <Link className="button" to={`${here}/document`}>
            打印预览
          </Link>
          {role === 'secretary' && assessment.editable ? (
            <Link className="button primary" to={`${here}/submit`}>
              提交前核对
            </Link>
          ) : null}
        </div>
      </div>
      <div className="sum">
        <p className="now">
          <b>{pointsText(score.total)}</b>分
        </p>
        <p>
          {toDate === 0 ? '到今天没有失分。' : <>到今天已失<em className="miss nw">{formatPoints(toDate)}分</em>。</>}
          {notDue > 0 ? `没到期的先按缺算，共${formatPoints(notDue)}分。` : null}
          <br />
          {standing.open}
        </p>
        <KeptHere kept={data.kept} />
        <nav className="pick" aria-label="只看">
          {shows.map((one) => (
            <button key={one.show} type="button" aria-pressed={one.show === show} onClick={() => set({ show: one.show === 'all' ? null : one.show })}>
              {one.name}
              {rows.filter((row) => isShown(row, one.show, '')).length}条
            </button>
          ))}
        </nav>
        <input
          ref={find}
          className="input find-item"
          type="search"
          aria-label="找一条"
          aria-keyshortcuts="/"
          placeholder={wide ? '找一条，按 / 键' : '找一条'}
          value={word}
          onChange={(event) => setWord(event.target.value)}
        />
      </div>
      {isOwn ? <SinceLastLook place={place} form={form} entries={data.entries} onOpen={(no) => set({ item: String(no) })} /> : null}
      {shown.length === 0 ? (
        <Empty title={sought === '' ? `没有${shows.find((one) => one.show === show)?.name ?? ''}的条目` : `没有查到“${sought}”`}>
          {sought === '' ? '看全部30条，或回首页。' : '换个词，或填条目的号。'}
        </Empty>
      ) : wide ? (
        <SheetTable {...shared} />
      ) : (
        <SheetList {...shared} />
      )}
      <div className="more-with after">
        <TakeAlong place={place} />
      </div>
      {wide ? (
        <p className="keys note" aria-hidden="true">
          <span>
            <kbd>j</kbd>
            <kbd>k</kbd>上下
          </span>
          <span>
            <kbd>Enter</kbd>展开
          </span>
          {writes ? (
            <>
              <span>
                <kbd>e</kbd>改分
              </span>
              <span>
                <kbd>n</kbd>记一笔
              </span>
            </>
          ) : null}
          <span>
            <kbd>/</kbd>找
          </span>
          <span>
            <kbd>Esc</kbd>收起
          </span>
        </p>
      ) : null}
    </>
  )
}
