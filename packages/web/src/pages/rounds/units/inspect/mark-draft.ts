import { checkMark, namedFindings, reckonFindings, sayFindings, sayTakes, toDecimal, toPoints } from '@zicha/core'
import type { ChosenFinding, Form, HeldSheet, NamedFinding } from '@zicha/core'

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

/** Which field a sentence is about: a finding's amount, the free mark, or the reason. */
export type MarkFault = { readonly field: string; readonly message: string }

export type ReadMark =
  | { readonly ok: true; readonly score: number; readonly reason: string | null; readonly differs: boolean }
  | { readonly ok: false; readonly fault: MarkFault }

/** What a draft is about: an item, its self score, and the sheet that the score stands on. */
export type MarkAbout = { readonly form: Form; readonly no: number; readonly sheet: HeldSheet; readonly selfScore: number }

/** The mark that a draft makes of the self score: worked out from the findings, or as given, with its one reason. */
export const readMark = (about: MarkAbout & { readonly draft: MarkDraft }): ReadMark => {
  const { form, no, selfScore, draft } = about
  const free = draft.score.trim() === '' ? null : readNumber(draft.score)
  if (draft.score.trim() !== '' && free === null) return fault('free-score', `“${draft.score.trim()}”不是分数。请填数字，可以有半分。`)
  const chosen = chosenOf(about, draft)
  const open = free === null ? chosen.find(({ finding, deducts }) => (finding.deducts ?? deducts) === undefined) : undefined
  if (open !== undefined) {
    const { id, label } = open.finding
    return fault(`amount-${id}`, `“${label}”扣几分？填个数，如0.5；不扣分就再点一下取消。`)
  }
  const reckoned = reckonFindings(form, no, toPoints(selfScore), about.sheet, chosen)
  const score = free ?? toDecimal(reckoned.score)
  const reason = [sayFindings(chosen, reckoned.taken), draft.sentence.trim()].filter((one) => one !== '').join('；')
  const [found] = checkMark(form, { item: no, score, reason }, toPoints(selfScore))
  if (found !== undefined) return fault(found.where === '/reason' ? 'own-reason' : 'free-score', found.message)
  return { ok: true, score, reason: reason === '' ? null : reason, differs: toPoints(score) !== toPoints(selfScore) }
}

/** What each finding of the clause takes, or took, beside what the sheet and the other findings have taken; by its id. */
export const takesByFinding = (about: MarkAbout & { readonly draft: MarkDraft }): ReadonlyMap<string, string> =>
  sayTakes(about.form, about.no, toPoints(about.selfScore), about.sheet, chosenOf(about, about.draft))

const chosenOf = ({ form, no, sheet }: MarkAbout, draft: MarkDraft): readonly ChosenFinding[] =>
  namedFindings(form, no, sheet.unit).flatMap((finding): readonly ChosenFinding[] => {
    const count = draft.counts[finding.id] ?? 0
    if (count === 0) return []
    const amount = finding.deducts === undefined ? readNumber(draft.amounts[finding.id] ?? '') : null
    return [amount === null ? { finding, count } : { finding, count, deducts: toPoints(amount) }]
  })

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
