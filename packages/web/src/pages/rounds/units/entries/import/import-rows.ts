import { checkDayHasCome } from '@zicha/core'
import type { ImportBody, ImportPreview } from '../../../../../api/contract.ts'
import { monthOf, today } from '../../../../../ui/day-words.ts'

type PreviewRow = ImportPreview['rows'][number]

/** A row of the old list as it stands on the page: what was read, what a person changed, whether it comes along. */
export type ListRow = PreviewRow & { readonly key: number; readonly chosen: boolean }

/** Why a row cannot come along yet; null where it can. */
export const lackOf = (row: Pick<ListRow, 'happenedOn' | 'countsAs' | 'title'>, year: number, now: string = today()): string | null => {
  if (row.title.trim() === '') return '还没有标题。'
  if (row.happenedOn === null) return '还没有日期，选实际开展的那一天。'
  if (!row.happenedOn.startsWith(`${year}-`)) return `日期不在${year}年度内。`
  const [notYet] = checkDayHasCome(row.happenedOn, now)
  if (notYet !== undefined) return notYet.message
  return row.countsAs.length === 0 ? '还没有活动类型，选一个才知道计入哪一条。' : null
}

/** What is ready comes along by itself; what is there already, or lacks something, waits for a person. */
export const rowsOf = (preview: ImportPreview): readonly ListRow[] =>
  preview.rows.map((row, key) => ({ ...row, key, chosen: row.ready && !row.alreadyThere && lackOf(row, preview.year) === null }))

/** A change by a person. What lacks nothing any more comes along; what now lacks something does not. */
export const changeRow = (row: ListRow, change: Partial<Pick<ListRow, 'happenedOn' | 'countsAs' | 'title'>>, year: number): ListRow => {
  const changed = { ...row, ...change }
  return { ...changed, chosen: lackOf(changed, year) === null }
}

export const importBodyOf = (fileName: string, rows: readonly ListRow[]): ImportBody => ({
  ...(fileName.trim() === '' ? {} : { fileName: fileName.trim() }),
  entries: rows.flatMap((row) =>
    !row.chosen || row.happenedOn === null
      ? []
      : [
          {
            row: row.row,
            countsAs: [...row.countsAs],
            title: row.title.trim(),
            happenedOn: row.happenedOn,
            ...(row.note === undefined ? {} : { note: row.note }),
            ...(row.people === undefined ? {} : { people: row.people }),
            ...(row.reference === undefined ? {} : { evidence: [{ reference: row.reference }] }),
          },
        ],
  ),
})

/** The day has not come: nothing is lacking that a person could write. */
export const isNotYet = (row: Pick<ListRow, 'happenedOn'>, year: number, now: string = today()): boolean =>
  row.happenedOn !== null && row.happenedOn.startsWith(`${year}-`) && checkDayHasCome(row.happenedOn, now).length > 0

/** What is taken along of a row beside its day and kinds: 42人, 党支部记录本第3页, 地点：五楼. */
export const alongWords = (row: Pick<ListRow, 'people' | 'reference' | 'note'>): string =>
  [...(row.people === undefined ? [] : [`${row.people}人`]), ...(row.reference === undefined ? [] : [row.reference]), ...(row.note === undefined ? [] : [shortened(row.note.replace(/\s*\n\s*/gu, '；'))])].join('，')

const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text)

/** Which columns stay behind. Names of persons always do: a record counts people and lists none. */
export const leftWords = (left: readonly string[]): string =>
  `没有带来：${left.slice(0, 8).join('、')}${left.length > 8 ? `等${left.length}项` : ''}。记录里只记人数，不记姓名。`

/** 读到42行，36行可以导入，4行要补日期或类型，2行已经有了，1行日子还没到。 */
export const readWords = (rows: readonly ListRow[], year: number, now: string = today()): string => {
  const there = rows.filter((row) => row.alreadyThere).length
  const notYet = rows.filter((row) => !row.alreadyThere && isNotYet(row, year, now)).length
  const lacking = rows.filter((row) => !row.alreadyThere && lackOf(row, year, now) !== null).length - notYet
  const chosen = rows.filter((row) => row.chosen).length
  return [
    `读到${rows.length}行，勾上的${chosen}行会导入`,
    ...(lacking === 0 ? [] : [`${lacking}行要补日期或类型`]),
    ...(there === 0 ? [] : [`${there}行已经有了`]),
    ...(notYet === 0 ? [] : [`${notYet}行日子还没到`]),
  ].join('，')
}

/** 第5、26条 */
export const itemWords = (feeds: readonly string[]): string => {
  const items = [...new Set(feeds.map((criterion) => Number(criterion.split('.')[0])))].sort((a, b) => a - b)
  return items.length === 0 ? '不计入哪一条' : `计入第${items.join('、')}条`
}

/** 3月15日; the list may hold days of other years, which are said whole. */
export const rowDay = (day: string | null, year: number): string =>
  day === null ? '没有日期' : `${day.startsWith(`${year}-`) ? '' : `${day.slice(0, 4)}年`}${monthOf(day)}月${Number(day.slice(8, 10))}日`
