import { sayDay } from '@zicha/core'
import type { EntryBody } from '../../../../api/contract.ts'
import { unitProfileOf } from '../unit-profile.ts'
import type { EntryKnown } from './EntryForm.tsx'
import { whatItCounts } from './what-it-counts.ts'

/** 11月24日集中学习。计入第5条，11月做到。 */
export const savedSentence = (entry: EntryBody & { readonly id: string }, known: Pick<EntryKnown, 'form' | 'assessment' | 'past'>): string => {
  const plain = (one: EntryBody & { readonly id: string }) => ({ id: one.id, countsAs: one.countsAs, title: one.title, happenedOn: one.happenedOn, evidence: [] })
  const others = known.past.filter((one) => one.id !== entry.id).map(plain)
  const counted = whatItCounts(known.form, unitProfileOf(known.assessment), known.assessment.year, others, plain(entry)).filter((line) => line.stands !== null)
  const title = entry.title.startsWith(`${Number(entry.happenedOn.slice(5, 7))}月`) ? entry.title.replace(/^\d+月/u, '') : entry.title
  const head = `${sayDay(entry.happenedOn)}${title}。`
  const first = counted[0]
  if (first === undefined) return head
  const items = [...new Set(counted.map((line) => line.item))].slice(0, 3)
  return `${head}计入第${items.join('、')}条${counted.length === 1 ? `，${first.stands}` : ''}。`
}
