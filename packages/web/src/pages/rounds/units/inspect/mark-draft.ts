import { checkMark, namedFindings, sayFindings, scoreAfterFindings, toDecimal, toPoints } from '@zicha/core'
import type { ChosenFinding, Form, NamedFinding, UnitProfile } from '@zicha/core'

/** What an inspector has put down about an item and not yet sent. Numbers are as typed. */
export type MarkDraft = {
  /** How often each finding was chosen, by its id. */
  readonly counts: Readonly<Record<string, number>>
  /** How much a finding takes where the clause gives no number, by its id. */
  readonly amounts: Readonly<Record<string, string>>
  /** A mark given freely; empty where the findings make it. */
  readonly score: string
  readonly sentence: string
}

export const noMarkDraft: MarkDraft = { counts: {}, amounts: {}, score: '', sentence: '' }

export const isUntouched = (draft: MarkDraft): boolean =>
  Object.values(draft.counts).every((count) => count === 0) && draft.score.trim() === '' && draft.sentence.trim() === ''

/** Which field a sentence is about: a finding's amount, the free mark, or the reason. */
export type MarkFault = { readonly field: string; readonly message: string }

export type ReadMark =
  | { readonly ok: true; readonly score: number; readonly reason: string | null; readonly differs: boolean }
  | { readonly ok: false; readonly fault: MarkFault }

/** The mark that a draft makes of the self score: worked out from the findings, or as given, with its one reason. */
export const readMark = (about: {
  readonly form: Form
  readonly no: number
  readonly unit: UnitProfile
  readonly selfScore: number
  readonly draft: MarkDraft
}): ReadMark => {
  const { form, no, selfScore, draft } = about
  const chosen: ChosenFinding[] = []
  for (const finding of namedFindings(form, no, about.unit)) {
    const count = draft.counts[finding.id] ?? 0
    if (count === 0) continue
    if (finding.deducts !== undefined) chosen.push({ finding, count })
    else {
      const amount = readNumber(draft.amounts[finding.id] ?? '')
      if (amount !== null) chosen.push({ finding, count, deducts: toPoints(amount) })
      else if (draft.score.trim() !== '') chosen.push({ finding, count })
      else {
        return fault(`amount-${finding.id}`, `“${finding.label}”扣几分？填个数，如0.5；不扣分就再点一下取消。`)
      }
    }
  }
  const free = draft.score.trim() === '' ? null : readNumber(draft.score)
  if (draft.score.trim() !== '' && free === null) return fault('free-score', `“${draft.score.trim()}”不是分数。请填数字，可以有半分。`)
  const score = free ?? toDecimal(scoreAfterFindings(form, no, toPoints(selfScore), chosen))
  const reason = [sayFindings(chosen), draft.sentence.trim()].filter((one) => one !== '').join('；')
  const [found] = checkMark(form, { item: no, score, reason }, toPoints(selfScore))
  if (found !== undefined) return fault(found.where === '/reason' ? 'own-reason' : 'free-score', found.message)
  return { ok: true, score, reason: reason === '' ? null : reason, differs: toPoints(score) !== toPoints(selfScore) }
}

/** Whole and half points as people type them, also with the full stop of a Chinese keyboard. */
export const readNumber = (text: string): number | null => {
  const plain = text.trim().replace(/[。．]/u, '.').replace(/分$/u, '')
  return /^\d{1,3}(\.\d{1,3})?$/u.test(plain) ? Number(plain) : null
}

const fault = (field: string, message: string): ReadMark => ({ ok: false, fault: { field, message } })

/** Findings with a number of the clause first, those of any record after them. */
export const groupFindings = (
  findings: readonly NamedFinding[],
): { readonly named: readonly NamedFinding[]; readonly others: readonly NamedFinding[] } => ({
  named: findings.filter(({ deducts }) => deducts !== undefined),
  others: findings.filter(({ deducts }) => deducts === undefined),
})
