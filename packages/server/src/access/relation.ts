import type { Db } from '../database/database.ts'
import { prepareQuery } from '../database/prepared-query.ts'
import { rootUnit } from './person.ts'
import type { Person } from './person.ts'
import type { Relation } from './permissions.ts'

/** What a call is about, as its address and body name it. */
export type About =
  | { readonly kind: 'unit'; readonly unit: string }
  /** A unit to be made or changed: itself where it exists, and the unit it shall stand under. */
  | { readonly kind: 'placement'; readonly unit: string; readonly parent: string | undefined }
  /** A person: the unit they have where they exist, and the unit they shall have. */
  | { readonly kind: 'user'; readonly username: string; readonly unit?: string }
  | { readonly kind: 'round'; readonly round: string }
  /** A round to be made or changed: its own bureau where it exists, and the units it shall ask. */
  | { readonly kind: 'opening'; readonly round: string; readonly units: readonly string[] }
  | { readonly kind: 'assessment'; readonly round: string; readonly unit: string }
  /** A published form: its own bureau's; one that the program carries is everybody's own. */
  | { readonly kind: 'edition'; readonly form: string }
  /** An uploaded table: its bureau's, or a bureau's to make where there is none yet. */
  | { readonly kind: 'draft'; readonly draft: string }
  /** Long work: theirs who asked for it, and of those who hold the same post in the same office. */
  | { readonly kind: 'job'; readonly job: string }

const unitByCode = prepareQuery<{ code: string }>()((db, value) =>
  db.selectFrom('units').select('parent').where('code', '=', value('code')),
)
const userByName = prepareQuery<{ username: string }>()((db, value) =>
  db.selectFrom('users').select(['unit', 'role']).where('username', '=', value('username')),
)
const roundById = prepareQuery<{ round: string }>()((db, value) =>
  db.selectFrom('rounds').select('bureau').where('id', '=', value('round')),
)
const assessmentOf = prepareQuery<{ round: string; unit: string }>()((db, value) =>
  db.selectFrom('assessments').select(['unit', 'bureau']).where('round', '=', value('round')).where('unit', '=', value('unit')),
)

const editionById = prepareQuery<{ form: string }>()((db, value) =>
  db.selectFrom('form_editions').select('bureau').where('id', '=', value('form')),
)
const draftById = prepareQuery<{ draft: string }>()((db, value) =>
  db.selectFrom('form_drafts').select('bureau').where('id', '=', value('draft')),
)

const jobById = prepareQuery<{ job: string }>()((db, value) =>
  db.selectFrom('jobs').select(['made_by', 'role', 'unit']).where('id', '=', value('job')),
)

/** How the person stands to it. What does not exist is `elsewhere`. */
export const relationTo = async (db: Db, person: Person, about: About): Promise<Relation> => {
  switch (about.kind) {
    case 'unit':
      return relationToUnit(db, person, about.unit)
    case 'placement':
      return relationToPlacement(db, person, about.unit, about.parent)
    case 'user':
      return relationToUser(db, person, about.username, about.unit)
    case 'round':
      return relationToRound(db, person, about.round)
    case 'opening':
      return relationToOpening(db, person, about.round, about.units)
    case 'assessment':
      return relationToAssessment(db, person, about.round, about.unit)
    case 'edition':
      return relationToEdition(db, person, about.form)
    case 'draft':
      return relationToDraft(db, person, about.draft)
    case 'job':
      return relationToJob(db, person, about.job)
  }
}

const relationToUnit = async (db: Db, person: Person, unit: string): Promise<Relation> => {
  if (unit === person.unit) return 'own'
  const upward = await lineOf(db, unit)
  if (upward.length === 0) return 'elsewhere'
  if (person.role === 'admin' || upward.includes(person.unit)) return 'below'
  if ((await lineOf(db, person.unit)).includes(unit)) return 'above'
  if (person.role === 'inspector' && (await isAssigned(db, person, { unit }))) return 'assigned'
  return 'elsewhere'
}

const relationToPlacement = async (
  db: Db,
  person: Person,
  unit: string,
  parent: string | undefined,
): Promise<Relation> => {
  if (person.role === 'admin') return 'below'
  const exists = (await lineOf(db, unit)).length > 0
  const present = exists ? await relationToUnit(db, person, unit) : undefined
  if (present !== undefined && present !== 'below') return present
  return parent === undefined ? 'elsewhere' : inside(await relationToUnit(db, person, parent))
}

/** Standing under a unit that is mine or below mine is standing below me. */
const inside = (relation: Relation): Relation => (relation === 'own' || relation === 'below' ? 'below' : 'elsewhere')

const relationToUser = async (
  db: Db,
  person: Person,
  username: string,
  unit: string | undefined,
): Promise<Relation> => {
  const [user] = await userByName(db, { username })
  if (user === undefined && unit === undefined) return 'elsewhere'
  if (person.role === 'admin') return 'below'
  if (username === person.username && unit === undefined) return 'own'
  // Nobody but an admin sees or changes an admin, whatever unit that admin bears.
  if (user?.role === 'admin') return 'elsewhere'
  const present = user === undefined ? undefined : await relationToUnit(db, person, user.unit)
  const wanted = unit === undefined ? undefined : await relationToUnit(db, person, unit)
  return farther(present ?? wanted ?? 'elsewhere', wanted ?? present ?? 'elsewhere')
}

const relationToRound = async (db: Db, person: Person, round: string): Promise<Relation> => {
  const [row] = await roundById(db, { round })
  if (row === undefined) return 'elsewhere'
  const toBureau = await relationToUnit(db, person, row.bureau)
  if (person.role === 'admin') return 'below'
  if (toBureau === 'below') return 'below'
  if (toBureau === 'own' && (person.role === 'bureau' || person.role === 'city')) return 'own'
  if (person.role === 'inspector' && (await isAssigned(db, person, { round }))) return 'assigned'
  const [asked] = await assessmentOf(db, { round, unit: person.unit })
  if (asked !== undefined) return 'asked'
  return toBureau === 'own' ? 'own' : 'elsewhere'
}

const relationToOpening = async (
  db: Db,
  person: Person,
  round: string,
  units: readonly string[],
): Promise<Relation> => {
  if (person.role === 'admin') return 'below'
  const [exists] = await roundById(db, { round })
  const present: Relation = exists === undefined ? 'own' : await relationToRound(db, person, round)
  if (present !== 'own' && present !== 'below') return present
  const below = await codesBelow(db, person.unit)
  return units.every((unit) => unit === person.unit || below.has(unit)) ? present : 'elsewhere'
}

const relationToAssessment = async (db: Db, person: Person, round: string, unit: string): Promise<Relation> => {
  const [row] = await assessmentOf(db, { round, unit })
  if (row === undefined) return 'elsewhere'
  // Before own and above: an inspector may be sent to the unit they belong to only by the bureau's own hand.
  if (person.role === 'inspector' && (await isAssigned(db, person, { round, unit }))) return 'assigned'
  const relation = await relationToUnit(db, person, unit)
  // A bureau's inspector stands over all its schools, but only those given to them are theirs.
  const isNotGiven = person.role === 'inspector' && relation === 'below'
  if (relation === 'assigned' || relation === 'above' || isNotGiven) return 'elsewhere'
  return relation === 'below' && person.role !== 'admin' && !(await lineOf(db, row.bureau)).includes(person.unit) ? 'within' : relation
}

const relationToEdition = async (db: Db, person: Person, form: string): Promise<Relation> => {
  const [row] = await editionById(db, { form })
  if (row === undefined || row.bureau === rootUnit) return 'own'
  const relation = await relationToUnit(db, person, row.bureau)
  if (relation !== 'elsewhere' && relation !== 'assigned') return relation
  // An inspector may be lent by another bureau: the forms of the rounds they inspect are theirs to read.
  return person.role === 'inspector' && (await inspectsBy(db, person, form)) ? 'assigned' : 'elsewhere'
}

const inspectsBy = async (db: Db, person: Person, form: string): Promise<boolean> => {
  const row = await db
    .selectFrom('round_inspectors')
    .innerJoin('rounds', 'rounds.id', 'round_inspectors.round')
    .select('rounds.id')
    .where('round_inspectors.username', '=', person.username)
    .where('rounds.form', '=', form)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

const relationToDraft = async (db: Db, person: Person, draft: string): Promise<Relation> => {
  const [row] = await draftById(db, { draft })
  if (row === undefined) return person.role === 'bureau' || person.role === 'admin' ? 'own' : 'elsewhere'
  return person.role === 'admin' ? 'below' : relationToUnit(db, person, row.bureau)
}

const relationToJob = async (db: Db, person: Person, job: string): Promise<Relation> => {
  const [row] = await jobById(db, { job })
  if (row === undefined) return 'elsewhere'
  const isColleague = row.role === person.role && row.unit === person.unit
  return row.made_by === person.username || isColleague ? 'own' : 'elsewhere'
}

const isAssigned = async (
  db: Db,
  person: Person,
  where: { readonly round?: string; readonly unit?: string },
): Promise<boolean> => {
  let query = db.selectFrom('round_inspectors').select('unit').where('username', '=', person.username)
  if (where.round !== undefined) query = query.where('round', '=', where.round)
  if (where.unit !== undefined) query = query.where('unit', '=', where.unit)
  return (await query.limit(1).executeTakeFirst()) !== undefined
}

/** The unit and the units over it, nearest first; empty where the unit does not exist. */
export const lineOf = async (db: Db, unit: string): Promise<readonly string[]> => {
  const line: string[] = []
  let next: string | null = unit
  while (next !== null && !line.includes(next)) {
    const [row]: { readonly parent: string | null }[] = await unitByCode(db, { code: next })
    if (row === undefined) break
    line.push(next)
    next = row.parent
  }
  return line
}

/** Codes of all units under this one. */
export const codesBelow = async (db: Db, unit: string): Promise<ReadonlySet<string>> => {
  const found = new Set<string>()
  let level: readonly string[] = [unit]
  while (level.length > 0) {
    const rows = await db.selectFrom('units').select('code').where('parent', 'in', level).execute()
    level = rows.map((row) => row.code).filter((code) => !found.has(code))
    for (const code of level) found.add(code)
  }
  return found
}

const distance: { readonly [R in Relation]: number } = {
  own: 0,
  below: 1,
  within: 2,
  assigned: 3,
  asked: 4,
  above: 5,
  elsewhere: 6,
}
const farther = (one: Relation, other: Relation): Relation => (distance[one] >= distance[other] ? one : other)
