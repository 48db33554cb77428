import type { PartAsRead } from '../clause/reading.ts'
import type { Finding } from '../finding.ts'
import type { EntryKind } from '../ledger/entry-kind.ts'
import { kindsNamedIn } from '../ledger/kinds-named-in.ts'
import { formatPoints, sum, toDecimal, toPoints } from '../points.ts'
import type { Part } from '../rule/part.ts'
import type { Shortfall } from '../rule/shortfall.ts'
import type { Criterion, Form, FormPart, FormSection } from './form.ts'
import { nameForKind, ownKinds } from './own-kinds.ts'
import { printedColumns } from './printed-columns.ts'
import { type CriterionAsRead, readRow, type RowReading } from './read-row.ts'
import type { Table } from './table.ts'
import { titleLinesOf } from './title-lines.ts'

export type FormReading = { readonly form: Form; readonly findings: readonly Finding[] }

/** Every row's reading, in the table's order: what the form and the answer of `zicha read` are both made from. */
export const readRows = (table: Table): readonly RowReading[] => table.rows.map(readRow)

/**
 * A form from an official table. What could not be read is a finding, and its points are left to a person's judgement,
 * so that the form can be tried at once. `kinds` is the vocabulary that suggests what feeds a count; a count that none
 * of them is meant by gets a kind of the form's own. Without a vocabulary nothing is fed.
 */
export const formFromTable = (table: Table, kinds: readonly EntryKind[] = [], rows: readonly RowReading[] = readRows(table)): FormReading => {
  const total = table.total ?? toDecimal(sum(rows.map((row) => toPoints(row.points))))
  const sections = sectionsOf(table, rows)
  const items = rows.map(({ row, points }) => ({ no: row.no, section: row.section, points, duty: row.duty, clause: row.clause || row.duty }))
  const criteria = rows.flatMap((row) => criteriaOf(row, vocabularyFor(rows, kinds)))
  const brought = ownKinds({ criteria, items, sections }, kinds)
  const form: Form = {
    id: 'new-form',
    title: table.title || '未命名的考核表',
    titleLines: titleLinesOf(table.title || '未命名的考核表'),
    edition: '待发布',
    heading: table.heading ?? '',
    ...linesOf(table),
    columns: printedColumns(table.columns),
    totalRow: table.totalRow ?? '',
    signatureLine: table.signatureLine ?? '',
    total,
    sections,
    items,
    criteria,
    ...(brought.length === 0 ? {} : { entryKinds: brought }),
  }
  return { form, findings: rows.flatMap(findingsOf) }
}

/** 单位：…  考核日期：…: where both stand in one paragraph, the date's label goes with the date. */
const linesOf = (table: Table): Pick<Form, 'unitLine' | 'dateLine'> => {
  const { unitLine = '', dateLine = '' } = table
  const label = /[^\s：:]*(?:日期|时间)[：:]\s*$/u.exec(unitLine)?.[0] ?? ''
  const unit = unitLine.slice(0, unitLine.length - label.length).trim()
  return label === '' || unit === '' || dateLine === '' ? { unitLine, dateLine } : { unitLine: unit, dateLine: `${label.trim()}${dateLine}` }
}

export const sectionsOf = (table: Table, rows: readonly RowReading[]): FormSection[] =>
  table.sections.map((section) => {
    const own = rows.filter(({ row }) => row.section === section.no)
    return {
      no: section.no,
      name: section.name || '全表',
      points: section.points ?? toDecimal(sum(own.map((row) => toPoints(row.points)))),
      items: own.map(({ row }) => row.no),
    }
  })

const criteriaOf = (reading: RowReading, vocabulary: Vocabulary): Criterion[] => {
  const { row, criteria, points } = reading
  if (criteria.length === 0) return points > 0 ? [judgedCriterion(reading)] : []
  return criteria.map((one): Criterion => {
    const source = row.clause.slice(one.span.start, one.span.end).replace(/^[，；。、\s]+/, '').trim()
    const named = kindsNamedIn(`${source}${criteria.length === 1 ? row.duty : ''}`, vocabulary.kinds)
    const parts = one.parts.map((part) => formPart(part, named, vocabulary))
    const fed = parts.some((part) => part.fedBy.length > 0)
    return {
      id: one.id,
      item: row.no,
      points: one.points,
      title: titleOf(one, row.duty, criteria.length === 1),
      source: source || row.clause,
      parts,
      ...(sharedCapOf(one) === undefined ? {} : { sharedCap: sharedCapOf(one) ?? 0 }),
      suggestedBy: fed ? [] : named,
      evidence: [],
      evidenceAsked: /提供|记录|照片|资料|材料|台账/.test(source),
      due: [],
      ...(noteOf(one) === undefined ? {} : { note: noteOf(one) ?? '' }),
    }
  })
}

/** A clause that no rule was read from: a person gives the marks until the bureau settles it. */
const judgedCriterion = ({ row, points }: RowReading): Criterion => ({
  id: `${row.no}.1`,
  item: row.no,
  points,
  title: shorten(row.duty || row.clause),
  source: row.clause || row.duty,
  parts: [{ kind: 'discretionary', min: 0, max: points, condition: shorten(row.duty || row.clause), fedBy: [] }],
  suggestedBy: [],
  evidence: [],
  evidenceAsked: false,
  due: [],
  note: '评分办法没有读懂，先由人打分。',
})

/** A shortfall without its count cannot be reckoned from days: until the count is settled it asks how many are missing. */
const formPart = (part: PartAsRead, named: readonly string[], vocabulary: Vocabulary): FormPart => {
  const { rule } = part
  if (rule.kind !== 'shortfall') return { ...(rule satisfies Part), fedBy: [] }
  const { required } = rule
  // The plan says 4月班级体育比赛: how often it is due is said by the rule, not by its name.
  if (required !== undefined) return { ...rule, required, what: nameForKind(rule.what) ?? rule.what, fedBy: feederOf(rule.what, named, vocabulary) }
  return {
    kind: 'per_occurrence',
    deduct_each: rule.deduct_each,
    unit: '次',
    ...(rule.cap === undefined ? {} : { cap: rule.cap }),
    condition: `缺少${rule.what}`,
    fedBy: [],
  }
}

/** `native`: the table speaks of so many of the kinds that they are its own words, and not words of another field. */
type Vocabulary = { readonly kinds: readonly EntryKind[]; readonly native: boolean }

const vocabularyFor = (rows: readonly RowReading[], kinds: readonly EntryKind[]): Vocabulary => ({
  kinds,
  native: kindsNamedIn(rows.map(({ row }) => `${row.duty}${row.clause}`).join('\n'), kinds).length >= 8,
})

/** The kind whose entries a count counts: one that its words mean, else one of the form's own, else one named beside it. */
const feederOf = (what: Shortfall['what'], named: readonly string[], { kinds, native }: Vocabulary): readonly string[] => {
  if (kinds.length === 0) return []
  const own = nameForKind(what)
  const inWhat = kindsNamedIn(own ?? '', kinds)[0] ?? kindsNamedIn(what, kinds)[0]
  if (native) return [inWhat ?? named[0] ?? own ?? []].flat()
  // 党建专题会议 is 专题会议; in a table of another field 安全生产专题会议 is another thing, and must not be counted by it.
  const meant = kinds.find((kind) => [kind.name, ...kind.alsoCalled].some((word) => own?.includes(word) === true && word.length * 2 > own.length))
  return [meant?.name ?? own ?? named[0] ?? []].flat()
}

const sharedCapOf = (one: CriterionAsRead): number | undefined => {
  const caps = one.parts.flatMap(({ rule, assumed }) => ((rule.kind === 'shortfall' || rule.kind === 'per_occurrence') && rule.cap !== undefined && !assumed.includes('cap') ? [rule.cap] : []))
  return caps.length > 1 && new Set(caps).size === 1 ? caps[0] : undefined
}

const noteOf = (one: CriterionAsRead): string | undefined => {
  const assumed = new Set(one.parts.flatMap((part) => part.assumed))
  const notes = [
    assumed.has('required') ? '次数取自责任一栏' : '',
    assumed.has('kind') ? '两类单位各按自己的一句' : '',
    assumed.has('points') || assumed.has('max') ? '分数取自本条分值' : '',
    one.parts.some(({ rule }) => rule.kind === 'shortfall' && rule.required === undefined) ? '细则没有写应有几次' : '',
  ].filter((text) => text !== '')
  return notes.length === 0 ? undefined : `${notes.join('；')}。`
}

const titleOf = (one: CriterionAsRead, duty: string, only: boolean): string => {
  const [first] = one.parts
  if (first === undefined) return shorten(duty)
  const { rule } = first
  switch (rule.kind) {
    case 'shortfall':
      return shorten(nameForKind(rule.what) ?? (rule.what || duty))
    case 'tiers':
      return shorten(only && duty !== '' ? duty : (rule.levels[0]?.label ?? duty))
    case 'grade_bands':
      return shorten(duty)
    case 'percentage':
      return shorten(rule.formula)
    case 'discretionary':
      return shorten(rule.condition ?? duty)
    default:
      return shorten(rule.condition || duty)
  }
}

const shorten = (text: string): string => {
  const plain = text.replace(/\s+/g, '').replace(/^[（(]?\d+[）)、.]/, '')
  const phrase = plain.split(/[，。；：]/)[0] ?? plain
  const chosen = phrase.length >= 4 ? phrase : plain
  return chosen.length > 18 ? `${chosen.slice(0, 17)}…` : chosen || '未写明'
}

const findingsOf = ({ row, points, criteria, unread }: RowReading): Finding[] => {
  const where = `第${row.no}条`
  const found = (code: string, level: Finding['level'], message: string): Finding => ({ code: `form.${code}`, level, where, message })
  return [
    ...unread.map((one) => found('unread', 'warning', `“${one.text.slice(0, 40)}”没有读懂，没有计入，请核对时补上或确认。`)),
    ...(points === 0 ? [found('no_points', 'error', '这一条没有写分值，请补上。')] : []),
    ...(criteria.length === 0 && unread.length === 0 && points > 0 ? [found('no_rule', 'warning', `没有读到怎么给分，先按0到${formatPoints(toPoints(points))}分由人打分，请核对。`)] : []),
    ...criteria.flatMap((one) =>
      one.parts.some(({ rule }) => rule.kind === 'shortfall' && rule.required === undefined)
        ? [found('no_count', 'warning', `“${row.clause.slice(one.span.start, one.span.end).replace(/^[，；。\s]+/, '').slice(0, 30)}”没有写应有几次，请补上次数。`)]
        : [],
    ),
  ]
}
