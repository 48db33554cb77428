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

/** A new round asks all schools; its year is this one, its end the 20th of December. */
export const newRoundDraft = (today: string, form: string, schools: readonly Unit[]): RoundDraft => ({
  form,
  year: today.slice(0, 4),
  opensOn: today,
  dueOn: `${today.slice(0, 4)}-12-20` > today ? `${today.slice(0, 4)}-12-20` : '',
  listNumber: '',
  keepUntil: `${Number(today.slice(0, 4)) + 1}-12-31`,
  units: schools.map(({ code }) => code),
  inspectors: {},
})

export const schoolsOf = (units: readonly Unit[]): readonly Unit[] => units.filter(({ kind }) => kind === 'school')

/** What would stop the round from opening, each with its field. */
export const roundFaults = (draft: RoundDraft): readonly Fault[] => [
  ...(/^20\d\d$/u.test(draft.year) ? [] : [{ field: 'year', message: `年度填了“${draft.year}”。请填四位数，如2026。` }]),
  ...(draft.opensOn === '' ? [{ field: 'opens-on', message: '还没有填开始日期。' }] : []),
  ...(draft.dueOn === '' ? [{ field: 'due-on', message: '还没有填截止日期。' }] : []),
  ...(draft.opensOn !== '' && draft.dueOn !== '' && draft.dueOn < draft.opensOn
    ? [{ field: 'due-on', message: '截止日期在开始日期前面，请对调或改一个。' }]
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

/** The name of a new round: its year and bureau; a second one in a year gets a number. */
export const roundIdFor = (year: string, bureau: string, taken: readonly string[]): string => {
  const base = `${year}-${bureau}`
  let id = base
  for (let next = 2; taken.includes(id); next += 1) id = `${base}-${next}`
  return id
}
