import type { Form } from '../form/form.ts'
import { formatPoints, subtract, times, toPoints, zero, type Points } from '../points.ts'
import { namedFindings, type NamedFinding } from './named-findings.ts'
import { reckonFindings, type ChosenFinding, type HeldSheet } from './reckon-findings.ts'

const spent = '已扣完，不再扣'

/** The reason that goes with the mark, with what each finding took: 集中学习缺2次，扣2分；支委会缺1次，已扣完，不再扣. */
export const sayFindings = (chosen: readonly ChosenFinding[], taken: readonly Points[]): string =>
  chosen
    .map((one, index) => {
      const { finding, count = 1, deducts } = one
      const each = finding.deducts ?? deducts
      const label = finding.repeatable ? sayTimes(finding.label, count) : finding.label
      if (each === undefined) return label
      const took = taken[index] ?? zero
      return `${label}，${took === 0 && times(each, count) > 0 ? spent : `扣${formatPoints(took)}分`}`
    })
    .join('；')

/**
 * What each finding of the clause takes where it stands to be chosen, or took where it is, by its id: 每次扣1分,
 * 共扣2分，已扣完, 已扣完，不再扣. What the sheet and the other chosen findings have taken counts.
 */
export const sayTakes = (
  form: Form,
  itemNo: number,
  from: Points,
  sheet: HeldSheet,
  chosen: readonly ChosenFinding[],
): ReadonlyMap<string, string> => {
  const reckoned = reckonFindings(form, itemNo, from, sheet, chosen)
  const scoreWith = (finding: NamedFinding): Points => reckonFindings(form, itemNo, from, sheet, [...chosen, { finding }]).score
  return new Map(
    namedFindings(form, itemNo, sheet.unit)
      .filter(({ deducts }) => deducts !== undefined)
      .map((finding) => {
        const at = chosen.findIndex((one) => one.finding.id === finding.id)
        const more = subtract(reckoned.score, scoreWith(finding))
        return [finding.id, at < 0 ? sayNext(finding, more) : sayTaken(finding, chosen[at]?.count ?? 1, reckoned.taken[at] ?? zero, more)]
      }),
  )
}

const sayTaken = (finding: NamedFinding, count: number, taken: Points, more: Points): string => {
  if (taken === 0) return spent
  const took = `${count > 1 ? '共' : ''}扣${formatPoints(taken)}分`
  return finding.repeatable && more === 0 ? `${took}，已扣完` : took
}

const sayNext = (finding: NamedFinding, more: Points): string => {
  if (more === 0) return spent
  if (finding.effect === 'empties') return '本条不得分'
  const each = finding.deducts ?? zero
  const usual = `${finding.repeatable ? '每次' : ''}扣${formatPoints(each)}分`
  return more < each ? `${usual}，只剩${formatPoints(more)}分可扣` : usual
}

const counted = /^(.*)1(\D*)$/su
const sayTimes = (label: string, count: number): string => label.replace(counted, (_whole, before: string, after: string) => `${before}${count}${after}`)

/** Findings as a reason names them, in its order, and what was written besides. */
export type ReadFindings = { readonly chosen: readonly ChosenFinding[]; readonly besides: string }

/** Reads a reason back into findings, as far as its beginning was made of them; never guesses between two of one name. */
export const readFindings = (findings: readonly NamedFinding[], reason: string): ReadFindings => {
  const clauses = reason.split('；')
  const chosen: ChosenFinding[] = []
  for (const clause of clauses) {
    const found = findings.flatMap((finding) => readOne(finding, clause))
    const [only] = found
    if (only === undefined || found.length > 1 || chosen.some(({ finding }) => finding === only.finding)) break
    chosen.push(only)
  }
  return { chosen, besides: clauses.slice(chosen.length).join('；') }
}

const ending = /^(?:，(?:已扣完，不再扣|扣(\d+(?:\.\d+)?)分))?$/u

const readOne = (finding: NamedFinding, clause: string): readonly ChosenFinding[] => {
  const named = finding.repeatable ? readTimes(finding.label, clause) : readOnce(finding.label, clause)
  const end = named === undefined ? null : ending.exec(named.rest)
  if (named === undefined || end === null) return []
  const { count } = named
  return [finding.deducts !== undefined || end[1] === undefined ? { finding, count } : { finding, count, deducts: toPoints(Number(end[1])) }]
}

type ReadLabel = { readonly count: number; readonly rest: string }

const readOnce = (label: string, clause: string): ReadLabel | undefined =>
  clause.startsWith(label) ? { count: 1, rest: clause.slice(label.length) } : undefined

const readTimes = (label: string, clause: string): ReadLabel | undefined => {
  const [, before, after] = counted.exec(label) ?? []
  if (before === undefined || after === undefined || !clause.startsWith(before)) return undefined
  const digits = /^[1-9]\d?/u.exec(clause.slice(before.length))?.[0]
  const rest = digits === undefined ? undefined : clause.slice(before.length + digits.length)
  return rest?.startsWith(after) === true ? { count: Number(digits), rest: rest.slice(after.length) } : undefined
}
