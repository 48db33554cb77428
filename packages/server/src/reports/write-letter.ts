import { mayEdit, sayFullDay } from '@zicha/core'
import { letterNames, safeNames, writeFilledLetter } from '@zicha/documents'
import type { LetterKind, LetterValues } from '@zicha/documents'
import { findSealed } from '../assessments/find-sealed.ts'
import { loadInspection } from '../assessments/inspection-column.ts'
import type { InspectedItem, InspectionColumn } from '../assessments/inspection-column.ts'
import { closingView } from '../closing/view-closing.ts'
import type { Db } from '../database/database.ts'
import { readConsistently } from '../database/transaction.ts'
import { notFound } from '../http/problem.ts'
import { file } from '../http/reply.ts'
import type { Reply } from '../http/reply.ts'
import type { Services } from '../http/route.ts'
import { code } from '../http/values.contract.ts'
import { WorkRefused } from '../jobs/work.ts'
import type { Work } from '../jobs/work.ts'
import { writeZip } from '../jobs/write-zip.ts'
import type { ZipPart } from '../jobs/write-zip.ts'
import { findUnitRow } from '../organizations/units.queries.ts'
import { viewRectifications } from '../rectifications/view-rectifications.ts'
import { getBeneath } from '../rounds/beneath.ts'
import type { Beneath, R } from '../rounds/beneath.ts'
import { findRound } from '../rounds/rounds.queries.ts'
import { dayFromInstant } from '../rounds/shanghai-day.ts'
import { findTemplate } from './letter-templates.ts'
import { roundLettersBody } from './letters.contract.ts'
import type { LossesAnswer } from './losses.contract.ts'
import { documentRefused } from './reports.problems.ts'
import { tellRound } from './round-papers.ts'
import { paperTypes } from './send-paper.ts'

type UnitLetter = 'feedback' | 'rectification'
type Loaded = { readonly values: LetterValues; readonly name: string; readonly bureau: string }

/** 反馈意见书 or 整改通知 of one school, from the bureau's template. Raises 404 where there is nothing to tell, 422. */
export const sendUnitLetter = async (services: Services, at: R, kind: UnitLetter, now: Date): Promise<Reply<never>> => {
  const loaded = await readConsistently(services.database, (db) => loadUnitLetter(db, at, kind, now))
  if (loaded === undefined) throw notFound()
  return file({ bytes: await fill(services, kind, loaded), type: paperTypes.docx, name: `${loaded.name}_${letterNames[kind]}.docx` })
}

/** The draft of the 通报, from the bureau's template. */
export const sendBulletin = async (services: Services, round: string, now: Date): Promise<Reply<never>> => {
  const loaded = await loadBulletin(services, round, now)
  return file({ bytes: await fill(services, 'bulletin', loaded), type: paperTypes.docx, name: `${loaded.name}_${letterNames.bulletin}（草稿）.docx` })
}

const fill = async (services: Services, kind: LetterKind, { values, bureau }: Loaded): Promise<Uint8Array> => {
  const written = await writeFilledLetter(kind, values, await findTemplate(services.database.reader, services, bureau, kind))
  if (!(written instanceof Uint8Array)) throw documentRefused(written)
  return written
}

/** One for each school whom it concerns. */
export const makeRoundLetters: Work = {
  keepDays: 7,
  run: async ({ what, services, now, progress }) => {
    const { round, kind } = roundLettersBody.extend({ round: code }).parse(what)
    const units = await services.database.reader.selectFrom('assessments').select('unit').where('round', '=', round).orderBy('unit').execute()
    const letters: { readonly unit: string; readonly loaded: Loaded }[] = []
    for (const { unit } of units) {
      const loaded = await readConsistently(services.database, (db) => loadUnitLetter(db, { round, unit }, kind, now))
      if (loaded !== undefined) letters.push({ unit, loaded })
      await progress(0, units.length)
    }
    if (letters.length === 0) throw new WorkRefused(kind === 'feedback' ? '还没有学校检查完，没有意见书可做。检查完再来。' : '还没有要整改的问题，没有通知可做。')
    const names = safeNames(letters.map(({ unit, loaded }) => `${unit}_${loaded.name}_${letterNames[kind]}.docx`))
    const parts = async function* (): AsyncGenerator<ZipPart> {
      for (const [index, { loaded }] of letters.entries()) {
        yield { path: names[index] ?? `${index}.docx`, compress: false, content: await fill(services, kind, loaded) }
        await progress(index + 1, letters.length)
      }
    }
    return { file: { pieces: writeZip(parts()), name: `${letterNames[kind]}_${letters.length}所.zip`, type: 'application/zip' }, said: () => null }
  },
}

const loadUnitLetter = async (db: Db, at: R, kind: UnitLetter, now: Date): Promise<Loaded | undefined> => {
  const beneath = await getBeneath(db, at)
  const problems = (await viewRectifications(db, beneath)).items.filter((one) => one.state !== 'accepted')
  if (kind === 'rectification' && problems.length === 0) return undefined
  const own = kind === 'feedback' ? await feedbackValues(db, beneath) : {}
  if (own === undefined) return undefined
  return {
    bureau: beneath.key.bureau,
    name: `${beneath.unitRow.name}_${beneath.round.year}`,
    values: {
      ...own,
      学校: beneath.unitRow.name,
      教育局: (await findUnitRow(db, beneath.key.bureau))?.name ?? '',
      年度: String(beneath.round.year),
      日期: sayFullDay(dayFromInstant(now.toISOString())),
      问题数: String(problems.length),
      整改问题: problems.map(({ no, problem, dueOn }, index) => ({
        序号: String(index + 1),
        条号: no === null ? '' : `第${no}条，`,
        问题: problem.trim().replace(end, ''),
        期限: sayFullDay(dueOn),
      })),
    },
  }
}

/** Undefined while the inspection is not done. */
const feedbackValues = async (db: Db, beneath: Beneath): Promise<LetterValues | undefined> => {
  const closing = await closingView(db, beneath)
  const sealed = await findSealed(db, beneath)
  if (closing.sheet === null || sealed === undefined) return undefined
  const column = await loadInspection(db, beneath)
  const selfScores = new Map(sealed.content.self.items.map((item) => [item.no, item.score]))
  return {
    自查得分: String(sealed.content.self.total),
    检查得分: inspectedMark(column),
    // Of the seal that stands: after a decision it proves the total beside it, which the signed one no longer does.
    核验码: sealed.code,
    不同条目: column.items.flatMap((item): LetterValues[] => {
      const self = selfScores.get(item.no) ?? 0
      if (item.score === null || item.score === self) return []
      const duty = beneath.form.items.find((one) => one.no === item.no)?.duty ?? ''
      return [{ 条号: String(item.no), 具体责任: plainDuty(duty), 自查: String(self), 检查: String(item.score), 理由: foundAt(item) }]
    }),
  }
}

/** The template sets 分 behind it; a total that leaves items out says so in any template. */
const inspectedMark = ({ total, items }: InspectionColumn): string => {
  const open = items.filter(({ score }) => score === null).length
  return total === null ? '' : `${total}${open === 0 ? '' : `（${open}条未定，没有计入）`}`
}

/** The template ends the sentence. */
const end = /[。；;.]+$/

const foundAt = ({ scores, settled, amended }: InspectedItem): string =>
  (amended?.reason ?? settled?.reason ?? [...new Set(scores.flatMap((one) => (one.reason ?? '').trim().replace(end, '')))].filter((one) => one !== '').join('；')).trim().replace(end, '')

const plainDuty = (duty: string): string => duty.replace(/^（\d+）/, '').replace(/（[\d.]+\s*分）$/, '').replace(end, '')

const loadBulletin = async (services: Services, id: string, now: Date): Promise<Loaded> => {
  const round = await findRound(services.database.reader, id)
  if (round === undefined) throw notFound()
  const { bureau, year, progress, losses } = await tellRound(services.database.reader, services, id)
  const submitted = progress.items.filter(({ stage }) => !mayEdit(stage))
  // Whole totals alone can be held against each other; `losses.inspected` counts whoever has a mark, as the 汇总表 does.
  const whole = submitted.filter((one) => one.inspectionScore !== null)
  return {
    bureau: round.bureau,
    name: `${bureau}_${year}`,
    values: {
      教育局: bureau,
      年度: String(year),
      日期: sayFullDay(dayFromInstant(now.toISOString())),
      单位数: String(losses.asked),
      已提交: String(losses.submitted),
      未提交: String(losses.asked - losses.submitted),
      已检查: String(losses.inspected),
      检查完: String(whole.length),
      分数不同: String(whole.filter((one) => one.selfScore !== null && one.selfScore !== one.inspectionScore).length),
      自查失分条目: lostItems(losses, 'self'),
      检查失分条目: lostItems(losses, 'inspection'),
    },
  }
}

const lostItems = ({ items }: LossesAnswer, column: 'self' | 'inspection'): readonly LetterValues[] =>
  items
    .filter((item) => item[column].lost > 0)
    .map(({ no, name, duty, [column]: { lost, units } }) => ({
      条号: String(no),
      内容: name,
      具体责任: plainDuty(duty),
      失分单位: String(lost),
      有分单位: String(units),
      比例: `${Math.round((lost * 100) / units)}%`,
      比例条: '█'.repeat(Math.max(1, Math.round((lost * 20) / units))),
    }))
