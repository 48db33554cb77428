import type { Round, RoundBody, Unit } from '../../../api/contract.ts'
import { daysBetween } from '../../../ui/day-words.ts'
import type { Fault } from '../../../ui/ErrorSummary.tsx'

export type RoundDraft = {
  readonly form: string
  readonly year: string
  readonly opensOn: string
  readonly dueOn: string
  readonly listNumber: string
  /** Until when photos are kept; empty: to the end of the year after the round's. */
  readonly keepUntil: string
  readonly units: readonly string[]
  readonly inspectors: Readonly<Record<string, readonly string[]>>
}

export const draftOfRound = (round: Round): RoundDraft => ({
  form: round.form,
  year: String(round.year),
  opensOn: round.opensOn,
  dueOn: round.dueOn,
  listNumber: round.listNumber ?? '',
  keepUntil: round.keepEvidenceUntil ?? '',
  units: round.units,
  inspectors: round.inspectors,
})

export type RoundDays = Pick<RoundDraft, 'opensOn' | 'dueOn' | 'keepUntil'>

/** The days that are proposed for a year: from today or its first day to the 20th of December, photos a year longer. */
export const proposedDays = (today: string, year: string): RoundDays => ({
  opensOn: `${year}-01-01` > today ? `${year}-01-01` : today,
  dueOn: `${year}-12-20` > today ? `${year}-12-20` : '',
  keepUntil: `${Number(year) + 1}-12-31`,
})

/** A new round asks all schools; its year is this one. */
export const newRoundDraft = (today: string, form: string, schools: readonly Unit[]): RoundDraft => ({
  form,
  year: today.slice(0, 4),
  ...proposedDays(today, today.slice(0, 4)),
  listNumber: '',
  units: schools.map(({ code }) => code),
  inspectors: {},
})

const isYear = (year: string): boolean => /^20\d\d$/u.test(year)

/** Another year, and with it the days that nobody typed; while a year is half typed they stand. */
export const withYear = (draft: RoundDraft, year: string, today: string, typed: ReadonlySet<string>): RoundDraft => {
  if (!isYear(year)) return { ...draft, year }
  const days = proposedDays(today, year)
  const day = (name: keyof RoundDays): string => (typed.has(name) ? draft[name] : days[name])
  return { ...draft, year, opensOn: day('opensOn'), dueOn: day('dueOn'), keepUntil: day('keepUntil') }
}

/** Schools that a round may ask: those in use, and whoever it asks already. */
export const schoolsOf = (units: readonly Unit[], asked: readonly string[]): readonly Unit[] =>
  units.filter(({ kind, code, outOfUse }) => kind === 'school' && (outOfUse === undefined || asked.includes(code)))

/** What would stop the round from opening, each with its field. */
export const roundFaults = (draft: RoundDraft): readonly Fault[] => [
  ...(isYear(draft.year) ? [] : [{ field: 'year', message: `年度填了“${draft.year}”。请填四位数，如2026。` }]),
  ...(draft.opensOn === '' ? [{ field: 'opens-on', message: '还没有填开始日期。' }] : []),
  ...(draft.dueOn === '' ? [{ field: 'due-on', message: '还没有填截止日期。' }] : []),
  ...(draft.opensOn !== '' && draft.dueOn !== '' && draft.dueOn < draft.opensOn
    ? [{ field: 'due-on', message: '截止日期在开始日期前面，请对调或改一个。' }]
    : []),
  ...(isYear(draft.year) && draft.dueOn !== '' && draft.dueOn < `${draft.year}-01-01`
    ? [{ field: 'due-on', message: `截止日期在${draft.year}年度开始以前，请改年度或日期。` }]
    : []),
  ...(draft.keepUntil !== '' && draft.dueOn !== '' && draft.keepUntil < draft.dueOn
    ? [{ field: 'keep-until', message: '照片要保存到截止日以后，请改晚一些。' }]
    : []),
  ...(draft.units.length === 0 ? [{ field: 'schools', message: '还没有选学校。至少选一所。' }] : []),
]

/** 教师厅〔2025〕2号: only checks on the yearly list, announced a month ahead. A warning, never a refusal. */
export const roundWarnings = (draft: RoundDraft): readonly string[] => {
  const notice = draft.opensOn === '' || draft.dueOn === '' ? 30 : daysBetween(draft.opensOn, draft.dueOn)
  return [
    ...(notice >= 0 && notice < 30 ? [`从开始到截止只有${notice}天，不到一个月，学校来不及准备。请考虑推后截止日。`] : []),
    ...(draft.listNumber.trim() === '' ? ['还没有写年度督查检查考核清单的编号。列入清单的才开展，可以先存，以后补上。'] : []),
  ]
}

/** Inspectors of schools that are not asked any more go with them. */
export const roundBodyOf = (draft: RoundDraft): RoundBody => ({
  form: draft.form,
  year: Number(draft.year),
  opensOn: draft.opensOn,
  dueOn: draft.dueOn,
  ...(draft.listNumber.trim() === '' ? {} : { listNumber: draft.listNumber.trim() }),
  ...(draft.keepUntil === '' ? {} : { keepEvidenceUntil: draft.keepUntil }),
  units: [...draft.units],
  inspectors: Object.fromEntries(
    draft.units.flatMap((unit) => {
      const given = draft.inspectors[unit] ?? []
      return given.length === 0 ? [] : [[unit, [...given]]]
    }),
  ),
})

/** Another round of the same table and year, with how many of the draft's schools it asks already. */
export type Running = { readonly round: Round; readonly shared: number }

export const alreadyRunning = (draft: RoundDraft, rounds: readonly Round[]): readonly Running[] =>
  rounds
    .filter(({ form, year }) => form === draft.form && String(year) === draft.year)
    .map((round) => ({ round, shared: round.units.filter((unit) => draft.units.includes(unit)).length }))
    .filter(({ shared }) => shared > 0)

/** The name of a new round: its year and bureau; a second one in a year gets a number. */
export const roundIdFor = (year: string, bureau: string, taken: readonly string[]): string => {
  const base = `${year}-${bureau}`
  let id = base
  for (let next = 2; taken.includes(id); next += 1) id = `${base}-${next}`
  return id
}
