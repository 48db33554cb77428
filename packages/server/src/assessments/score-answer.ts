import { proposals, toSelfJson } from '@zicha/core'
import type { Entry, FactValue, Proposal } from '@zicha/core'
import type { Db } from '../database/database.ts'
import { listEntryRowsOfKind } from '../ledger/entries.queries.ts'
import { entryOf } from '../ledger/read-entry-row.ts'
import type { Beneath } from '../rounds/beneath.ts'
import type { ScoreAnswer } from './assessments.contract.ts'
import { factValue } from './assessments.contract.ts'
import { findSealed } from './find-sealed.ts'
import { reckonSelf } from './reckon-self.ts'
import type { Self } from './reckon-self.ts'

/** While it is filled, the score of the living records; from the submission on, the score that was submitted. */
export const scoreAnswer = async (db: Db, beneath: Beneath): Promise<ScoreAnswer> => {
  const sealed = await findSealed(db, beneath)
  if (sealed === undefined) return livingScore(db, beneath)
  const { form, year, self } = sealed.content
  return {
    form,
    year,
    total: self.total,
    criteria: self.criteria.map((one) => ({ ...one, proposed: [] })),
    items: self.items.map(({ no, score, max }) => ({ no, score, max })),
    sections: self.sections,
    version: beneath.assessment.version,
  }
}

export const livingScore = async (db: Db, beneath: Beneath): Promise<ScoreAnswer> => {
  const reckoned = await reckonSelf(db, beneath)
  const proposed = await proposedAnswers(db, beneath, reckoned.entries)
  const self = selfColumn(beneath, reckoned)
  return {
    form: beneath.form.id,
    year: beneath.round.year,
    total: self.total,
    criteria: self.criteria.map((one) => ({
      ...one,
      proposed: proposed.filter(({ criterion }) => criterion === one.id).map(({ key, value, because }) => ({ key, value, because })),
    })),
    items: self.items.map(({ no, score, max }) => ({ no, score, max })),
    sections: self.sections,
    version: beneath.assessment.version,
  }
}

/** The self column as JSON carries it and as a snapshot keeps it. */
export const selfColumn = ({ form, unit, round }: Beneath, { entries, score, self, overrideRows }: Self) =>
  toSelfJson({ form, unit, year: round.year, entries, score, self, setBy: new Map(overrideRows.map((row) => [row.criterion, row.set_by])) })

type Proposed = { readonly criterion: string; readonly key: string; readonly value: ReturnType<typeof factValue.parse>; readonly because: string }

/** What the ledger and the unit's figures suggest; a rule that looks back over years sees those of earlier rounds. */
const proposedAnswers = async (db: Db, beneath: Beneath, entries: readonly Entry[]): Promise<readonly Proposed[]> => {
  const { form, unit, round, key } = beneath
  const earlier: Entry[] = []
  for (const { proposal } of form.criteria) {
    if (proposal?.by !== 'entries_in_years') continue
    const years = { from: round.year - proposal.years + 1, before: round.year }
    const rows = await listEntryRowsOfKind(db, key, proposal.kind, years)
    earlier.push(...rows.map(entryOf))
  }
  return Object.entries(proposals(form, [...earlier, ...entries], unit, round.year)).map(([fact, proposal]) =>
    proposedOf(fact, proposal),
  )
}

const proposedOf = (key: string, proposal: Proposal): Proposed => ({
  // A fact key is the criterion's id, `item.n`, or that id with a letter behind.
  criterion: key.split('.').slice(0, 2).join('.'),
  key,
  value: factValue.parse(proposal.value satisfies FactValue),
  because: proposal.because,
})
