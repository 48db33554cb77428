import { sayStage, sayStanding, stages } from '@zicha/core'
import { writePaper } from '@zicha/documents'
import type { Paper, PaperList } from '@zicha/documents'
import { file } from '../http/reply.ts'
import type { Reply } from '../http/reply.ts'
import { dayFromInstant } from '../rounds/shanghai-day.ts'
import type { OverviewAnswer } from './overview.contract.ts'
import { paperTypes } from './send-paper.ts'

/** 汇总表: bureaus by stage, then items by the share of schools that lost on them, in both columns, in the order of codes and of the form. */
export const sendOverview = async (answer: OverviewAnswer, unit: string, now: Date): Promise<Reply<never>> => {
  const year = answer.year ?? ''
  const paper: Paper = {
    title: `${year}年度自查总览`,
    unit,
    madeOn: dayFromInstant(now.toISOString()),
    about: `共${answer.units}所。按单位代码和条目顺序排，不排名次。`,
    lists: [stageList(answer), ...answer.losses.flatMap((loss) => [lossList(answer, loss, 'self'), lossList(answer, loss, 'inspection')])],
  }
  return file({ bytes: await writePaper(paper, 'xlsx'), type: paperTypes.xlsx, name: `${unit}_自查总览_${year}.xlsx` })
}

const stageList = (answer: OverviewAnswer): PaperList => ({
  heading: '各县进度',
  columns: [
    { head: '单位', width: 36, align: 'left' },
    { head: '学校', width: 15, align: 'center', numbers: 'count' },
    { head: sayStanding('notStarted'), width: 15, align: 'center', numbers: 'count' },
    ...stages.map((stage) => ({ head: sayStage(stage), width: 13, align: 'center' as const, numbers: 'count' as const })),
  ],
  groups: [
    {
      title: '各县',
      rows: [
        ...answer.bureaus.map((bureau) => countRow(bureau.under === null ? bureau.name : `${bureau.name}（${bureau.under}）`, bureau)),
        countRow('合计', answer),
      ],
    },
  ],
  empty: '',
})

const countRow = (name: string, { units, counts }: Pick<OverviewAnswer, 'units' | 'counts'>): string[] => [
  name,
  String(units),
  String(counts.notStarted),
  ...stages.map((stage) => String(counts[stage])),
]

const columnNames = { self: '自查', inspection: '检查' } as const

const lossList = (
  answer: OverviewAnswer,
  { form, title, submitted, inspected, items }: OverviewAnswer['losses'][number],
  column: 'self' | 'inspection',
): PaperList => {
  const bureaus = answer.bureaus.filter((bureau) => bureau.rounds.some((round) => round.form === form))
  const share = ({ units, lost }: { readonly units: number; readonly lost: number }): string => (units === 0 ? '' : String(lost / units))
  const name = columnNames[column]
  return {
    heading: answer.losses.length === 1 ? `${name}失分` : `${name}失分 ${form}`,
    columns: [
      { head: '条目', width: 12, align: 'center' },
      { head: '具体责任', width: 60, align: 'left' },
      { head: '满分', width: 12, align: 'center', numbers: 'mark' },
      { head: `${name}有得分`, width: 18, align: 'center', numbers: 'count' },
      { head: `${name}失分`, width: 18, align: 'center', numbers: 'count' },
      { head: '比例', width: 12, align: 'center', numbers: 'share' },
      ...bureaus.map((bureau) => ({ head: bureau.name, width: 24, align: 'center' as const, numbers: 'share' as const })),
    ],
    groups: [
      {
        title: `${title}，已提交${submitted}所${column === 'self' ? '' : `，已有检查得分${inspected}所`}`,
        rows: items.map(({ no, duty, max, [column]: { all, byBureau } }) => [
          String(no),
          duty,
          String(max),
          String(all.units),
          String(all.lost),
          share(all),
          ...bureaus.map(({ unit }) => share(byBureau[unit] ?? { units: 0, lost: 0 })),
        ]),
      },
    ],
    empty: '',
  }
}
