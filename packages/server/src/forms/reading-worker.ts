import { parentPort, workerData } from 'node:worker_threads'
import { toReadingJson } from '@zicha/core'
import { readTable } from '@zicha/documents'
import type { ReadingTask, ReadingResult } from './read-uploaded-table.ts'

/** Runs in a thread of its own: a hostile file costs that thread its memory and its time, and nobody else any. */
const { bytes, name } = workerData as ReadingTask
const { table, findings } = readTable(bytes, name)
const result: ReadingResult = table === undefined ? { ok: false, findings } : { ok: true, reading: toReadingJson(table, findings) }
parentPort?.postMessage(result)
