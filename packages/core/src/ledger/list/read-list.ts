import type { Finding } from '../../finding.ts'
import type { EntryKind } from '../entry-kind.ts'
import { dayFindings, settleByOrder } from './day-findings.ts'
import { finding, quoted, type Draft } from './draft.ts'
import { kindsToldFrom } from './kinds-told.ts'
import type { ListSheet, ReadEntry } from './list.ts'
import { readRows, type PlacedDraft } from './read-rows.ts'

/** `left`: what the list holds and no entry takes, by the heads of its columns: names of persons are never taken. */
export type ListReading = { readonly entries: readonly ReadEntry[]; readonly findings: readonly Finding[]; readonly left: readonly string[] }

/**
 * An old list of activities as entries, in the list's order. Every row that tells of an activity becomes one; a day that is
 * not exact, does not exist or lies outside `year` is null with a finding. `findings` say where: a row, with its sheet.
 */
export const readList = (sheets: readonly ListSheet[], year: number, kinds: readonly EntryKind[]): ListReading => {
  const told = kindsToldFrom(kinds)
  const entries: ReadEntry[] = []
  const findings: Finding[] = []
  const left = new Set<string>()
  for (const sheet of sheets) {
    const read = readRows(sheet, year, told)
    const settled = settleByOrder(read.drafts, sheet.pasted)
    const said = new Map<Draft, readonly Finding[]>()
    read.drafts.forEach((draft, index) => {
      const { day, isAssumed } = settled[index] ?? { day: draft.day, isAssumed: false }
      entries.push(toEntry(draft, day?.on ?? null, told, sheet))
      said.set(draft, dayFindings(draft, day, year, isAssumed))
    })
    for (const head of read.left) left.add(head)
    findings.push(...read.steps.flatMap((step) => (step.kind === 'finding' ? [step.finding] : (said.get(step.draft) ?? []))))
  }
  if (entries.length === 0 && findings.length === 0) {
    findings.push(finding('none', '文件', '没有读到活动：每行要有一件事，最好还有日期。请核对是不是放错了文件。'))
  }
  return { entries, findings, left: [...left] }
}

const toEntry = (draft: PlacedDraft, happenedOn: string | null, told: (text: string) => readonly string[], sheet: ListSheet): ReadEntry => {
  const own = told(draft.words)
  const heading = draft.heading
  const countsAs = heading === undefined ? own : heading.isSubject && own.length > 0 ? own : [...new Set([...heading.kinds, ...own])]
  return {
    happenedOn,
    title: draft.title === '' ? quoted(draft.words) : draft.title,
    countsAs,
    ...(draft.note === undefined ? {} : { note: draft.note }),
    ...(draft.reference === undefined ? {} : { reference: draft.reference }),
    ...(draft.people === undefined ? {} : { people: draft.people }),
    source: { row: draft.row.row, ...(sheet.isOneOfSeveral && sheet.name !== undefined ? { sheet: sheet.name } : {}) },
  }
}
