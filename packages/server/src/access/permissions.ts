import type { Role } from './person.ts'

/**
 * How a person stands to what a call is about.
 * - `own`: their own unit, or a call that is about nothing but themselves (GET /forms/{id}, GET /audit).
 * - `below`: a unit under theirs. For `admin`, who stands above all units, everything there is.
 * - `within`: a unit under theirs, in a round of an office over theirs: to be read, not to be moved.
 * - `assigned`: given to them for inspection.
 * - `asked`: a round that asks their unit.
 * - `above`: one of the units over theirs.
 * - `elsewhere`: everything else. Never allowed to anybody, and answered like what is not there.
 */
export type Relation = 'own' | 'below' | 'within' | 'assigned' | 'asked' | 'above' | 'elsewhere'

type Row = { readonly [R in Role]?: readonly Exclude<Relation, 'elsewhere'>[] }

const everyone = {
  clerk: ['own'],
  secretary: ['own'],
  inspector: ['own'],
  bureau: ['own'],
  city: ['own'],
  admin: ['own'],
} as const satisfies Row

/**
 * Who may what: permission × role × relation, as data. Deny by default: what is not written here is refused.
 * A refusal is 403 where the thing is the person's (own, below, assigned, asked) and 404 where it is not.
 */
export const permissions = {
  /** Any signed-in person, about themselves or about nothing of a unit: own session, forms, readings, own lists. */
  'self.use': everyone,

  'unit.read': {
    clerk: ['own', 'above'],
    secretary: ['own', 'above'],
    inspector: ['own', 'above', 'assigned'],
    bureau: ['own', 'below', 'above'],
    city: ['own', 'below'],
    admin: ['own', 'below'],
  },
  'unit.write': { bureau: ['own', 'below'], admin: ['below'] },
  'user.read': {
    clerk: ['own'],
    secretary: ['own'],
    inspector: ['own'],
    bureau: ['own', 'below'],
    city: ['own', 'below'],
    admin: ['own', 'below'],
  },
  /** A successor's account and the end of one's own or a colleague's. */
  'user.handover': { secretary: ['own'], bureau: ['own', 'below'], admin: ['own', 'below'] },
  'user.write': { bureau: ['own', 'below'], admin: ['own', 'below'] },

  /** An edition: shipped ones are everybody's, a bureau's those of everybody under it and whoever inspects by it. */
  'form.read': {
    clerk: ['own', 'above'],
    secretary: ['own', 'above'],
    inspector: ['own', 'above', 'assigned'],
    bureau: ['own', 'below', 'above'],
    city: ['own', 'below'],
    admin: ['own', 'below'],
  },
  /** Uploading, settling and publishing a table. */
  'form.write': { bureau: ['own'], admin: ['own', 'below'] },

  'round.read': {
    clerk: ['asked'],
    secretary: ['asked'],
    inspector: ['assigned', 'asked'],
    bureau: ['own', 'below', 'asked'],
    city: ['own', 'below'],
    admin: ['below'],
  },
  'round.write': { bureau: ['own', 'below'], admin: ['below'] },
  /** Who goes where with whom: an inspector reads the own group, schools nothing of it. */
  'groups.read': { inspector: ['assigned'], bureau: ['own', 'below'], city: ['own', 'below'], admin: ['below'] },
  'progress.read': { bureau: ['own', 'below'], city: ['own', 'below'], admin: ['below'] },

  /** Reading one unit's assessment in one round: entries, evidence, facts, score, plan, pages, document. */
  'assessment.read': {
    clerk: ['own'],
    secretary: ['own'],
    inspector: ['assigned'],
    bureau: ['own', 'below', 'within'],
    city: ['own', 'below', 'within'],
    admin: ['below'],
  },
  /** Writing entries, evidence, facts, overrides, remarks, figures. */
  'assessment.fill': { clerk: ['own'], secretary: ['own'] },
  /** Deleting photos of one unit whose keeping is over. */
  'photos.remove': { clerk: ['own'], secretary: ['own'], bureau: ['own', 'below'] },
  /** Typing in for a school what it sent on paper; submitting stays the school's. */
  'assessment.fillFor': { bureau: ['below'] },
  /** Asking for a stage; which role may reach which stage is a rule of the assessment itself. */
  'assessment.move': { secretary: ['own'], inspector: ['assigned'], bureau: ['own', 'below'] },

  'inspection.read': {
    clerk: ['own'],
    secretary: ['own'],
    inspector: ['assigned'],
    bureau: ['own', 'below', 'within'],
    city: ['own', 'below', 'within'],
    admin: ['below'],
  },
  'inspection.mark': { inspector: ['assigned'] },
  'inspection.settle': { inspector: ['assigned'] },

  /** Signing the inspected sheet; which of the people present signs for whom is a rule of the signatures. */
  'signature.give': { secretary: ['own'], inspector: ['assigned'] },
  'deadlines.write': { bureau: ['own', 'below'], admin: ['below'] },
  'objection.read': {
    secretary: ['own'],
    clerk: ['own'],
    inspector: ['assigned'],
    bureau: ['own', 'below', 'within'],
    city: ['own', 'below', 'within'],
    admin: ['below'],
  },
  'objection.raise': { secretary: ['own'] },
  'objection.decide': { bureau: ['own', 'below'] },
  'rectification.read': {
    clerk: ['own'],
    secretary: ['own'],
    inspector: ['assigned'],
    bureau: ['own', 'below', 'within'],
    city: ['own', 'below', 'within'],
    admin: ['below'],
  },
  'rectification.open': { inspector: ['assigned'], bureau: ['own', 'below'] },
  /** A step of a rectification; which role takes which step is a rule of the rectification itself. */
  'rectification.step': { clerk: ['own'], secretary: ['own'], inspector: ['assigned'], bureau: ['own', 'below'] },

  /** Answering 投诉建议 of those whose bureau one works for. */
  'suggestion.answer': { bureau: ['own'], city: ['own'], admin: ['own'] },
  'audit.read': { bureau: ['own'], admin: ['own'] },
  /** Long work of one's own: how far it is, its file, ending it. */
  'job.use': everyone,
  /** One school's year as a packet that verifies by itself: nothing that its maker could not read. */
  'evidence-pack.make': { clerk: ['own'], secretary: ['own'], bureau: ['own', 'below', 'within'], city: ['own', 'below', 'within'], admin: ['below'] },
  /** A round's papers that take long: all tables in one archive, a letter for each school. */
  'papers.make': { bureau: ['own', 'below'], city: ['own', 'below'], admin: ['below'] },
  /** The Word templates of a bureau's letters. */
  'template.write': { bureau: ['own'], admin: ['below'] },
  /** All of a store is the admin's; a bureau takes its own rounds and schools along. */
  'export.make': { bureau: ['own', 'below'], admin: ['own', 'below'] },
  'store.import': { admin: ['own'] },
} as const satisfies { readonly [name: string]: Row }

export type Permission = keyof typeof permissions

export type Verdict = 'allowed' | 'forbidden' | 'hidden'

/** Pure: the answer of the table for one permission, role and relation. */
export const verdictOf = (permission: Permission, role: Role, relation: Relation): Verdict => {
  const row: Row = permissions[permission]
  if (relation === 'elsewhere') return 'hidden'
  if (row[role]?.includes(relation) === true) return 'allowed'
  return relation === 'above' ? 'hidden' : 'forbidden'
}
