import type { AllOrNothing } from './all-or-nothing.ts'
import type { Award } from './award.ts'
import type { Bonus } from './bonus.ts'
import type { DeductIf } from './deduct-if.ts'
import type { Discretionary } from './discretionary.ts'
import type { GradeBands } from './grade-bands.ts'
import type { NaFull } from './na-full.ts'
import type { PerOccurrence } from './per-occurrence.ts'
import type { Percentage } from './percentage.ts'
import type { Shortfall } from './shortfall.ts'
import type { Tiers } from './tiers.ts'
import type { Veto } from './veto.ts'
import type { ZeroIf } from './zero-if.ts'

/** One rule of a criterion, as data: the thirteen kinds of the command line's contract. Points are decimals here. */
export type Part =
  | Award
  | AllOrNothing
  | Shortfall
  | PerOccurrence
  | DeductIf
  | ZeroIf
  | Veto
  | Tiers
  | GradeBands
  | Bonus
  | Percentage
  | Discretionary
  | NaFull

export type Kind = Part['kind']
export type PartOf<K extends Kind> = Extract<Part, { readonly kind: K }>
