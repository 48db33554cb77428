import { sayDay } from '@zicha/core'
import { useDeferredValue, useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { useAssessment } from '../../../../api/assessment.ts'
import type { LedgerEntry } from '../../../../api/contract.ts'
import { useEntries } from '../../../../api/entries.ts'
import { useForm } from '../../../../api/form.ts'
import { placePath } from '../../../../api/names.ts'
import { standingOf, standingWords, useLocalEntries, useOutbox } from '../../../../outbox/use-outbox.ts'
import { Awaited, Empty } from '../../../../ui/states.tsx'
import { monthOf } from '../../../../ui/day-words.ts'
import { Row, Rows } from '../../../../ui/Row.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { usePlace } from '../../../place.ts'
import { useSignedIn } from '../../../SignedIn.tsx'
import { UnitFrame } from '../UnitFrame.tsx'
import { EntrySieve } from './EntrySieve.tsx'
import { withLocalEntries } from './local-entries.ts'
import { MoreWithEntries } from './MoreWithEntries.tsx'
import { SavedEntry } from './SavedEntry.tsx'
import { shows, siftEntries } from './sift-entries.ts'
import type { Show, Sieve } from './sift-entries.ts'
import './entries.css'

/** The year's records by month, newest first; `?item=5` keeps those behind one item, `?show=late` the late ones. */
export const EntriesPage = () => {
  const place = usePlace()
  const entries = useEntries(place)
  const assessment = useAssessment(place)
  const role = useSignedIn().user.role
  const [params, setParams] = useSearchParams()
  const item = params.get('item') === null ? null : Number(params.get('item'))
  const show = shows.find((one) => one.show === params.get('show'))?.show ?? 'all'
  const [word, setWord] = useState('')
  const sought = useDeferredValue(word.trim())
  const form = useForm(assessment.data?.form)
  const local = useLocalEntries(place)
  const all = entries.data === undefined ? undefined : withLocalEntries(entries.data, local)
  const sift = (change: Partial<Pick<Sieve, 'show' | 'item'>>) => {
    const after = { show, item, ...change }
    const words = { ...(after.show === 'all' ? {} : { show: after.show }), ...(after.item === null ? {} : { item: String(after.item) }) }
    setParams(words, { replace: true, preventScrollReset: true })
  }
  const here = placePath(place)
  const { sending } = useOutbox()
  const waitingWords = (id: string) => {
    const item = local.get(id)
    return item === undefined ? null : <em className={item.state.kind === 'stuck' ? 'miss' : 'waits'}>，{standingWords[standingOf(item, sending)]}</em>
  }
  const showAll = () => {
    setWord('')
    sift({ show: 'all', item: null })
  }
  const writes = assessment.data?.editable === true && (role === 'clerk' || role === 'secretary')
  return (
    <UnitFrame title="活动记录" said={<SavedEntry />}>
      <div className="head">
        <div>
          <h1>活动记录</h1>
          {entries.data === undefined ? null : (
            <p>
              {assessment.data === undefined ? '' : `${assessment.data.year}年度，`}
              {entries.data.length === 0 ? '还没有记录' : `${entries.data.length}条`}
            </p>
          )}
        </div>
        <div className="acts find">
          <label className="unseen" htmlFor="find-entry">
            找记录
          </label>
          <input
            id="find-entry"
            className="input"
            type="search"
            placeholder="名称、类型或几月"
            value={word}
            onChange={(event) => setWord(event.target.value)}
          />
          {writes ? (
            <Link className="button wide-only" to={`${here}/entries/new`}>
              记一笔
            </Link>
          ) : null}
        </div>
      </div>
      <MoreWithEntries place={place} writes={writes} />
      {all === undefined || all.length === 0 ? null : <EntrySieve entries={all} items={form.data?.items ?? []} show={show} item={item} onChange={sift} />}
      <Awaited query={entries}>
        {(stored) => {
          const found = siftEntries(withLocalEntries(stored, local), { show, item, sought })
          if (stored.length === 0 && local.size === 0) {
            return (
              <Empty
                title="今年还没有记录"
                action={
                  writes ? (
                    <Link className="button" to={`${here}/entries/new`}>
                      记一笔
                    </Link>
                  ) : undefined
                }
              >
                从最近一次会议记起，半分钟一条。
              </Empty>
            )
          }
          if (found.length === 0) {
            return (
              <Empty
                title={noneWords(show, item, sought)}
                action={
                  <button type="button" className="button" onClick={showAll}>
                    看全年
                  </button>
                }
              >
                {sought === '' && show === 'all' ? '确实开过就补录；没开过，请如实空着。' : '换个词，或看全年记录。'}
              </Empty>
            )
          }
          return months(found).map(([month, ofMonth]) => (
            <Section key={month} title={`${month}月`} count={ofMonth.length}>
              <Rows lined>
                {ofMonth.map((entry) => (
                  <Row
                    key={entry.id}
                    to={`${here}/entries/${entry.id}`}
                    title={entry.title}
                    meta={
                      <>
                        {sayDay(entry.happenedOn)}，{entry.countsAs.join('、')}
                        {entry.late ? '，补录' : ''}
                        {waitingWords(entry.id)}
                        {entry.missing.length === 0 ? null : <em className="miss">，{entry.missing.length}件材料没传上</em>}
                      </>
                    }
                    points={<span className="small grey">{evidenceWords(entry)}</span>}
                  />
                ))}
              </Rows>
            </Section>
          ))
        }}
      </Awaited>
    </UnitFrame>
  )
}

const noneWords = (show: Show, item: number | null, sought: string): string => {
  if (sought !== '') return `没有查到“${sought}”`
  const which = { all: '', late: '补录的', bare: '没有材料的' }[show]
  return item === null ? `没有${which}记录` : `第${item}条还没有${which}记录`
}

const months = (entries: readonly LedgerEntry[]): readonly (readonly [number, readonly LedgerEntry[]])[] => {
  const byMonth = new Map<number, LedgerEntry[]>()
  for (const entry of entries) {
    const month = monthOf(entry.happenedOn)
    byMonth.set(month, [...(byMonth.get(month) ?? []), entry])
  }
  return [...byMonth].sort((a, b) => b[0] - a[0])
}

const evidenceWords = (entry: LedgerEntry): string => {
  const evidence = entry.evidence ?? []
  const files = evidence.filter((one) => 'sha256' in one).length
  const references = evidence.length - files
  return [files === 0 ? '' : `材料${files}件`, references === 0 ? '' : `存放处${references}处`].filter((one) => one !== '').join('，')
}
