import { evidenceIndex, ledgerBook, writePaper } from '@zicha/documents'
import type { DocumentFace } from '@zicha/documents'
import { readConsistently } from '../database/transaction.ts'
import { file } from '../http/reply.ts'
import type { Reply } from '../http/reply.ts'
import type { Services } from '../http/route.ts'
import type { R } from '../rounds/beneath.ts'
import { loadRecords, namesOf } from './paper-records.ts'
import type { PaperQuery } from './papers.contract.ts'

/** 活动记录册 or 佐证材料目录 of one unit's year, as a file. */
export const sendPaper = async ({ database }: Pick<Services, 'database'>, at: R, now: Date, { kind, format }: PaperQuery): Promise<Reply<never>> => {
  const records = await readConsistently(database, (db) => loadRecords(db, at, now))
  const { source } = records
  const paper = kind === 'ledger' ? ledgerBook(source) : evidenceIndex(source, namesOf(records))
  return file({
    bytes: await writePaper(paper, format),
    type: paperTypes[format],
    name: `${source.unit}_${kind === 'ledger' ? '活动记录册' : '佐证材料目录'}_${source.year}.${format}`,
  })
}

export const paperTypes: Readonly<Record<DocumentFace, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}
