import { sayStanding, standingOf } from '@zicha/core'
import { writePaper } from '@zicha/documents'
import type { Paper, PaperList } from '@zicha/documents'
import type { Db } from '../database/database.ts'
import { notFound } from '../http/problem.ts'
import { file } from '../http/reply.ts'
import type { Reply } from '../http/reply.ts'
import type { Services } from '../http/route.ts'
import { findUnitRow } from '../organizations/units.queries.ts'
import { findRound } from '../rounds/rounds.queries.ts'
import { dayFromInstant } from '../rounds/shanghai-day.ts'
import { markList, printedLosses, reckonedLosses } from './loss-lists.ts'
import type { LossesAnswer } from './losses.contract.ts'
import type { RoundPaperQuery } from './papers.contract.ts'
import { reportProgress } from './report-progress.ts'
import type { ProgressAnswer } from './reports.contract.ts'
import { loadRoundStandings } from './round-standings.ts'
import type { RoundStandings } from './round-standings.ts'
import { paperTypes } from './send-paper.ts'
import { lossesOf } from './view-losses.ts'

type Told = {
  readonly bureau: string
  readonly year: number
  readonly madeOn: string
  readonly progress: ProgressAnswer
  readonly standings: RoundStandings
  readonly losses: LossesAnswer
}

/** 汇总表 of a round. */
export const sendRoundPaper = async (services: Services, id: string, { format }: RoundPaperQuery): Promise<Reply<never>> => {
  const told = await tellRound(services.database.reader, services, id)
  const name = `${told.bureau}_检查汇总表_${told.year}.${format}`
  const bytes = await writePaper(format === 'xlsx' ? workbook(told) : summaryPaper(told), format)
  return file({ bytes, type: paperTypes[format], name })
}

/** What both papers of a round tell. Raises 404. */
export const tellRound = async (db: Db, services: Services, id: string): Promise<Told> => {
  const round = await findRound(db, id)
  if (round === undefined) throw notFound()
  const bureau = await findUnitRow(db, round.bureau)
  const standings = await loadRoundStandings(db, services, id)
  return {
    bureau: bureau?.name ?? round.bureau,
    year: round.year,
    madeOn: dayFromInstant(services.now().toISOString()),
    progress: await reportProgress(db, services, id),
    standings,
    losses: lossesOf(standings),
  }
}

/** Points as they are printed: no number is no mark. */
const mark = (score: number | null): string => (score === null ? '' : String(score))

const difference = (self: number | null, inspection: number | null): string =>
  self === null || inspection === null ? '' : String(Math.round((inspection - self) * 100) / 100)

const summaryPaper = (told: Told): Paper => ({
  title: `${told.year}年度检查汇总表`,
  unit: told.bureau,
  madeOn: told.madeOn,
  about: `共${told.progress.items.length}所。按单位代码和条目顺序排，不排名次。`,
  lists: [unitList(told.progress), printedLosses(told.losses)],
})

/** What a page has no room for stands in the workbook: every item of every unit, and the items as numbers with a chart. */
const workbook = (told: Told): Paper => ({
  ...summaryPaper(told),
  about: `共${told.progress.items.length}所，已提交${told.losses.submitted}所，已有检查得分${told.losses.inspected}所。按单位代码和条目顺序排，不排名次。没有分的空着。`,
  lists: [
    unitList(told.progress),
    reckonedLosses(told.losses),
    markList('self', told.standings, told.progress),
    markList('inspection', told.standings, told.progress),
  ],
})

const unitList = ({ items }: ProgressAnswer): PaperList => ({
  heading: '各单位得分',
  columns: [
    { head: '单位代码', width: 28, align: 'center' },
    { head: '单位（学校）', width: 56, align: 'left' },
    { head: '阶段', width: 20, align: 'center' },
    { head: '自查得分', width: 18, align: 'center', numbers: 'mark' },
    { head: '检查得分', width: 18, align: 'center', numbers: 'mark' },
    { head: '差', width: 16, align: 'center', numbers: 'mark' },
  ],
  groups: [
    {
      title: '',
      rows: items.map((one) => [one.unit, one.name, sayStanding(standingOf(one)), mark(one.selfScore), mark(one.inspectionScore), difference(one.selfScore, one.inspectionScore)]),
    },
  ],
  empty: '这一轮还没有学校。',
})
