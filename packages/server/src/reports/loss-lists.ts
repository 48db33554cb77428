import { lostAt, sum, toDecimal } from '@zicha/core'
import type { ItemStanding } from '@zicha/core'
import type { PaperColumn, PaperList } from '@zicha/documents'
import type { LossesAnswer } from './losses.contract.ts'
import type { ProgressAnswer } from './reports.contract.ts'
import type { RoundStandings } from './round-standings.ts'

type Item = LossesAnswer['items'][number]
type Count = Item['self']

const shareOf = ({ units, lost }: Count): number => (units === 0 ? 0 : lost / units)
/** A bar of the share, four signs wide, as legible on a photocopy as in a cell. */
const barOf = (count: Count): string => (count.units === 0 ? '' : `${'█'.repeat(Math.round(shareOf(count) * 4))} ${Math.round(shareOf(count) * 100)}%`.trim())
const ofWhom = ({ units, lost }: Count): string => (units === 0 ? '' : `${lost}/${units}`)

/** Items on a page, in the form's order: of how many schools with a mark how many lost, in both columns. */
export const printedLosses = ({ items, submitted, inspected }: LossesAnswer): PaperList => ({
  heading: '各条失分的学校',
  columns: [
    { head: '条目', width: 12, align: 'center' },
    { head: '具体责任', width: 54, align: 'left' },
    { head: '满分', width: 12, align: 'center' },
    { head: '自查失分', width: 16, align: 'center' },
    { head: '比例', width: 23, align: 'left' },
    { head: '检查失分', width: 16, align: 'center' },
    { head: '比例', width: 23, align: 'left' },
  ],
  groups: [
    {
      title: `已提交${submitted}所，已有检查得分${inspected}所。失分栏是失分的学校和有得分的学校；未答（含答了一部分没失分的）、不适用不在内。`,
      rows: items.map(({ no, duty, max, self, inspection }) => [
        String(no), duty, String(max), ofWhom(self), barOf(self), ofWhom(inspection), barOf(inspection),
      ]),
    },
  ],
  empty: '',
})

const counted = (head: string): PaperColumn => ({ head, width: 15, align: 'center', numbers: 'count' })
const shared = (head: string): PaperColumn => ({ head, width: 22, align: 'center', numbers: 'share' })

/** The same items to be reckoned with: numbers as numbers, and both shares as one chart. */
export const reckonedLosses = ({ items, sections }: LossesAnswer): PaperList => ({
  heading: '各条失分',
  columns: [
    { head: '条', width: 9, align: 'center', numbers: 'mark' },
    { head: '责任', width: 36, align: 'left' },
    { head: '内容', width: 62, align: 'left' },
    { head: '满分', width: 11, align: 'center', numbers: 'mark' },
    counted('自查有得分'), counted('自查失分'), shared('自查失分比例'), counted('自查共失分数'), counted('自查未答'), counted('自查不适用'),
    counted('检查有得分'), counted('检查失分'), shared('检查失分比例'), counted('检查共失分数'), counted('还没定分'), counted('检查不适用'),
  ],
  groups: [{ title: '', rows: items.map((item) => [...itemCells(item, sections), ...countCells(item.self), ...countCells(item.inspection)]) }],
  empty: '',
  wide: { staying: 3 },
  chart: {
    title: '各条失分的学校占有得分的学校几成',
    names: 0,
    bars: [{ name: '自查', column: 6 }, { name: '检查', column: 12 }],
  },
})

const itemCells = ({ no, section, name, max }: Item, sections: LossesAnswer['sections']): readonly string[] => [
  String(no), sections.find((one) => one.no === section)?.name ?? '', name, String(max),
]

/** Where nobody has a mark there is no share, not 0. */
const countCells = (count: Count): readonly string[] => [
  String(count.units), String(count.lost), count.units === 0 ? '' : String(shareOf(count)), String(count.points), String(count.unanswered), String(count.notApplicable),
]

/** Every unit of the round by code with its mark at every item; blank where it has none. */
export const markList = (column: 'self' | 'inspection', { form, units }: RoundStandings, { items }: ProgressAnswer): PaperList => {
  const columnOf = new Map(units.map((unit) => [unit.unit, unit[column]]))
  return {
    heading: column === 'self' ? '各单位各条自查' : '各单位各条检查',
    columns: [
      { head: '单位代码', width: 26, align: 'center' },
      { head: '单位（学校）', width: 50, align: 'left' },
      ...form.items.map(({ no }): PaperColumn => ({ head: `${no}`, width: 10.5, align: 'center', numbers: 'mark' })),
      { head: '合计', width: 14, align: 'center', numbers: 'mark' },
      { head: '失分', width: 14, align: 'center', numbers: 'mark' },
      { head: column === 'self' ? '有未答的条数' : '未定条数', width: 18, align: 'center', numbers: 'count' },
    ],
    groups: [
      {
        title: '',
        rows: items.map(({ unit, name }) => {
          const standings = new Map((columnOf.get(unit) ?? []).map((standing) => [standing.no, standing]))
          const cells = form.items.map(({ no }) => markOf(standings.get(no)))
          return [unit, name, ...cells, ...totalsOf(form.items, standings)]
        }),
      },
    ],
    empty: '这一轮还没有学校。',
    wide: { staying: 2 },
  }
}

const markOf = (standing: ItemStanding | undefined): string => (standing === undefined || standing.status === 'unanswered' ? '' : String(toDecimal(standing.score)))

/** The sum, what was lost, and how many items neither counts whole. */
const totalsOf = (items: RoundStandings['form']['items'], standings: ReadonlyMap<number, ItemStanding>): readonly string[] => {
  if (standings.size === 0) return ['', '', '']
  const lost = items.flatMap(({ no, points }) => {
    const standing = standings.get(no)
    return standing === undefined ? [] : [lostAt(points, standing)]
  })
  const open = items.filter(({ no }) => isOpen(standings.get(no))).length
  return [String(toDecimal(sum([...standings.values()].map(({ score }) => score)))), String(toDecimal(sum(lost))), String(open)]
}

const isOpen = (standing: ItemStanding | undefined): boolean => standing === undefined || standing.status === 'unanswered' || standing.open > 0
