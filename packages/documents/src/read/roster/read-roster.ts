import type { Finding, ListRow, ListSheet } from '@zicha/core'
import { readSheets } from '../list-sheets.ts'
import { Unreadable } from '../reading-finding.ts'
import { countFrom, nameFrom, organizationFrom, ownershipFrom, postFrom, stagesFrom } from './roster-cells.ts'
import type { RosterOrganization, RosterPost, RosterStage } from './roster-cells.ts'
import { chooseRosterColumns, rosterHeadScore } from './roster-columns.ts'
import type { RosterColumn, RosterField } from './roster-columns.ts'

/** A person as a row names them; without an account one is proposed later. `formerUnits`: names of schools where an inspector worked. */
export type RosterPerson = { readonly post: RosterPost; readonly name: string; readonly account?: string; readonly formerUnits?: readonly string[] }

/** One row of the list: a school with what the row says of it. What it does not say is absent. */
export type RosterRow = {
  /** As its program numbers it, from 1. */
  readonly row: number
  readonly unit: string
  readonly code?: string
  readonly stages?: readonly RosterStage[]
  readonly ownership?: 'public' | 'private'
  readonly members?: number
  readonly partyOrganization?: RosterOrganization
  readonly partyGroups?: number
  readonly people: readonly RosterPerson[]
  /** What of this row was not understood or not taken, in words. */
  readonly findings: readonly Finding[]
}

export type RosterReading = {
  /** The heads as written, with what each column is taken for. */
  readonly columns: readonly { readonly head: string; readonly column: RosterColumn }[]
  readonly rows: readonly RosterRow[]
  readonly findings: readonly Finding[]
}

/**
 * Reads schools and their people from a Word, Excel or text file, pasted rows among them. `columns` puts right what was
 * found by the heads; a column of phone numbers, identity numbers or addresses stays left out whatever it says. Never
 * throws for a broken file: then there are no rows, and one finding of level `error` says why and what to do.
 */
export const readRoster = (bytes: Uint8Array, fileName: string, columns?: readonly RosterColumn[]): RosterReading => {
  try {
    return rosterOf(readSheets(bytes), columns)
  } catch (error) {
    const known = error instanceof Unreadable ? error : new Unreadable('broken', fileName || '文件', '文件的内容不完整，读不出来。原文件没有改动，请重新另存一份再放入。')
    return { columns: [], rows: [], findings: [known.finding] }
  }
}

const rosterOf = (sheets: readonly ListSheet[], given: readonly RosterColumn[] | undefined): RosterReading => {
  const best = sheets.map((sheet) => ({ sheet, head: findHead(sheet.rows) })).toSorted((a, b) => b.head.score - a.head.score)[0]
  if (best === undefined || best.head.score === 0) {
    throw new Unreadable('no_roster', '文件', '没有找到写着“学校”或“单位名称”的表头。请在第一行写上各列的名字，再放入。')
  }
  const { sheet, head } = best
  const texts = (sheet.rows[head.at]?.cells ?? []).map((cell) => oneLine(cell?.text ?? ''))
  const found = chooseRosterColumns(texts)
  // Nobody can choose to take what is not to be taken.
  const chosen = found.map((column, index) => (column === 'private' ? column : (given?.[index] ?? column)))
  const rows = sheet.rows.slice(head.at + 1).flatMap((row) => readRow(row, chosen))
  return {
    columns: texts.map((text, index) => ({ head: text, column: chosen[index] ?? 'unused' })),
    rows: chosen.includes('person') ? withNamesCarried(rows) : rows,
    findings: chosen.includes('unit') ? [] : [{ code: 'roster.no_unit', level: 'error', where: '表头', message: '还没有哪一列是学校名称。请在上面选一列。' }],
  }
}

const findHead = (rows: readonly ListRow[]): { readonly at: number; readonly score: number } =>
  rows.slice(0, 12).reduce(
    (best, row, at) => {
      const score = rosterHeadScore(row.cells.map((cell) => cell?.text ?? ''))
      return score > best.score ? { at, score } : best
    },
    { at: 0, score: 0 },
  )

const oneLine = (text: string): string => text.replace(/\s*\n\s*/gu, '').trim()

/** A list of one person a row names its school once: an empty place means the school above. */
const withNamesCarried = (rows: readonly RosterRow[]): readonly RosterRow[] => {
  let above = ''
  return rows.map((row) => {
    if (row.unit !== '') above = row.unit
    return row.unit === '' && row.code === undefined ? { ...row, unit: above } : row
  })
}

const readRow = (row: ListRow, columns: readonly RosterColumn[]): readonly RosterRow[] => {
  const at = (field: RosterField): string => oneLine(row.cells[columns.indexOf(field)]?.text ?? '')
  if (row.cells.every((cell) => (cell?.text ?? '').trim() === '')) return []
  const unit = at('unit').replace(/\s/gu, '')
  if (/^(?:合计|总计|共计|小计|备注|注|说明)[:：]?/u.test(unit) && at('code') === '') return []
  const findings: Finding[] = []
  const say = (code: string, level: 'error' | 'warning', message: string): void => {
    findings.push({ code: `roster.${code}`, level, where: row.where, message })
  }
  const understood = <T>(field: RosterField, read: (text: string) => T | undefined | null, example: string): T | undefined => {
    const value = read(at(field))
    if (value === null) say('unclear', 'warning', `“${at(field).slice(0, 20)}”看不明白，这一格没有收。${example}`)
    return value ?? undefined
  }
  const stages = understood('stages', stagesFrom, '可以写幼儿园、小学、初中、高中、中职、特殊教育。')
  const ownership = understood('ownership', ownershipFrom, '可以写公办、民办。')
  const members = understood('members', countFrom, '请写人数，如46。')
  const partyOrganization = understood('partyOrganization', organizationFrom, '可以写党支部、党总支、党委、联合党支部、无。')
  const partyGroups = understood('partyGroups', countFrom, '请写个数，没有写0。')
  const code = at('code').normalize('NFKC').replace(/\s/gu, '')
  const former = (row.cells[columns.indexOf('formerUnits')]?.text ?? '').split(/[、,，;；/\n]/u).map((name) => name.replace(/\s/gu, '')).filter((name) => !/^(?:|无|没有|[-—－]+)$/u.test(name))
  const people = withFormerUnits(peopleOf(at, say), [...new Set(former)], say)
  if (unit === '' && people.length === 0 && code === '' && findings.length === 0) return []
  return [
    {
      row: row.row,
      unit,
      ...(code === '' ? {} : { code }),
      ...(stages === undefined ? {} : { stages }),
      ...(ownership === undefined ? {} : { ownership }),
      ...(members === undefined ? {} : { members }),
      ...(partyOrganization === undefined ? {} : { partyOrganization }),
      ...(partyGroups === undefined ? {} : { partyGroups }),
      people,
      findings,
    },
  ]
}

type Say = (code: string, level: 'error' | 'warning', message: string) => void

const peopleOf = (at: (field: RosterField) => string, say: Say): readonly RosterPerson[] => {
  const one = (post: RosterPost, names: string, accounts: string): readonly RosterPerson[] => {
    if (names === '') return []
    const written = names.normalize('NFKC').split(/[、,，;；/]/u).map(nameFrom).filter(({ name }) => name !== '')
    if (nameFrom(names).hadNumber) say('number', 'warning', '姓名旁边有号码，只收了姓名，号码没有收。')
    const named = accounts === '' ? [] : accounts.split(/[、,，;；/]/u).map((account) => account.trim())
    return written.map(({ name }, index) => ({ post, name, ...(named[index] === undefined || named[index] === '' ? {} : { account: named[index] }) }))
  }
  const person = at('person')
  const post = postFrom(at('post'))
  if (person !== '' && (post === undefined || post === null)) {
    say('post', 'error', `${nameFrom(person).name}没有写明是书记还是党务干部。请在“岗位”一列写上。`)
  }
  return [
    ...one('secretary', at('secretary'), at('secretaryAccount')),
    ...one('clerk', at('clerk'), at('clerkAccount')),
    ...(post === undefined || post === null ? [] : one(post, person, at('account'))),
  ]
}

/** Only whom inspectors are kept away from matters: of others nothing is taken. */
const withFormerUnits = (people: readonly RosterPerson[], formerUnits: readonly string[], say: Say): readonly RosterPerson[] => {
  if (formerUnits.length === 0) return people
  if (people.some(({ post }) => post !== 'inspector')) say('former', 'warning', '曾任职学校只给检查人回避用，别的岗位的没有收。')
  return people.map((person) => (person.post === 'inspector' ? { ...person, formerUnits } : person))
}
