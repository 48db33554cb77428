import { filledForReason, formatPoints, isExact, spreadItemScore, toDecimal, toPoints } from '@zicha/core'
import type { FormItem, SelfScore } from '@zicha/core'
import type { Db } from '../database/database.ts'
import { readUploadedSheet } from '../forms/read-uploaded-table.ts'
import type { PointedDetail } from '../http/problem.ts'
import { ok, unchanged } from '../http/reply.ts'
import type { Reply } from '../http/reply.ts'
import type { Upload } from '../http/route.ts'
import { readUpload } from '../http/upload.ts'
import { fillBeneath, getBeneath } from '../rounds/beneath.ts'
import type { Beneath, R, Writing } from '../rounds/beneath.ts'
import { remarksOf } from './assessment-answer.ts'
import { deleteOverrideRow, deleteRemarkRow, upsertOverrideRow, upsertRemarkRow } from './assessments.queries.ts'
import type { PaperSheet, PaperSheetAnswer, PaperSheetBody } from './paper-sheet.contract.ts'
import { sheetRefused, sheetUnreadable } from './paper-sheet.problems.ts'
import { noteChanges } from './note-changes.ts'
import type { MarkChange } from './note-changes.ts'
import { reckonSelf } from './reckon-self.ts'

export const largestSheet = 20 * 1024 * 1024

/** The paper beside the system, item by item; nothing is kept. Raises 422 where the file is not this round's table. */
export const previewPaperSheet = async (db: Db, at: R, upload: Upload): Promise<PaperSheet> => {
  const beneath = await getBeneath(db, at)
  const bytes = await readUpload(upload, largestSheet)
  const read = await readUploadedSheet({ bytes, name: upload.name, form: beneath.form })
  const [fault] = read.findings
  if (read.items.length === 0) throw sheetUnreadable(fault?.message ?? '这张表里没有读到条目。请核对是不是填好的自查表。')
  const { self } = await reckonSelf(db, beneath)
  const remarks = await remarksOf(db, beneath)
  const unitName = beneath.unitRow.name
  return {
    fileName: upload.name,
    paperUnit: read.unit,
    isThisUnit: read.unit === '' || read.unit.replace(/\s/gu, '') === unitName.replace(/\s/gu, ''),
    items: read.items.map(({ no, score, remark, findings }) => {
      const present = presentOf(self, no)
      const presentRemark = remarks[String(no)] ?? ''
      return {
        no,
        max: beneath.form.items.find((item) => item.no === no)?.points ?? 0,
        score,
        remark: remark.slice(0, longestRemark),
        present,
        presentRemark,
        changes: (score !== null && score !== present) || (remark !== '' && remark !== presentRemark),
        findings: findings.map(({ message }) => message),
      }
    }),
    findings: read.findings.map(({ message }) => message),
  }
}

const longestRemark = 500

const presentOf = (self: SelfScore, no: number): number | null => {
  const item = self.items.find((one) => one.no === no)
  return item?.answered === true ? toDecimal(item.score) : null
}

/**
 * Types in for a school what it sent on paper: each mark as a mark set by hand that says who typed it and who signed the
 * paper, each remark as it stands. Only while the school itself could still fill; nothing is submitted by it.
 */
export const fillFromPaper = (writing: Writing, at: R, body: PaperSheetBody): Promise<Reply<PaperSheetAnswer>> =>
  fillBeneath(writing, at, async (beneath) => {
    refuseUnfit(beneath, body)
    const { self } = await reckonSelf(writing.db, beneath)
    const remarks = await remarksOf(writing.db, beneath)
    const reason = filledForReason(writing.person.name, body.signedBy)
    let items = 0
    const changes: MarkChange[] = []
    for (const { no, score, remark } of body.items) {
      const isMarked = score !== undefined && score !== presentOf(self, no)
      if (isMarked) changes.push(...(await setItem(writing, beneath, self, { no, score, reason })))
      const isRemarked = remark !== undefined && remark !== (remarks[String(no)] ?? '')
      if (isRemarked) await setRemark(writing.db, beneath, no, remark)
      if (isMarked || isRemarked) items += 1
    }
    await noteChanges(writing, beneath, changes)
    const total = toDecimal((await reckonSelf(writing.db, beneath)).self.total)
    return items === 0 ? unchanged({ items, total }) : ok({ items, total })
  })

const refuseUnfit = ({ form }: Beneath, body: PaperSheetBody): void => {
  const seen = new Set<number>()
  const errors = body.items.flatMap(({ no, score }, index): PointedDetail[] => {
    const pointer = `#/items/${index}`
    const item = form.items.find((one) => one.no === no)
    if (item === undefined) return [{ pointer, detail: `表里没有第${no}条，请去掉。` }]
    if (seen.has(no)) return [{ pointer, detail: `第${no}条写了两次，请去掉一个。` }]
    seen.add(no)
    return score === undefined ? [] : scoreFault(item, score, pointer)
  })
  if (errors.length > 0) throw sheetRefused(errors)
}

const scoreFault = (item: FormItem, score: number, pointer: string): PointedDetail[] => {
  if (score > item.points) return [{ pointer, detail: `第${item.no}条最多${formatPoints(toPoints(item.points))}分，请改。` }]
  return isExact(score) && toPoints(score) % 10 === 0 ? [] : [{ pointer, detail: `第${item.no}条的分最多两位小数，请改。` }]
}

type ItemMark = { readonly no: number; readonly score: number; readonly reason: string }

/** The paper has one mark an item, the system one a criterion: it is spread, and a criterion that comes out as reckoned needs no mark. */
const setItem = async (writing: Writing, { key, form }: Beneath, self: SelfScore, mark: ItemMark): Promise<readonly MarkChange[]> => {
  const ids = new Set(form.criteria.filter(({ item }) => item === mark.no).map(({ id }) => id))
  const criteria = self.criteria.filter(({ id }) => ids.has(id))
  const spread = spreadItemScore(criteria.map(({ id, computed, max }) => ({ id, max, score: computed })), toPoints(mark.score))
  const changes: MarkChange[] = []
  for (const [index, { id, score }] of spread.entries()) {
    const before = criteria[index]
    const isReckoned = before !== undefined && before.computed === score && (before.answered || before.reason !== undefined)
    if (isReckoned) {
      const wasSet = await deleteOverrideRow(writing.db, key, id)
      if (wasSet) changes.push({ kind: 'mark', key: id, value: null, reason: null })
      continue
    }
    await upsertOverrideRow(writing.db, {
      bureau: key.bureau,
      round: key.round,
      unit: key.unit,
      criterion: id,
      score,
      reason: mark.reason,
      set_by: writing.person.username,
      set_at: writing.now.toISOString(),
    })
    changes.push({ kind: 'mark', key: id, value: score, reason: mark.reason })
  }
  return changes
}

const setRemark = async (trx: Db, { key }: Beneath, no: number, text: string): Promise<void> => {
  if (text === '') await deleteRemarkRow(trx, key, no)
  else await upsertRemarkRow(trx, { bureau: key.bureau, round: key.round, unit: key.unit, item: no, text })
}
