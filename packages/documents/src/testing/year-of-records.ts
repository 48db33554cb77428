import type { PaperRecord, PaperSource } from '../papers/paper-record.ts'
import { shippedForm } from './shipped-form.ts'

const hash = (n: number): string => n.toString(16).padStart(2, '0').repeat(32)

const study = (month: number): PaperRecord => ({
  id: `s${month}`,
  title: `${month}月集中学习`,
  happenedOn: `2026-${String(month).padStart(2, '0')}-11`,
  kinds: ['集中学习'],
  people: 9,
  late: month === 2,
  items: [5],
  evidence: [{ kind: 'reference', reference: `记录本P${month * 3}`, place: '党建室3号柜' }],
})

const meeting: PaperRecord = {
  id: 'm',
  title: '上半年专题会议：研究全面从严治党、意识形态和党风廉政',
  happenedOn: '2026-03-20',
  kinds: ['专题会议', '意识形态研判', '党风廉政研究'],
  note: '会上通过了年度党建计划。',
  people: 7,
  late: false,
  items: [2, 26, 29],
  evidence: [
    { kind: 'file', sha256: hash(1), name: 'IMG_20260320_164012.jpg', arrived: true },
    { kind: 'file', sha256: hash(2), name: '签到表（微信图片）.jpg', arrived: true },
    { kind: 'file', sha256: hash(3), name: 'still-on-its-way.jpg', arrived: false },
    { kind: 'reference', reference: '校党〔2026〕4号' },
  ],
}

/** A year as a school has it, for papers: twelve studies, one meeting for three items, one record of no item. */
export const yearOfRecords = (changes: Partial<PaperSource> = {}): PaperSource => ({
  unit: '云溪小学',
  year: 2026,
  madeOn: '2026-12-08',
  items: shippedForm().items,
  records: [
    ...Array.from({ length: 12 }, (_, index) => study(index + 1)),
    meeting,
    { id: 'o', title: '校园开放日', happenedOn: '2026-10-17', kinds: ['德育活动'], late: false, items: [], evidence: [] },
  ].toSorted((a, b) => (a.happenedOn < b.happenedOn ? -1 : 1)),
  ...changes,
})

export const endingOf = (): string => '.jpg'
