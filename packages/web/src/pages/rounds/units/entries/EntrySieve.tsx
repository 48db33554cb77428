import type { FormItem } from '@zicha/core'
import type { LedgerEntry } from '../../../../api/contract.ts'
import { shows, siftEntries } from './sift-entries.ts'
import type { Show, Sieve } from './sift-entries.ts'

/** A choice in a list is one line: the duty's beginning tells it from the others. */
const firstWords = (duty: string): string => (duty.length > 18 ? `${duty.slice(0, 18)}…` : duty)

/** Which of the year's records are shown: late ones, those without evidence, those of one item. */
export const EntrySieve = (props: {
  readonly entries: readonly LedgerEntry[]
  readonly items: readonly FormItem[]
  readonly show: Show
  readonly item: number | null
  readonly onChange: (change: Partial<Pick<Sieve, 'show' | 'item'>>) => void
}) => {
  const { entries, items, show, item, onChange } = props
  const count = (sieve: Pick<Sieve, 'show' | 'item'>) => siftEntries(entries, { ...sieve, sought: '' }).length
  return (
    <div className="sieve">
      <nav className="pick" aria-label="只看">
        {shows
          .map((one) => ({ ...one, found: count({ show: one.show, item }) }))
          .filter((one) => one.found > 0 || one.show === show || one.show === 'all')
          .map((one) => (
            <button key={one.show} type="button" aria-pressed={one.show === show} onClick={() => onChange({ show: one.show })}>
              {one.name}
              {one.found}条
            </button>
          ))}
      </nav>
      <select
        className="input"
        aria-label="只看一条用到的"
        value={item ?? ''}
        onChange={(event) => onChange({ item: event.target.value === '' ? null : Number(event.target.value) })}
      >
        <option value="">全部条目用到的</option>
        {items.map(({ no, duty }) => (
          <option key={no} value={no}>
            第{no}条　{count({ show, item: no })}条记录　{firstWords(duty)}
          </option>
        ))}
      </select>
    </div>
  )
}
