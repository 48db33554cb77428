import { sayDay, sum, toPoints } from '@zicha/core'
import type { Points } from '@zicha/core'
import type { PlanAnswer } from '../../../api/contract.ts'
import { newEntryAddress } from './entries/new-entry-address.ts'

export type PlanLine = PlanAnswer['due'][number]

/** 11月集中学习 · 12.9前后党风廉政宣传教育 · 四张责任清单 */
export const lineWords = ({ what, period }: Pick<PlanLine, 'what' | 'period'>): string => {
  if (period === null || period === '全年' || what.includes(period)) return what
  return /^\d+\.\d+$/u.test(period) ? `${period}前后${what}` : `${period}${what}`
}

/** The word at the row's end: what no record settles is looked at, not recorded. */
export const verbOf = (line: PlanLine, verb: string): string => (line.kinds.length === 0 ? '看' : verb)

export const addressOf = (here: string, line: PlanLine, today: string): string => {
  const kind = line.kinds[0]
  return kind === undefined ? `${here}/sheet?item=${line.item}` : newEntryAddress(here, { kind, on: today })
}

/** A late entry: the stretch of time is known, the day a person must say. */
export const lateAddressOf = (here: string, line: PlanLine): string => {
  const kind = line.kinds[0]
  return kind === undefined
    ? `${here}/sheet?item=${line.item}`
    : newEntryAddress(here, { kind, ...(line.period === null ? {} : { period: line.period }) })
}

/** Where a lacking paper can be put right: the record that lacks it, else a new one of its kind, at the evidence. */
export const lackingAddress = (here: string, line: PlanAnswer['lackingEvidence'][number]): string => {
  if (line.entry !== null) return `${here}/entries/${line.entry}?${new URLSearchParams({ lacking: line.criterion })}`
  return line.kind ? newEntryAddress(here, { kind: line.kind, title: line.what, lacking: line.criterion }) : `${here}/sheet?item=${line.item}`
}

/** Which record lacks it, before what it lacks: 4月12日“主题党日”，; several records of one kind are told apart by it. */
export const lackingRecord = ({ on, title }: Pick<PlanAnswer['lackingEvidence'][number], 'on' | 'title'>): string =>
  // A copy that this device kept from an earlier version has neither.
  on && title ? `${sayDay(on)}“${title}”，` : ''

/** Gaps of one kind in one criterion, as one row: 支委会，缺1月、2月、3月. */
export type GapGroup = { readonly lines: readonly [PlanLine, ...PlanLine[]]; readonly loses: Points }

export const groupGaps = (lines: readonly PlanLine[]): readonly GapGroup[] => {
  const groups = new Map<string, [PlanLine, ...PlanLine[]]>()
  for (const line of lines) {
    const key = `${line.criterion}|${line.what}|${line.kinds[0] ?? ''}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [line])
    else group.push(line)
  }
  return [...groups.values()].map((group) => ({ lines: group, loses: sum(group.map((line) => toPoints(line.loses))) }))
}

/** 9月集中学习 · 支委会 where several are missing. */
export const gapWords = ({ lines }: GapGroup): string => (lines.length === 1 ? lineWords(lines[0]) : lines[0].what)

/** 缺1月、2月、3月等10次 */
export const gapPeriods = ({ lines }: GapGroup): string => {
  const periods = lines.flatMap((line) => (line.period === null ? [] : [line.period]))
  return periods.length > 4 ? `缺${periods.slice(0, 3).join('、')}等${lines.length}次` : `缺${periods.join('、')}`
}

export const gapAddress = (here: string, group: GapGroup): string =>
  group.lines.length === 1
    ? lateAddressOf(here, group.lines[0])
    : lateAddressOf(here, { ...group.lines[0], period: gapPeriods(group).replace(/^缺/u, '') })
