import { associationsAndProjects } from './associations-and-projects.ts'
import { bareMarksAndFloors } from './bare-marks-and-floors.ts'
import { bothWaysAndNamedMarks } from './both-ways-and-named-marks.ts'
import { checksAndInspections } from './checks-and-inspections.ts'
import type { GoldClause } from './compare-readings.ts'
import { countsAndVerbsBehind } from './counts-and-verbs-behind.ts'
import { headingsAndThresholds } from './headings-and-thresholds.ts'
import { healthAndServices } from './health-and-services.ts'
import { hardWordings } from './hard-wordings.ts'
import { introductionsAndCloses } from './introductions-and-closes.ts'
import { linesAndBands } from './lines-and-bands.ts'
import { listsAndShares } from './lists-and-shares.ts'
import { officesAndFinance } from './offices-and-finance.ts'
import { parseCorpus } from './parse-corpus.ts'
import { partyAndVillages } from './party-and-villages.ts'
import { safetyAndMines } from './safety-and-mines.ts'
import { schoolsAndStudents } from './schools-and-students.ts'
import { universitiesAndResearch } from './universities-and-research.ts'
import { utilitiesAndTransport } from './utilities-and-transport.ts'

/** Every clause of our own with the reading that a careful inspector gives it. */
export const corpus: readonly GoldClause[] = [
  ...parseCorpus('safety', safetyAndMines),
  ...parseCorpus('schools', schoolsAndStudents),
  ...parseCorpus('villages', partyAndVillages),
  ...parseCorpus('health', healthAndServices),
  ...parseCorpus('offices', officesAndFinance),
  ...parseCorpus('hard', hardWordings),
  ...parseCorpus('universities', universitiesAndResearch),
  ...parseCorpus('utilities', utilitiesAndTransport),
  ...parseCorpus('projects', associationsAndProjects),
  ...parseCorpus('checks', checksAndInspections),
  ...parseCorpus('introductions', introductionsAndCloses),
  ...parseCorpus('lines', linesAndBands),
  ...parseCorpus('lists', listsAndShares),
  ...parseCorpus('bare', bareMarksAndFloors),
  ...parseCorpus('counts', countsAndVerbsBehind),
  ...parseCorpus('headings', headingsAndThresholds),
  ...parseCorpus('both', bothWaysAndNamedMarks),
]
