import { sayStage, stages } from '@zicha/core'
import { writePaper } from '@zicha/documents'
import type { Paper, PaperList } from '@zicha/documents'
import { file } from '../http/reply.ts'
import type { Reply } from '../http/reply.ts'
import { dayFromInstant } from '../rounds/shanghai-day.ts'
import type { OverviewAnswer } from './overview.contract.ts'
import { paperTypes } from './send-paper.ts'

/** 汇总表: bureaus by stage, then items by the share of schools that lost on them, in the order of codes and of the form. */
export const sendOverview = async (answer: OverviewAnswer, unit: string, now: Date): Promise<Reply<never>> => {
  const year = answer.year ?? ''
  const paper: Paper = {
    title: `${year}年度自查总览`,
    unit,
    madeOn: dayFromInstant(now.toISOString()),
    about: `共${answer.units}所。按单位代码和条目顺序排，不排名次。`,
    lists: [stageList(answer), ...answer.losses.map((loss) => lossList(answer, loss))],
  }
  return file({ bytes: await writePaper(paper, 'xlsx'), type: paperTypes.xlsx, name: `${unit}_自查总览_${year}.xlsx` })
}

const stageList = (answer: OverviewAnswer): PaperList => ({
  heading: '各县进度',
  columns: [
    { head: '单位', width: 36, align: 'left' },
    { head: '学校', width: 15, align: 'center', numbers: 'count' },
    { head: '未开始', width: 15, align: 'center', numbers: 'count' },
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

const lossList = (answer: OverviewAnswer, { form, title, submitted, items }: OverviewAnswer['losses'][number]): PaperList => {
  const bureaus = answer.bureaus.filter((bureau) => bureau.rounds.some((round) => round.form === form))
  const share = ({ units, lost }: { readonly units: number; readonly lost: number }): string => (units === 0 ? '' : String(lost / units))
  return {
    heading: answer.losses.length === 1 ? '失分分布' : `失分分布 ${form}`,
    columns: [
      { head: '条目', width: 12, align: 'center' },
      { head: '具体责任', width: 60, align: 'left' },
      { head: '满分', width: 12, align: 'center', numbers: 'mark' },
      { head: '有分的学校', width: 18, align: 'center', numbers: 'count' },
      { head: '失分的学校', width: 18, align: 'center', numbers: 'count' },
      { head: '比例', width: 12, align: 'center', numbers: 'share' },
      ...bureaus.map(({ name }) => ({ head: name, width: 24, align: 'center' as const, numbers: 'share' as const })),
    ],
    groups: [
      {
        title: `${title}，已提交${submitted}所`,
        rows: items.map((item) => [
          String(item.no),
          item.duty,
          String(item.max),
          String(item.all.units),
          String(item.all.lost),
          share(item.all),
          ...bureaus.map(({ unit }) => share(item.byBureau[unit] ?? { units: 0, lost: 0 })),
        ]),
      },
    ],
    empty: '',
  }
}
