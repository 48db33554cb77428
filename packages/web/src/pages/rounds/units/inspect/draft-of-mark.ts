import { namedFindings, readFindings, toDecimal } from '@zicha/core'
import { noMarkDraft, readMark } from './mark-draft.ts'
import type { MarkAbout, MarkDraft } from './mark-draft.ts'

type GivenMark = { readonly score: number; readonly reason: string | null }

/**
 * The findings of a mark as they were chosen, read back from its reason. Only where they make exactly this mark and this
 * reason again: a reason in words of one's own, or of a sheet that has changed since, leaves the draft untouched.
 */
export const draftOfMark = (about: MarkAbout, mark: GivenMark | undefined): MarkDraft => {
  if (mark === undefined || mark.reason === null) return noMarkDraft
  const { chosen, besides } = readFindings(namedFindings(about.form, about.no, about.sheet.unit), mark.reason)
  if (chosen.length === 0) return noMarkDraft
  const made: MarkDraft = {
    counts: Object.fromEntries(chosen.map(({ finding, count = 1 }) => [finding.id, count])),
    amounts: Object.fromEntries(
      chosen.flatMap(({ finding, deducts }) => (deducts === undefined ? [] : [[finding.id, String(toDecimal(deducts))]])),
    ),
    score: '',
    sentence: besides,
  }
  const makes = (draft: MarkDraft): boolean => {
    const read = readMark({ ...about, draft })
    return read.ok && read.score === mark.score && read.reason === mark.reason
  }
  return [made, { ...made, score: String(mark.score) }].find(makes) ?? noMarkDraft
}

/** True where two drafts put down the same: a finding counted 0 times is none. */
export const isSameDraft = (one: MarkDraft, other: MarkDraft): boolean =>
  one.score.trim() === other.score.trim() &&
  one.sentence.trim() === other.sentence.trim() &&
  [...new Set([...Object.keys(one.counts), ...Object.keys(other.counts)])].every((id) => {
    const count = one.counts[id] ?? 0
    return count === (other.counts[id] ?? 0) && (count === 0 || (one.amounts[id] ?? '').trim() === (other.amounts[id] ?? '').trim())
  })
