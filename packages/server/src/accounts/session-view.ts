import { mayEdit } from '@zicha/core'
import type { AssessmentStage } from '@zicha/core'
import type { Person } from '../access/person.ts'
import { rootUnit } from '../access/person.ts'
import type { Db } from '../database/database.ts'
import { findMeta } from '../database/migrate.ts'
import { findEdition } from '../forms/find-edition.ts'
import { findUnitRow } from '../organizations/units.queries.ts'
import type { CurrentSession } from './accounts.contract.ts'
import { findSessionEnd } from './sessions.queries.ts'
import { listOwnStages, listRoundsOf } from './session-rounds.queries.ts'
import { demonstrationKey } from './demonstration.ts'

/** Who is signed in and what the pages begin with. */
export const viewSession = async (db: Db, person: Person, sessionHash: string | null): Promise<CurrentSession> => {
  const unit = await findUnitRow(db, person.unit)
  const bureau = person.bureau === person.unit ? unit : await findUnitRow(db, person.bureau)
  const rounds = await listRoundsOf(db, person)
  const titles = new Map<string, string>()
  const offices = new Map<string, string>()
  for (const code of new Set(rounds.map((round) => round.bureau))) offices.set(code, (await findUnitRow(db, code))?.name ?? code)
  for (const { form } of rounds) titles.set(form, (await findEdition(db, form))?.form.title ?? form)
  const { username, name, role } = person
  const stages = role === 'clerk' || role === 'secretary' ? await listOwnStages(db, person.unit) : new Map<string, string>()
  const editable = (round: string) => {
    const stage = stages.get(round)
    return stage === undefined ? {} : { editable: mayEdit(stage as AssessmentStage) }
  }
  return {
    user: { username, name, role, unit: person.unit },
    unitName: unit?.name ?? (person.unit === rootUnit ? '系统管理' : person.unit),
    bureauName: bureau?.name ?? null,
    expiresAt: (sessionHash === null ? undefined : await findSessionEnd(db, sessionHash)) ?? new Date(0).toISOString(),
    demonstration: (await findMeta(db, demonstrationKey)) !== undefined,
    rounds: rounds.map((round) => ({
      id: round.id,
      form: round.form,
      title: titles.get(round.form) ?? round.form,
      year: round.year,
      opensOn: round.opens_on,
      dueOn: round.due_on,
      bureauName: offices.get(round.bureau) ?? round.bureau,
      ...editable(round.id),
    })),
  }
}
