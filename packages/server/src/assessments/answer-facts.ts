import { checkFacts, keyedParts } from '@zicha/core'
import type { Form } from '@zicha/core'
import type { Db } from '../database/database.ts'
import { stale } from '../http/problem.ts'
import { ok, unchanged } from '../http/reply.ts'
import type { Reply } from '../http/reply.ts'
import { sameContent } from '../http/same-content.ts'
import { getCalendar } from '../organizations/put-calendar.ts'
import { setFactsVersion } from '../rounds/assessment-row.queries.ts'
import { fillBeneath } from '../rounds/beneath.ts'
import type { Beneath, R, Writing } from '../rounds/beneath.ts'
import { factValue } from './assessments.contract.ts'
import type { FactsAnswer, FactsBody } from './assessments.contract.ts'
import { factFaults } from './assessments.problems.ts'
import { deleteFactRow, listFactRows, upsertFactRow } from './assessments.queries.ts'
import { noteChanges } from './note-changes.ts'

/** Merges a person's answers into those that are there; `null` takes one back. Raises 422 with the key of each fault. */
export const answerFacts = (writing: Writing, at: R, body: FactsBody & { readonly givenBy?: string | undefined }): Promise<Reply<FactsAnswer>> =>
  fillBeneath(writing, at, async (beneath) => {
    const { db } = writing
    const current = await factsAnswer(db, beneath)
    const given = Object.entries(body.facts).map(([fact, value]) => [fact, levelless(beneath.form, fact, value)] as const)
    const { form, unit, round, key } = beneath
    const calendar = await getCalendar(db, key.bureau)
    const problem = factFaults(checkFacts(form, Object.fromEntries(given), unit, round.year, calendar))
    if (problem !== undefined) throw problem
    const changes = given.filter(([fact, value]) => !sameContent(current.facts[fact] ?? null, value))
    const { ifMatch } = writing
    // The same answers again, whose reply was lost on the way, are there already.
    const isResent = changes.length === 0 && ifMatch === current.version - 1
    if (ifMatch !== undefined && ifMatch !== current.version && !isResent) throw stale(current)
    if (changes.length === 0) return unchanged(current)
    for (const [fact, value] of changes) {
      if (value === null) await deleteFactRow(db, key, fact)
      else {
        await upsertFactRow(db, {
          bureau: key.bureau,
          round: key.round,
          unit: key.unit,
          key: fact,
          value: JSON.stringify(value),
          answered_by: writing.person.username,
          answered_at: writing.now.toISOString(),
        })
      }
    }
    await noteChanges(writing, beneath, changes.map(([fact, value]) => ({ kind: 'answer', key: fact, value })), body.givenBy)
    await setFactsVersion(db, key, current.version + 1)
    return ok({ ...(await factsAnswer(db, beneath)), version: current.version + 1 })
  })

/** A person's answers as they stand, with who gave each and when. */
export const factsAnswer = async (db: Db, beneath: Beneath): Promise<FactsAnswer> => {
  const rows = await listFactRows(db, beneath.key)
  return {
    facts: Object.fromEntries(rows.map((row) => [row.key, factValue.parse(JSON.parse(row.value))])),
    answered: Object.fromEntries(rows.map((row) => [row.key, { by: row.answered_by, at: row.answered_at }])),
    version: beneath.assessment.facts_version,
  }
}

/** Where levels are asked, `null` is an answer by itself (none was reached) and is kept as `false`, which says the same. */
const levelless = (form: Form, fact: string, value: FactsBody['facts'][string]): FactsBody['facts'][string] => {
  const asksLevels = form.criteria.some((criterion) =>
    keyedParts(criterion).some(({ key, part }) => key === fact && part.kind === 'tiers'),
  )
  return value === null && asksLevels ? false : value
}
