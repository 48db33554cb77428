import type * as contract from '@zicha/server'

/** The types that the pages speak with, taken from the server's contract; nothing of the server is loaded. */
export type OutputOf<Schema extends { readonly _zod: { readonly output: unknown } }> = Schema['_zod']['output']

export type {
  AssessmentAnswer,
  CurrentSession,
  EntryBody,
  EvidenceFile,
  InspectionAnswer,
  LedgerEntry,
  PlanAnswer,
  ProblemShape,
  ProgressAnswer,
  Role,
  Round,
  RoundBody,
  ScoreAnswer,
  SignedInUser,
  Unit,
  UnitBody,
  User,
} from '@zicha/server'

export type DemoPeople = OutputOf<typeof contract.demoPeople>
export type EntryKinds = OutputOf<typeof contract.entryKindList>
export type EntryList = OutputOf<typeof contract.entryList>
export type EvidenceOf = OutputOf<typeof contract.evidenceOf>
export type FactsAnswer = OutputOf<typeof contract.facts>
export type FactsBody = OutputOf<typeof contract.factsBody>
export type Health = OutputOf<typeof contract.health>
export type LinkInfo = OutputOf<typeof contract.linkInfo>
export type OneTimeLink = OutputOf<typeof contract.oneTimeLink>
export type OverrideBody = OutputOf<typeof contract.overrideBody>
export type Session = OutputOf<typeof contract.session>
export type SetupBody = OutputOf<typeof contract.setupBody>
export type SetupState = OutputOf<typeof contract.setupState>
export type StageAnswer = OutputOf<typeof contract.stageAnswer>
export type StageBody = OutputOf<typeof contract.stageBody>
