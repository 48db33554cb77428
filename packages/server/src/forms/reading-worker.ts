import { parentPort, workerData } from 'node:worker_threads'
import { formFromTable, markClauses, toReadingJson } from '@zicha/core'
import type { Finding, Table } from '@zicha/core'
import { readEntries, readFilled, readRoster, readTable } from '@zicha/documents'
import type { ReadingTask, ReadingResult } from './read-uploaded-table.ts'

/** Runs in a thread of its own: a hostile file costs that thread its memory and its time, and nobody else any. */
const task = workerData as ReadingTask

const answerTo = (): ReadingResult => {
  if (task.want === 'list') {
    return { kind: 'list', list: readEntries(task.bytes, { year: task.year, kinds: task.kinds, fileName: task.name }) }
  }
  if (task.want === 'roster') return { kind: 'roster', roster: readRoster(task.bytes, task.name, task.columns) }
  if (task.want === 'filled') return { kind: 'filled', filled: readFilled(task.bytes, task.name, task.form) }
  const { table, findings } = readTable(task.bytes, task.name)
  return table === undefined ? { kind: 'refused', findings } : resultOf(task, table, findings)
}

const resultOf = (asked: Exclude<ReadingTask, { readonly want: 'list' | 'roster' | 'filled' }>, table: Table, findings: readonly Finding[]): ReadingResult => {
  if (asked.want === 'reading') return { kind: 'reading', reading: toReadingJson(table, findings) }
  const { form, findings: clauseFindings } = formFromTable(table, asked.kinds)
  return {
    kind: 'form',
    uploaded: { form, states: { title: table.title !== '', total: table.total !== undefined, sections: statedSections(table) }, marks: markClauses(table), findings: [...findings, ...clauseFindings] },
  }
}

const statedSections = (table: Table): number[] => table.sections.flatMap(({ no, points }) => (points === undefined ? [] : [no]))

parentPort?.postMessage(answerTo())
