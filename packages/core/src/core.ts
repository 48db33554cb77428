/** The door of @zicha/core: everything that another package may use. Inside the package, files import one another. */
export * from './points.ts'
export type { Finding } from './finding.ts'
export {
  addDays,
  dayFromNumber,
  dayNumber,
  daysInMonth,
  defaultCalendar,
  formatDay,
  isCalendar,
  isDay,
  isLeapYear,
  monthOf,
  periodsInYear,
  periodsOf,
  sayDay,
  sayFullDay,
  sayPeriod,
  yearOf,
} from './calendar.ts'
export type { BureauCalendar, Period } from './calendar.ts'
export { checkHolidays, isSchoolDay } from './holidays.ts'
export type { Holiday } from './holidays.ts'
export { findFixedDay } from './lunar.ts'

export { isScored, ruleOf, rules } from './rule/rule.ts'
export type { RuleOf } from './rule/rule.ts'
export type { Choice, Place, RuleFor } from './rule/rule-for.ts'
export type { AnswerFault, Asks } from './rule/answer.ts'
export { isInapplicable } from './rule/answer.ts'
export { measureOf } from './rule/shortfall.ts'
export { tallyOf } from './rule/tally.ts'
export type { Gap, Tally } from './rule/tally.ts'

export type { Kind, Part, PartOf } from './rule/part.ts'
export type { AllOrNothing } from './rule/all-or-nothing.ts'
export type { Award } from './rule/award.ts'
export type { Bonus } from './rule/bonus.ts'
export type { DeductIf } from './rule/deduct-if.ts'
export type { Discretionary } from './rule/discretionary.ts'
export type { GradeBands } from './rule/grade-bands.ts'
export type { NaFull } from './rule/na-full.ts'
export type { PerOccurrence } from './rule/per-occurrence.ts'
export type { Percentage } from './rule/percentage.ts'
export type { Per, Shortfall } from './rule/shortfall.ts'
export type { Tiers } from './rule/tiers.ts'
export type { Veto } from './rule/veto.ts'
export type { ZeroIf } from './rule/zero-if.ts'

export type { Entry, Evidence } from './ledger/entry.ts'
export type { EntryKind } from './ledger/entry-kind.ts'
export { parseEntryKinds } from './ledger/entry-kind-schema.ts'
export type { ParsedEntryKinds } from './ledger/entry-kind-schema.ts'
export { checkDayHasCome, checkEntry } from './ledger/check-entry.ts'
export { daysUntilRecorded, isLate, lateAfterDays } from './ledger/late.ts'
export { suggestTitle } from './ledger/suggest-title.ts'
export { companionsOf } from './ledger/companions.ts'
export { kindsLikeBefore, kindsOfMonth } from './ledger/past-records.ts'
export type { PastRecord } from './ledger/past-records.ts'
export { kindsNamedIn } from './ledger/kinds-named-in.ts'
export { dayFromCapture, readPhotoName } from './ledger/photo-day.ts'
export type { PhotoName } from './ledger/photo-day.ts'
export { planImport } from './ledger/plan-import.ts'
export type { ImportPlan, ImportRow, ImportStep } from './ledger/plan-import.ts'
export { kindsToldFrom } from './ledger/list/kinds-told.ts'
export { readList } from './ledger/list/read-list.ts'
export type { ListReading } from './ledger/list/read-list.ts'
export type { ListCell, ListRow, ListSheet, ReadEntry } from './ledger/list/list.ts'

export type { Table, TableRow } from './form/table.ts'
export type {
  Criterion,
  DueRule,
  FixedDay,
  Form,
  FormItem,
  FormPart,
  FormSection,
  UnitProposal,
} from './form/form.ts'
export type { Stage, UnitCondition, UnitProfile } from './form/unit.ts'
export { itemName } from './form/item-name.ts'
export { lintForm } from './form/lint.ts'
export { findBurden } from './form/burden.ts'
export type { BurdenLine } from './form/burden.ts'
export { compareEditions } from './form/compare-editions.ts'
export type { EditionChange, EditionComparison } from './form/compare-editions.ts'
export { ownKinds } from './form/own-kinds.ts'
export { shapeOf } from './form/part-shape.ts'
export { parseCriteria, parseForm } from './form/schema.ts'
export type { ParsedCriteria, ParsedForm } from './form/schema.ts'
export { parseGuidance } from './form/guidance.ts'
export type { ItemGuidance, ParsedGuidance } from './form/guidance.ts'

export type { FactValue, Facts } from './facts/facts.ts'
export { askedParts, factKeys, hasNaFull, holdsFor, keyedParts } from './facts/fact-keys.ts'
export type { KeyedPart } from './facts/fact-keys.ts'
export { checkFacts } from './facts/check-facts.ts'
export { factsFromLedger, mergeFacts } from './facts/facts-from-ledger.ts'
export { countedKinds, entriesBehind, feedsOf } from './facts/feeds.ts'
export type { Feeds } from './facts/feeds.ts'
export { proposals } from './facts/propose.ts'
export { standingKeys, standingKindsOf, usuallyHolds } from './facts/standing.ts'
export type { Proposal } from './facts/propose.ts'
export { questions } from './facts/questions.ts'
export type { Question, QuestionChoice } from './facts/questions.ts'

export type { BareScore, CriterionScore, Score, Status } from './score/score.ts'
export { compileForm, markForm, scoreBare, scoreForm, toScoreJson } from './score/score-form.ts'
export type { CompiledForm, Marks, ScoreJson } from './score/score-form.ts'
export type { ScoreInput } from './score/score-criterion.ts'
export { markMany, scoreMany } from './score/score-many.ts'

export { plan } from './plan/plan-year.ts'
export { lackingEvidenceOf } from './plan/lacking-evidence.ts'
export { toPlanJson } from './plan/plan-json.ts'
export type { Due, LackingEvidence, Missing, Plan, PlanInput, Repair, Unanswered } from './plan/plan.ts'

export type { AssessmentStage, FilledForm, Stroke, WrittenSignature } from './assessment/assessment.ts'
export { mayEdit, next, sayRole, sayStage, stageSteps, stages, stepsFrom } from './assessment/stage.ts'
export type { Role, StageStep } from './assessment/stage.ts'
export { nextRectification, rectificationStepsFrom, sayRectification } from './assessment/rectification.ts'
export type { RectificationState, RectificationStepKind } from './assessment/rectification.ts'
export { checkOverride, ownMarksOf, withOverrides } from './assessment/override.ts'
export type { Override, SelfCriterion, SelfScore, SelfTotal } from './assessment/override.ts'
export { filledForReason } from './assessment/filled-for.ts'
export { toSelfJson } from './assessment/self-json.ts'
export { canonicalText, seal, verificationCode } from './assessment/seal.ts'
export type { Json, Seal } from './assessment/seal.ts'
export { spreadItemScore } from './assessment/spread-item-score.ts'
export { assessmentOf } from './assessment/assessment-of.ts'
export type { AssessmentParts } from './assessment/assessment-of.ts'

export { mergeInspection, scoreOfItem } from './inspection/merge.ts'
export type { Inspection, ItemInspection, ItemMark, SettledMark } from './inspection/inspection.ts'
export { checkMark } from './inspection/check-mark.ts'
export type { MarkInput } from './inspection/check-mark.ts'
export { compare } from './inspection/compare.ts'
export type { ComparedItem, Comparison } from './inspection/compare.ts'
export { readFindings, sayFindings, sayTakes } from './inspection/finding-words.ts'
export { namedFindings } from './inspection/named-findings.ts'
export type { NamedFinding } from './inspection/named-findings.ts'
export { reckonFindings } from './inspection/reckon-findings.ts'
export type { ChosenFinding, HeldSheet } from './inspection/reckon-findings.ts'
export { eyesReasons, orderByEyes } from './inspection/needs-eyes.ts'
export type { EyesReason, ItemToSee } from './inspection/needs-eyes.ts'
export { joinOriginals, listGaps, sayGap } from './inspection/list-gaps.ts'
export type { GapCriterion, GapKind, GapRecord, VisitGap } from './inspection/list-gaps.ts'
export { countForShare, drawMethod, drawUnits } from './inspection/draw.ts'
export type { Draw, DrawInput, DrawnUnit, DrawUnit } from './inspection/draw.ts'
export { inspectorsOfGroups } from './inspection/groups.ts'
export type { GroupInspector, GroupSection, GroupUnit, InspectionGroup } from './inspection/groups.ts'
export { checkGroups, crowdedDays, findAvoidance } from './inspection/check-groups.ts'
export type { GroupWorld } from './inspection/check-groups.ts'
export { proposeGroups } from './inspection/propose-groups.ts'
export type { ProposalInput } from './inspection/propose-groups.ts'

export { countByStage, sayStanding, standingOf } from './summary/count-by-stage.ts'
export type { ProgressRow, StageCounts, Standing } from './summary/count-by-stage.ts'
export { lostByItem } from './summary/lost-by-item.ts'
export type { ItemLoss } from './summary/lost-by-item.ts'
export { inspectedStandings, lostAt, selfStandings } from './summary/item-standing.ts'
export type { ItemStanding, ToldCriterion } from './summary/item-standing.ts'

export { readClause } from './clause/read-clause.ts'
export { soundsSpoken, splitGuidance } from './clause/split-guidance.ts'
export type { SplitClause } from './clause/split-guidance.ts'
export type { PartAsRead, Reading, RuleAsRead, ShortfallAsRead, Span, Unread } from './clause/reading.ts'

export { formFromTable } from './form/form-from-table.ts'
export { titleLinesOf } from './form/title-lines.ts'
export type { FormReading } from './form/form-from-table.ts'
export { markClauses } from './form/mark-clauses.ts'
export type { MarkedClause } from './form/mark-clauses.ts'
export { toReadingJson } from './form/reading-json.ts'
export type { ReadingJson } from './form/reading-json.ts'
