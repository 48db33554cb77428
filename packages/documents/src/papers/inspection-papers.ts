import { formatPoints, joinOriginals, sayGap, toPoints } from '@zicha/core'
import type { Form, VisitGap } from '@zicha/core'
import type { Paper, PaperGroup } from './paper.ts'

/** What inspectors carry on paper to one school. `sections`: only these duties; absent: all. */
export type InspectionPaperSource = {
  readonly unit: string
  readonly year: number
  readonly madeOn: string
  readonly form: Form
  readonly sections?: readonly number[]
}

/** 现场检查表: items with their clause and self score; the inspection column and the remarks are empty, to be written by hand. */
export const inspectionSheet = (source: InspectionPaperSource, selfScores: Readonly<Record<number, number>>): Paper => ({
  title: `${source.year}年度现场检查表`,
  unit: source.unit,
  madeOn: source.madeOn,
  about: sectionWords(source),
  lists: [
    {
      heading: '',
      columns: [
        { head: '条', width: 9, align: 'center' },
        { head: '细则', width: 79, align: 'left' },
        { head: '满分', width: 11, align: 'center' },
        { head: '自查', width: 12, align: 'center' },
        { head: '检查', width: 15, align: 'center' },
        { head: '理由和问题', width: 30, align: 'left' },
      ],
      groups: groupsOf(source, (no) =>
        source.form.items
          .filter((item) => item.no === no)
          .map((item) => [String(item.no), item.clause, points(item.points), selfScores[no] === undefined ? '' : points(selfScores[no]), '', '']),
      ),
      empty: '没有这几项责任。',
    },
  ],
  after: '检查人签字：　　　　　　　　　　　　　　　　日期：',
})

/** 缺口清单: what was not found before the visit, with a box to tick at the school. */
export const gapPaper = (source: InspectionPaperSource, gaps: readonly VisitGap[]): Paper => ({
  title: `${source.year}年度现场检查缺口清单`,
  unit: source.unit,
  madeOn: source.madeOn,
  about: sectionWords(source),
  lists: [
    {
      heading: '一、缺口',
      columns: [
        { head: '条', width: 12, align: 'center' },
        { head: '缺口', width: 21, align: 'center' },
        { head: '内容', width: 81, align: 'left' },
        { head: '看到了', width: 14, align: 'center' },
        { head: '记一笔', width: 28, align: 'left' },
      ],
      groups: groupsOf(source, (no) =>
        gaps.filter((gap) => gap.no === no && gap.kind !== 'original').map((gap) => [String(no), sayGap(gap.kind), gap.what, '□', '']),
      ),
      empty: '没有缺口。',
    },
    {
      heading: '二、要看的原件',
      columns: [
        { head: '条', width: 24, align: 'center' },
        { head: '原件', width: 90, align: 'left' },
        { head: '看到了', width: 14, align: 'center' },
        { head: '记一笔', width: 28, align: 'left' },
      ],
      groups: [{ title: '', rows: joinOriginals(gaps.filter(({ no }) => isAskedItem(source, no))).map(({ what, items }) => [items.join('、'), what, '□', '']) }],
      empty: '没有写明存放处的原件。',
    },
  ],
})

const isAskedItem = (source: InspectionPaperSource, no: number): boolean =>
  source.form.sections.some((section) => section.items.includes(no) && isAsked(source, section.no))

const points = (score: number): string => formatPoints(toPoints(score))

const isAsked = ({ sections }: InspectionPaperSource, no: number): boolean => sections === undefined || sections.includes(no)

const sectionWords = (source: InspectionPaperSource): string =>
  source.sections === undefined
    ? '全部责任'
    : `责任：${source.form.sections.filter(({ no }) => isAsked(source, no)).map(({ no, name }) => `${no} ${name}`).join('、')}`

const groupsOf = (source: InspectionPaperSource, rowsOf: (no: number) => readonly (readonly string[])[]): readonly PaperGroup[] =>
  source.form.sections
    .filter(({ no }) => isAsked(source, no))
    .map(({ no, name, items }) => ({ title: `${no}　${name}`, rows: items.flatMap(rowsOf) }))
    .filter(({ rows }) => rows.length > 0)
