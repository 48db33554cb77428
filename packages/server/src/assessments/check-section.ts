import type { Db } from '../database/database.ts'
import { notFound } from '../http/problem.ts'
import { ok, unchanged } from '../http/reply.ts'
import type { Reply } from '../http/reply.ts'
import { listNamesOf } from '../ledger/entry-versions.queries.ts'
import { fillBeneath } from '../rounds/beneath.ts'
import type { Beneath, R, Writing } from '../rounds/beneath.ts'
import type { SectionChecks } from './checks.contract.ts'
import { deleteSectionCheck, listSectionChecks, upsertSectionCheck } from './mark-changes.queries.ts'

/** Which duties a person has checked, and through what that came to an end. */
export const sectionChecksAnswer = async (db: Db, { key }: Beneath): Promise<SectionChecks> => {
  const rows = await listSectionChecks(db, key)
  const names = await listNamesOf(db, rows.flatMap((row) => [row.checked_by, ...(row.undone_by === null ? [] : [row.undone_by])]))
  return {
    sections: rows.map((row) => ({
      section: row.section,
      by: row.checked_by,
      byName: names.get(row.checked_by) ?? row.checked_by,
      at: row.checked_at,
      ...(row.undone_by === null || row.undone_at === null
        ? {}
        : { undone: { by: row.undone_by, byName: names.get(row.undone_by) ?? row.undone_by, at: row.undone_at, criterion: row.undone_through ?? '' } }),
    })),
  }
}

/** 已核对 of a duty: said by the person, never by the machine, whatever is still open under it. */
export const checkSection = (writing: Writing, at: R & { readonly no: number }, checked: boolean): Promise<Reply<SectionChecks>> =>
  fillBeneath(writing, at, async (beneath) => {
    const { db, person, now } = writing
    const { key, form } = beneath
    if (!form.sections.some(({ no }) => no === at.no)) throw notFound()
    const present = (await listSectionChecks(db, key)).find(({ section }) => section === at.no)
    const stands = present !== undefined && present.undone_at === null
    if (checked === stands) return unchanged(await sectionChecksAnswer(db, beneath))
    if (checked) {
      const { bureau, round, unit } = key
      const row = { bureau, round, unit, section: at.no, checked_by: person.username, checked_at: now.toISOString() }
      await upsertSectionCheck(db, { ...row, undone_by: null, undone_at: null, undone_through: null })
    } else await deleteSectionCheck(db, key, at.no)
    return ok(await sectionChecksAnswer(db, beneath))
  })
