import { isLate } from '@zicha/core'
import type { EntryKind } from '@zicha/core'
import { useState } from 'react'
import type { LedgerEntry } from '../../../../../api/contract.ts'
import { Thumb } from '../../../../../evidence/Thumb.tsx'
import { dayWords, lastDayToRecord, today } from '../../../../../ui/day-words.ts'
import { itemWords, rowDay } from '../import/import-rows.ts'
import { heldWords } from './photo-days.ts'
import type { DayEdit, PhotoDay } from './photo-days.ts'

/** Thumbs that a row shows before it says how many more there are. */
const shownThumbs = 6

/** The photos of one day: what they become, why they cannot yet, and day, record, title and kind to be put right in place. */
export const PhotoDayRow = (props: {
  readonly day: PhotoDay
  readonly year: number
  readonly kinds: readonly EntryKind[]
  /** Criteria that the record feeds. */
  readonly feeds: readonly string[]
  readonly onChange: (change: DayEdit) => void
}) => {
  const { day, year, onChange } = props
  const { target, lack, held } = day
  const photos = [...day.photos, ...held.map(({ photo }) => photo)]
  const opens = day.photos.some(({ ready }) => ready?.kind !== 'refused')
  const [asked, setAsked] = useState(lack !== null)
  const open = asked && opens
  const shown = open ? photos.length : shownThumbs
  const when = rowDay(day.day, year)
  const name = `${when}${photos.length}张照片`
  const refused = photos.flatMap(({ ready, path }) => (ready?.kind === 'refused' ? [{ path, sentence: ready.sentence }] : []))
  return (
    <li className={day.chosen ? 'list-row' : 'list-row out'}>
      <label className="check">
        <input
          type="checkbox"
          aria-label={`导入${name}`}
          checked={day.chosen}
          disabled={lack !== null}
          onChange={(event) => onChange({ left: !event.target.checked })}
        />
      </label>
      <div>
        <p className="title">
          {day.photos.length === 0 ? `${when}拍的` : target !== null ? joinWords(target, year) : `${when}，${day.title === '' ? '记一条新的' : `新记：${day.title}`}`}
        </p>
        <p className="small grey">
          {day.photos.length > 0 && target !== null && target.happenedOn !== day.day ? `${when}拍的` : ''}
          {photos.length}张照片
          {day.countsAs.length === 0 || day.photos.length === 0 ? '' : `，算作${day.countsAs.join('、')}，${itemWords(props.feeds)}`}
          {target === null && day.day !== null && lack === null && isLate(day.day, today()) ? '，会标“补录”' : ''}
        </p>
        <p className="photo-thumbs">
          {photos.slice(0, shown).map((photo) => (
            <Thumb key={photo.key} bytes={photo.ready?.kind === 'ready' ? photo.ready.bytes : undefined} word="照片" />
          ))}
          {photos.length > shown ? <span className="small grey">还有{photos.length - shown}张</span> : null}
        </p>
        {lack === null ? null : <p className="small miss">{lack}</p>}
        {day.photos.length === 0
          ? null
          : held.map(({ photo, entry }) => (
              <p key={photo.key} className="small grey">
                {photo.path.split('/').at(-1)}{heldWords(entry)}
              </p>
            ))}
        {refused.map(({ path, sentence }) => (
          <p key={path} className="small miss">
            {path.split('/').at(-1)}：{sentence}
          </p>
        ))}
        {open ? <PhotoDayFields {...props} name={name} /> : null}
      </div>
      {open || !opens ? null : (
        <button type="button" className="tap end" aria-label={`改${name}`} onClick={() => setAsked(true)}>
          改
        </button>
      )}
    </li>
  )
}

/** 加到3月12日集中学习 */
const joinWords = (entry: LedgerEntry, year: number): string => `加到${dayWords(entry.happenedOn, year)}${entry.title}`

const anew = 'new'

const PhotoDayFields = (props: {
  readonly day: PhotoDay
  readonly year: number
  readonly kinds: readonly EntryKind[]
  readonly name: string
  readonly onChange: (change: DayEdit) => void
}) => {
  const { day, year, name, onChange } = props
  return (
    <div className="list-edit">
      <input
        className="input"
        type="date"
        aria-label={`${name}，日期`}
        min={`${year}-01-01`}
        max={lastDayToRecord(year)}
        value={day.day ?? ''}
        onChange={(event) => (event.target.value === '' ? undefined : onChange({ day: event.target.value }))}
      />
      {day.near.length === 0 ? null : (
        <select
          className="input"
          aria-label={`${name}，放到哪条记录`}
          value={day.target?.id ?? anew}
          onChange={(event) => onChange({ target: event.target.value === anew ? null : event.target.value })}
        >
          {day.near.map((entry) => (
            <option key={entry.id} value={entry.id}>
              加到{dayWords(entry.happenedOn, year)}“{entry.title}”
            </option>
          ))}
          <option value={anew}>记一条新的</option>
        </select>
      )}
      {day.target !== null ? null : (
        <>
          <select
            className="input"
            aria-label={`${name}，算作`}
            value={day.countsAs[0] ?? ''}
            onChange={(event) => onChange({ kind: event.target.value, ...(day.title === '' ? { title: event.target.value } : {}) })}
          >
            <option value="">选类型</option>
            {props.kinds.map((kind) => (
              <option key={kind.name} value={kind.name}>
                {kind.name}
              </option>
            ))}
          </select>
          <input
            className="input"
            aria-label={`${name}，标题`}
            placeholder="标题"
            maxLength={120}
            value={day.title}
            onChange={(event) => onChange({ title: event.target.value })}
          />
        </>
      )}
    </div>
  )
}
