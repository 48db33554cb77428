import { sayStage } from '@zicha/core'
import { writeLetter, writePaper } from '@zicha/documents'
import type { Letter, Paper, PaperList } from '@zicha/documents'
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

/** 汇总表 of a round, or the draft of its 通报. */
export const sendRoundPaper = async (services: Services, id: string, { kind, format }: RoundPaperQuery): Promise<Reply<never>> => {
  const told = await tell(services.database.reader, services, id)
  const name = `${told.bureau}_${kind === 'summary' ? '检查汇总表' : '检查情况通报（草稿）'}_${told.year}.${format}`
  const bytes = kind === 'summary' ? await writePaper(summaryPaper(told), format) : await writeLetter(bulletin(told))
  return file({ bytes, type: paperTypes[format], name })
}

const tell = async (db: Db, services: Services, id: string): Promise<Told> => {
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

/** How many of the items on which most schools lost the draft names. */
const namedItems = 5

const bulletin = ({ bureau, year, progress, loss }: Told): Letter => {
  const inspected = progress.items.filter((one) => one.inspectionScore !== null)
  const differing = inspected.filter((one) => one.selfScore !== null && one.selfScore !== one.inspectionScore)
  const open = progress.items.filter((one) => one.stage === 'draft' || one.stage === 'returned')
  const common = (loss?.items ?? []).filter(({ all }) => all.lost > 0).toSorted((a, b) => share(b.all) - share(a.all) || a.no - b.no).slice(0, namedItems)
  return {
    title: [`关于${year}年度自查和检查情况的通报`],
    to: '各中小学、幼儿园',
    body: [
      { kind: 'text', text: `按照年度计划，我局组织各单位开展自查并进行了检查，现将${year}年度的情况通报如下。` },
      { kind: 'head', level: 1, text: '一、总体情况' },
      {
        kind: 'text',
        text: `参加自查的单位共${progress.items.length}个，已检查${inspected.length}个${open.length === 0 ? '' : `，尚未提交${open.length}个`}。检查得分与自查得分不同的有${differing.length}个，均已说明理由。`,
      },
      { kind: 'head', level: 1, text: '二、失分较集中的条目' },
      ...(common.length === 0
        ? [{ kind: 'text' as const, text: '已提交的单位没有失分的条目。' }]
        : common.toSorted((a, b) => a.no - b.no).map(({ no, duty, all }) => ({ kind: 'text' as const, text: `第${no}条（${duty.replace(/^（\d+）/, '').slice(0, 40)}）：${all.units}个单位中${all.lost}个失分。` }))),
      { kind: 'head', level: 1, text: '三、下一步要求' },
      { kind: 'text', text: '请有整改事项的单位按期报送整改情况；对检查得分有不同意见的，可在规定期限内提出异议。' },
    ],
    attachments: [`${year}年度检查汇总表`],
    from: bureau,
    date: null,
    hints: ['这是草稿：数字取自当前数据，发文前请核对，并补上表扬和要求。', '附件用“检查汇总表”，各单位按代码排。'],
    lists: [],
  }
}
