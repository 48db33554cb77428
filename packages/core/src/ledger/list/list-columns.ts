import { findDayWords } from './day-words.ts'
import type { ListCell, ListRow } from './list.ts'

/** What a column of the list holds. Persons are known only so that their names are not taken, and how many they were is. */
export type ColumnRole =
  | 'number' | 'year' | 'month' | 'week' | 'weekday' | 'ofWeek' | 'date' | 'title' | 'content' | 'kind' | 'people' | 'reference' | 'note' | 'place' | 'persons' | 'photos' | 'aside' | 'matrix'

/** A kind with a column for its days and perhaps one for what each was about. */
export type ColumnGroup = { readonly head: string; readonly date: number; readonly title?: number }

export type Columns = {
  readonly roles: readonly (ColumnRole | undefined)[]
  readonly heads: readonly string[]
  /** Where each kind has several columns of its own: 支委会 over 时间 and 主题, 党员大会 over 时间 and 主题. */
  readonly groups?: readonly ColumnGroup[]
}

/** In this order: a head that fits several is what it is first (参加人数 is a count, 活动地点 a place). */
const heads: readonly (readonly [ColumnRole, RegExp])[] = [
  ['number', /^(?:序号?|编号|序列|次数|次序|第几次|行号|no\.?)$/i],
  ['year', /^(?:年|年度|年份)$/],
  ['month', /^(?:月|月份|月度)$/],
  ['date', /^(?:日|号)$/],
  ['ofWeek', /^(?:周|星期|礼拜)[一二三四五六日天]$/],
  ['weekday', /^(?:星期|周几|礼拜)/],
  ['week', /^(?:教学)?周(?:次|别|数)?$/],
  ['aside', /应到|应参加|列席人数|缺席|请假|学时|时长|课时|完成时限|天气|得分|分值|金额|经费/],
  ['people', /人数|实到|几人|多少人|(?:出席|参加|到会|参会|与会|出勤)情况|^(?:出席|到会|出勤|参会)$|参与数/],
  ['date', /日期|时间|年月日|^月日$|^起[止讫]$/],
  ['place', /地点|地址|场所|会场|地方|[室厅馆]$/],
  ['reference', /页码|页数|^页$|记录本|记载簿|文号|佐证|支撑|档案|存放|归档|出处|所在页|材料编号|材料名称|见证|索引|资料位置|原件|^(?:会议)?记录$|^(?:相关|过程|备查|会议|活动)?(?:材料|附件|凭证)$/],
  ['persons', /(?:人员|主持|主讲|主持人|记录[人员者]|负责人?|对象|责任人|组织者|参与者|授课人?|宣讲人?|联系人|列席|签到|姓名|签名|参加人|参会人|参与人|出席人|牵头|领导|带班|谁参加|^(?:参加|参与)$|[^\d一二三四五六七八九十几全本]人|责任)$/],
  ['note', /备注|附注|完成情况|^完成$|落实情况|^说明$|情况说明|其他$|其它$|^注$/],
  ['kind', /类别|类型|形式|种类|分类|性质|项目|属于|^类$/],
  ['title', /主题|名称|标题|题目|议题|事项|文件名|照片名|会名/],
  ['content', /内容|摘要|概况|纪要|议程|简介|情况$|主要|[记纪]事|[记叙]述|经过/],
  ['title', /活动|会议|工作|照片|图片|做了什么|事件|学习/],
]

const squash = (text: string): string => text.replace(/[\s（(][^）)]*[）)]|\s/g, '').replace(/[：:*]$/, '')

const roleOfHead = (text: string): ColumnRole | undefined => {
  const plain = squash(text)
  return plain === '' || plain.length > 12 ? undefined : heads.find(([, pattern]) => pattern.test(plain))?.[0]
}

const carrying: ReadonlySet<ColumnRole> = new Set(['date', 'month', 'title', 'content', 'kind'])

/**
 * The columns that a head row names; undefined for a row that is no head. `above` are the columns of the row before it,
 * where that was a head too: a merged 时间 over 月 and 日 gives way to them. `isKind` tells a head that is an entry kind:
 * a list may give each kind a column of its own, with days in its cells. `opensList`: no activity stands above.
 */
export const readHead = (row: ListRow, above: Columns | undefined, isKind: (text: string) => boolean, year: number, opensList = false): Columns | undefined => {
  const distinct = [...new Set(row.cells)].filter((cell): cell is ListCell => cell !== undefined && cell.text.trim() !== '')
  if (distinct.length < 2 || distinct.some((cell) => cell.value !== undefined || cell.text.trim().length > 20)) return undefined
  if (distinct.some((cell) => findDayWords(cell.text, year).some((word) => word.kind === 'day'))) return undefined
  const isWeekGrid = row.cells.filter((cell) => cell !== undefined && roleOfHead(cell.text) === 'ofWeek').length >= 3
  // One weekday alone is a row's own day and no head.
  const roleOf = (text: string): ColumnRole | undefined => (isWeekGrid || roleOfHead(text) !== 'ofWeek' ? roleOfHead(text) : undefined)
  const own = row.cells.map((cell) => (cell === undefined ? undefined : roleOf(cell.text)))
  dropDaysOfWriting(own, row)
  const known = new Set(own.filter((role) => role !== undefined))
  const kinds = row.cells.map((cell) => cell !== undefined && isKindHead(squash(cell.text), isKind))
  const others = new Set(own.filter((_, column) => !kinds[column]))
  const isMatrix = new Set(row.cells.filter((_, column) => kinds[column])).size >= 2 && (others.has('month') || others.has('date')) && distinct.every((cell) => isKindHead(squash(cell.text), isKind) || roleOf(cell.text) !== undefined)
  const named = distinct.filter((cell) => roleOf(cell.text) !== undefined || isKind(squash(cell.text))).length
  // Before anything happened a row of short words with a day among them is a head, whatever the others are called.
  const opensWithDay = opensList && known.has('date') && distinct.length >= 3 && distinct.every((cell) => /^[^：:，。；]{1,10}$/.test(cell.text.trim()))
  const isHead = isMatrix || isWeekGrid || opensWithDay || (named * 2 >= distinct.length && ([...known].filter((role) => carrying.has(role)).length >= 2 || (named * 3 >= distinct.length * 2 && known.size >= 2 && (known.has('title') || known.has('content'))) || (known.has('date') && known.size >= 2 && named + 1 === distinct.length) || (above !== undefined && known.size >= 2)))
  if (!isHead) return undefined
  const roles = row.cells.map((_, column) => (isMatrix && kinds[column] ? 'matrix' : (own[column] ?? above?.roles[column])))
  const groups = above === undefined ? [] : groupsUnder(above, own)
  if (groups.length >= 2) return { roles: own.map((role, column) => role ?? (above?.roles[column] === 'matrix' ? undefined : above?.roles[column])), heads: row.cells.map((cell) => squash(cell?.text ?? '')), groups }
  return { roles: settle(roles, row), heads: row.cells.map((cell) => squash(cell?.text ?? '')) }
}

/** Whether a row that looks like a head is one amid rows already read: the heads again, or words for columns and nothing else. */
export const isHeadAgain = (row: ListRow, before: Columns, isKind: (text: string) => boolean): boolean => {
  const texts = [...new Set(row.cells.flatMap((cell) => (cell === undefined || cell.text.trim() === '' ? [] : [squash(cell.text)])))]
  const same = texts.filter((text) => before.heads.includes(text)).length
  return same * 2 >= texts.length || texts.every((text) => ![undefined, 'ofWeek'].includes(roleOfHead(text)) || isKindHead(text, isKind))
}

const dayOfWriting = /提交|填[报表写]|登记|上传|录入|报送|更新|修改|发布|审核|归档|完成/

/** 提交时间 beside 活动日期 is the day on which somebody wrote it down. */
const dropDaysOfWriting = (roles: (ColumnRole | undefined)[], row: ListRow): void => {
  const isWriting = roles.map((role, column) => role === 'date' && dayOfWriting.test(row.cells[column]?.text ?? ''))
  if (!roles.some((role, column) => role === 'date' && isWriting[column] === false)) return
  isWriting.forEach((is, column) => (roles[column] = is ? 'aside' : roles[column]))
}

const groupsUnder = (above: Columns, own: readonly (ColumnRole | undefined)[]): readonly ColumnGroup[] => {
  const headAt = (column: number): number => {
    for (let at = column; at >= 0; at--) if ((above.heads[at] ?? '') !== '') return above.roles[at] === 'matrix' ? at : -1
    return -1
  }
  return own.flatMap((role, date): readonly ColumnGroup[] => {
    const kind = role === 'date' ? headAt(date) : -1
    if (kind < 0) return []
    const head = above.heads[kind] ?? ''
    const title = own.findIndex((one, column) => (one === 'title' || one === 'content') && (headAt(column) === kind || above.heads[headAt(column)] === head))
    return [{ head, date, ...(title < 0 ? {} : { title }) }]
  })
}

const isKindHead = (text: string, isKind: (text: string) => boolean): boolean =>
  text.length <= 10 && !/(?:主题|内容|时间|地点|记录|名称|次数|人数|日期)$/.test(text) && isKind(text)

/** 照片 beside a column that tells what happened says how many there are; alone it tells what they show. */
const besidePhotos = (roles: readonly (ColumnRole | undefined)[], row: ListRow): readonly (ColumnRole | undefined)[] => {
  const ofPhotos = row.cells.map((cell) => /^(?:活动|会议|现场)?(?:照片|图片)(?:数量?|张数)?$/.test(squash(cell?.text ?? '')))
  if (!roles.some((role, column) => (role === 'title' || role === 'content') && ofPhotos[column] === false)) return roles
  return roles.map((role, column) => (ofPhotos[column] === true && (role === 'title' || role === 'people') ? 'photos' : role))
}

/** Without a title column, the column that comes nearest is the title. */
const settle = (roles: readonly (ColumnRole | undefined)[], row: ListRow): readonly (ColumnRole | undefined)[] => {
  const hasMonth = roles.includes('month')
  const numbered = besidePhotos(roles, row).map((role, column) => (role === 'year' && !hasMonth && /^年$/.test(squash(row.cells[column]?.text ?? '')) ? 'date' : role))
  if (numbered.includes('matrix') || numbered.filter((role) => role === 'ofWeek').length >= 3) return numbered
  const title = row.cells[numbered.indexOf('title')]
  // 会议名称 beside 会议议题: the first is what it is called, the other what it was about.
  if (numbered.includes('title')) return numbered.map((role, column) => (role === 'title' && row.cells[column] !== title ? 'content' : role))
  // 材料名称 over a list of papers: each is named after what was held.
  const named = numbered.findIndex((role, column) => role === 'reference' && /名称/.test(row.cells[column]?.text ?? ''))
  if (named >= 0 && !numbered.includes('content')) return numbered.map((role, column) => (column === named ? 'title' : role))
  const nearest = (['content', 'kind', 'note'] as const).find((role) => numbered.includes(role))
  if (nearest === undefined || (nearest === 'note' && numbered.includes(undefined))) return numbered
  const first = numbered.indexOf(nearest)
  // The kind column goes on telling the kind even where it is all the title there is.
  return numbered.map((role, column) => (column === first || (role === nearest && row.cells[column] === row.cells[first]) ? 'title' : role))
}
