import { sayStage } from '@zicha/core'
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
import type { OverviewAnswer } from './overview.contract.ts'
import type { RoundPaperQuery } from './papers.contract.ts'
import { reportProgress } from './report-progress.ts'
import type { ProgressAnswer } from './reports.contract.ts'
import { paperTypes } from './send-paper.ts'
import { viewOverview } from './view-overview.ts'

type Loss = OverviewAnswer['losses'][number]
type Told = { readonly bureau: string; readonly year: number; readonly madeOn: string; readonly progress: ProgressAnswer; readonly loss: Loss | undefined }

/** 汇总表 of a round. */
export const sendRoundPaper = async (services: Services, id: string, { format }: RoundPaperQuery): Promise<Reply<never>> => {
  const told = await tellRound(services.database.reader, services, id)
  const name = `${told.bureau}_检查汇总表_${told.year}.${format}`
  const bytes = await writePaper(summaryPaper(told), format)
  return file({ bytes, type: paperTypes[format], name })
}

/** What both papers of a round tell. Raises 404. */
export const tellRound = async (db: Db, services: Services, id: string): Promise<Told> => {
  const round = await findRound(db, id)
  if (round === undefined) throw notFound()
  const bureau = await findUnitRow(db, round.bureau)
  const overview = await viewOverview(db, services, round.bureau, round.year)
  return {
    bureau: bureau?.name ?? round.bureau,
    year: round.year,
    madeOn: dayFromInstant(services.now().toISOString()),
    progress: await reportProgress(db, services, id),
    loss: overview.losses.find((one) => one.form === round.form),
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
  lists: [unitList(told.progress), ...(told.loss === undefined ? [] : [lossList(told.loss)])],
})

const unitList = ({ items }: ProgressAnswer): PaperList => ({
  heading: '各单位得分',
  columns: [
    { head: '单位代码', width: 28, align: 'center' },
    { head: '单位（学校）', width: 56, align: 'left' },
    { head: '阶段', width: 20, align: 'center' },
    { head: '自查得分', width: 18, align: 'center' },
    { head: '检查得分', width: 18, align: 'center' },
    { head: '差', width: 16, align: 'center' },
  ],
  groups: [
    {
      title: '',
      rows: items.map((one) => [one.unit, one.name, sayStage(one.stage), mark(one.selfScore), mark(one.inspectionScore), difference(one.selfScore, one.inspectionScore)]),
    },
  ],
  empty: '这一轮还没有学校。',
})

const share = ({ units, lost }: { readonly units: number; readonly lost: number }): number => (units === 0 ? 0 : lost / units)
/** A bar of the share, ten signs wide, as legible on a photocopy as in a cell. */
const bar = (part: number): string => '█'.repeat(Math.round(part * 10))

const lossList = ({ items, submitted }: Loss): PaperList => ({
  heading: '各条失分的学校',
  columns: [
    { head: '条目', width: 12, align: 'center' },
    { head: '具体责任', width: 74, align: 'left' },
    { head: '满分', width: 12, align: 'center' },
    { head: '失分学校', width: 18, align: 'center' },
    { head: '比例', width: 40, align: 'left' },
  ],
  groups: [
    {
      title: `已提交${submitted}所`,
      rows: items.map(({ no, duty, max, all }) => [String(no), duty, String(max), `${all.lost}/${all.units}`, `${bar(share(all))} ${Math.round(share(all) * 100)}%`]),
    },
  ],
  empty: '',
})
