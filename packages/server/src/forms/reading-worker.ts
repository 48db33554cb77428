import { parentPort, workerData } from 'node:worker_threads'
import { formFromTable, markClauses, toReadingJson } from '@zicha/core'
import type { Finding, Table } from '@zicha/core'
import { readTable } from '@zicha/documents'
import type { ReadingTask, ReadingResult } from './read-uploaded-table.ts'

/** Runs in a thread of its own: a hostile file costs that thread its memory and its time, and nobody else any. */
const task = workerData as ReadingTask

const resultOf = (table: Table, findings: readonly Finding[]): ReadingResult => {
  if (task.want === 'reading') return { kind: 'reading', reading: toReadingJson(table, findings) }
  const { form, findings: clauseFindings } = formFromTable(table, task.kinds)
  return {
    kind: 'form',
    uploaded: { form, states: { title: table.title !== '', total: table.total !== undefined, sections: statedSections(table) }, marks: markClauses(table), findings: [...findings, ...clauseFindings] },
  }
}

const statedSections = (table: Table): number[] => table.sections.flatMap(({ no, points }) => (points === undefined ? [] : [no]))

const { table, findings } = readTable(task.bytes, task.name)
parentPort?.postMessage(table === undefined ? ({ kind: 'refused', findings } satisfies ReadingResult) : resultOf(table, findings))
