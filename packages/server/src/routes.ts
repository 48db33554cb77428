import { linkRoutes } from './accounts/links.routes.ts'
import { rosterRoutes } from './accounts/rosters.routes.ts'
import { sessionRoutes } from './accounts/sessions.routes.ts'
import { setupRoutes } from './accounts/setup.routes.ts'
import { userRoutes } from './accounts/users.routes.ts'
import { assessmentRoutes } from './assessments/assessments.routes.ts'
import { checkRoutes } from './assessments/checks.routes.ts'
import { closingRoutes } from './closing/closing.routes.ts'
import { colleagueRoutes } from './colleagues/colleagues.routes.ts'
import { exportRoutes } from './exports/exports.routes.ts'
import { evidenceRoutes } from './evidence/evidence.routes.ts'
import { formRoutes } from './forms/forms.routes.ts'
import { publishingRoutes } from './forms/publishing.routes.ts'
import type { Route } from './http/route.ts'
import { jobRoutes } from './jobs/jobs.routes.ts'
import { entryKindRoutes } from './ledger/entry-kinds.routes.ts'
import { inspectionRoutes } from './inspections/inspections.routes.ts'
import { onSiteRoutes } from './inspections/on-site.routes.ts'
import { ledgerRoutes } from './ledger/ledger.routes.ts'
import { objectionRoutes } from './objections/objections.routes.ts'
import { rectificationRoutes } from './rectifications/rectifications.routes.ts'
import { healthRoutes } from './reports/health.routes.ts'
import { closingPaperRoutes } from './reports/closing-papers.routes.ts'
import { lossRoutes } from './reports/losses.routes.ts'
import { longPaperRoutes } from './reports/long-papers.routes.ts'
import { overviewRoutes } from './reports/overview.routes.ts'
import { inspectionPaperRoutes } from './reports/inspection-papers.routes.ts'
import { reportRoutes } from './reports/reports.routes.ts'
import { drawRoutes } from './rounds/draws.routes.ts'
import { groupRoutes } from './rounds/groups.routes.ts'
import { roundRoutes } from './rounds/rounds.routes.ts'
import { suggestionRoutes } from './suggestions/suggestions.routes.ts'
import { unitRoutes } from './organizations/units.routes.ts'

/** Every route of the API, room by room: registration, description, access matrix and problem list read this list. */
export const routes: readonly Route[] = [
  ...healthRoutes,
  ...formRoutes,
  ...publishingRoutes,
  ...entryKindRoutes,
  ...unitRoutes,
  ...sessionRoutes,
  ...userRoutes,
  ...linkRoutes,
  ...rosterRoutes,
  ...setupRoutes,
  ...suggestionRoutes,
  ...roundRoutes,
  ...groupRoutes,
  ...drawRoutes,
  ...evidenceRoutes,
  ...ledgerRoutes,
  ...colleagueRoutes,
  ...assessmentRoutes,
  ...checkRoutes,
  ...inspectionRoutes,
  ...closingRoutes,
  ...objectionRoutes,
  ...rectificationRoutes,
  ...onSiteRoutes,
  ...inspectionPaperRoutes,
  ...reportRoutes,
  ...closingPaperRoutes,
  ...overviewRoutes,
  ...lossRoutes,
  ...longPaperRoutes,
  ...exportRoutes,
  ...jobRoutes,
]
