import type * as contract from '@zicha/server'

/** The types that the pages speak with, taken from the server's contract; nothing of the server is loaded. */
type OutputOf<Schema extends { readonly _zod: { readonly output: unknown } }> = Schema['_zod']['output']

export type {
  AskedRecord,
  AssessmentAnswer,
  CarryOver,
  CarryOverBody,
  Closing,
  CurrentSession,
  Deadlines,
  DecisionBody,
  DrawAnswer,
  DrawBody,
  Edition,
  EditionChanges,
  EntryBody,
  EvidenceFile,
  EvidenceSizes,
  FormDraft,
  FormerUnits,
  GivenAnswer,
  GivenRecord,
  GroupsAnswer,
  GroupsBody,
  Handover,
  HandoverBody,
  HeldAnswer,
  ImportAnswer,
  ImportBody,
  ImportPreview,
  InspectionAnswer,
  InspectionEvidence,
  ItemLossesAnswer,
  KeptPhotos,
  LedgerEntry,
  LinkSheet,
  LossesAnswer,
  Objection,
  ObjectionBody,
  ObjectionList,
  OverviewAnswer,
  OwnersAnswer,
  PaperSheet,
  PaperSheetAnswer,
  PaperSheetBody,
  PhotoRemoval,
  PlanAnswer,
  ProblemShape,
  ProgressAnswer,
  RecordRequest,
  Rectification,
  RectificationBody,
  RectificationList,
  RectificationStepBody,
  RequestBody,
  RequestLink,
  Role,
  MarkChanges,
  Round,
  RosterAnswer,
  RosterBody,
  RosterPreview,
  RoundBody,
  ScoreAnswer,
  SectionChecks,
  Signature,
  SignatureBody,
  StorageFacts,
  Suggestion,
  SuggestionBody,
  Unit,
  UnitBody,
  UnitUseBody,
  User,
  Verification,
} from '@zicha/server'

export type AuditList = OutputOf<typeof contract.auditList>
export type CalendarLink = OutputOf<typeof contract.calendarLink>
export type Calendar = OutputOf<typeof contract.calendar>
export type CalendarBody = OutputOf<typeof contract.calendarBody>
export type DemoPeople = OutputOf<typeof contract.demoPeople>
export type DeletedEntries = OutputOf<typeof contract.deletedEntries>
export type DrawList = OutputOf<typeof contract.drawList>
export type EntryHistory = OutputOf<typeof contract.entryHistory>
export type EntryKinds = OutputOf<typeof contract.entryKindList>
export type EntryList = OutputOf<typeof contract.entryList>
export type LastYear = OutputOf<typeof contract.lastYear>
export type DocumentPages = OutputOf<typeof contract.pages>
export type FactsAnswer = OutputOf<typeof contract.facts>
export type FormDraftList = OutputOf<typeof contract.formDraftList>
export type FormList = OutputOf<typeof contract.formList>
export type ImportList = OutputOf<typeof contract.importList>
export type InspectionBody = OutputOf<typeof contract.inspectionBody>
export type InspectionMark = OutputOf<typeof contract.inspectionMark>
export type LinkInfo = OutputOf<typeof contract.linkInfo>
export type OneTimeLink = OutputOf<typeof contract.oneTimeLink>
export type OverrideBody = OutputOf<typeof contract.overrideBody>
export type SettleBody = OutputOf<typeof contract.settleBody>
export type RoundList = OutputOf<typeof contract.roundList>
export type RequestList = OutputOf<typeof contract.requestList>
export type Session = OutputOf<typeof contract.session>
export type SetupBody = OutputOf<typeof contract.setupBody>
export type SetupState = OutputOf<typeof contract.setupState>
export type StageAnswer = OutputOf<typeof contract.stageAnswer>
export type StageBody = OutputOf<typeof contract.stageBody>
export type YearComparison = OutputOf<typeof contract.comparison>
export type UnitList = OutputOf<typeof contract.unitList>
export type UserBody = OutputOf<typeof contract.userBody>
export type UserList = OutputOf<typeof contract.userList>
export type LetterTemplates = OutputOf<typeof contract.letterTemplates>
export type JobName = OutputOf<typeof contract.jobName>
export type Job = OutputOf<typeof contract.job>
export type JobList = OutputOf<typeof contract.jobList>
