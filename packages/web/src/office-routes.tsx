import type { RouteObject } from 'react-router'
import { onlyFor } from './pages/only-for.tsx'

/** Inside SignedIn: pages about many units, of the inspector, the bureau, the city and the administrator. */
export const officeRoutes: RouteObject[] = [
  {
    Component: onlyFor('inspector'),
    children: [{ path: 'tasks', lazy: async () => ({ Component: (await import('./pages/tasks/TasksPage.tsx')).TasksPage }) }],
  },
  { path: 'storage', lazy: async () => ({ Component: (await import('./pages/storage/StoragePage.tsx')).StoragePage }) },
  {
    Component: onlyFor('secretary'),
    children: [
      {
        path: 'handover',
        lazy: async () => ({ Component: (await import('./pages/handover/HandoverPage.tsx')).HandoverPage }),
      },
    ],
  },
  {
    Component: onlyFor('bureau', 'city', 'admin'),
    children: [
      {
        path: 'suggestions',
        lazy: async () => ({ Component: (await import('./pages/suggestions/SuggestionsPage.tsx')).SuggestionsPage }),
      },
      {
        path: 'rounds/:round/objections',
        lazy: async () => ({
          Component: (await import('./pages/rounds/round/objections/RoundObjectionsPage.tsx')).RoundObjectionsPage,
        }),
      },
      {
        path: 'rounds/:round/rectifications',
        lazy: async () => ({
          Component: (await import('./pages/rounds/round/rectifications/RoundRectificationsPage.tsx')).RoundRectificationsPage,
        }),
      },
      { path: 'rounds', lazy: async () => ({ Component: (await import('./pages/rounds/RoundsPage.tsx')).RoundsPage }) },
      {
        path: 'rounds/:round',
        lazy: async () => ({ Component: (await import('./pages/rounds/round/ProgressPage.tsx')).ProgressPage }),
      },
      {
        path: 'rounds/:round/losses',
        lazy: async () => ({ Component: (await import('./pages/rounds/round/losses/LossesPage.tsx')).LossesPage }),
      },
      {
        path: 'rounds/:round/losses/:no',
        lazy: async () => ({ Component: (await import('./pages/rounds/round/losses/item/ItemLossesPage.tsx')).ItemLossesPage }),
      },
      {
        path: 'rounds/:round/papers',
        lazy: async () => ({ Component: (await import('./pages/rounds/round/papers/RoundPapersPage.tsx')).RoundPapersPage }),
      },
    ],
  },
  {
    Component: onlyFor('bureau', 'city'),
    children: [
      {
        path: 'overview',
        lazy: async () => ({ Component: (await import('./pages/overview/OverviewPage.tsx')).OverviewPage }),
      },
    ],
  },
  {
    Component: onlyFor('bureau'),
    children: [
      {
        path: 'rounds/new',
        lazy: async () => ({ Component: (await import('./pages/rounds/edit/RoundEditPage.tsx')).NewRoundPage }),
      },
      {
        path: 'rounds/:round/edit',
        lazy: async () => ({ Component: (await import('./pages/rounds/edit/RoundEditPage.tsx')).RoundEditPage }),
      },
      {
        path: 'rounds/:round/groups',
        lazy: async () => ({ Component: (await import('./pages/rounds/groups/GroupsPage.tsx')).GroupsPage }),
      },
      {
        path: 'rounds/:round/draws',
        lazy: async () => ({ Component: (await import('./pages/rounds/draws/DrawsPage.tsx')).DrawsPage }),
      },
      { path: 'forms', lazy: async () => ({ Component: (await import('./pages/forms/FormsPage.tsx')).FormsPage }) },
      {
        path: 'forms/drafts/:draft',
        lazy: async () => ({ Component: (await import('./pages/forms/drafts/DraftPage.tsx')).DraftPage }),
      },
      { path: 'units/links', lazy: async () => ({ Component: (await import('./pages/units/roster/LinksPage.tsx')).LinksPage }) },
      {
        path: 'calendar',
        lazy: async () => ({ Component: (await import('./pages/calendar/CalendarPage.tsx')).CalendarPage }),
      },
    ],
  },
  {
    Component: onlyFor('bureau', 'admin'),
    children: [
      { path: 'units', lazy: async () => ({ Component: (await import('./pages/units/UnitsPage.tsx')).UnitsPage }) },
      { path: 'units/new', lazy: async () => ({ Component: (await import('./pages/units/NewUnitPage.tsx')).NewUnitPage }) },
      { path: 'units/import', lazy: async () => ({ Component: (await import('./pages/units/roster/RosterPage.tsx')).RosterPage }) },
      { path: 'units/:code', lazy: async () => ({ Component: (await import('./pages/units/UnitPage.tsx')).UnitPage }) },
      { path: 'audit', lazy: async () => ({ Component: (await import('./pages/audit/AuditPage.tsx')).AuditPage }) },
    ],
  },
]

/** Inside rounds/:round/units/:unit: what is done with a filled table. */
export const filledTableRoutes: RouteObject[] = [
  {
    Component: onlyFor('secretary'),
    children: [
      {
        path: 'submit',
        lazy: async () => ({ Component: (await import('./pages/rounds/units/submit/SubmitPage.tsx')).SubmitPage }),
      },
      { path: 'sign', lazy: async () => ({ Component: (await import('./pages/rounds/units/sign/SignPage.tsx')).SignPage }) },
    ],
  },
  {
    Component: onlyFor('clerk', 'secretary'),
    children: [
      {
        path: 'returned',
        lazy: async () => ({ Component: (await import('./pages/rounds/units/returned/ReturnedPage.tsx')).ReturnedPage }),
      },
      {
        path: 'carry-over',
        lazy: async () => ({ Component: (await import('./pages/rounds/units/carry-over/CarryOverPage.tsx')).CarryOverPage }),
      },
      {
        path: 'entries/photos',
        lazy: async () => ({ Component: (await import('./pages/rounds/units/entries/photos/PhotosPage.tsx')).PhotosPage }),
      },
      {
        path: 'entries/import',
        lazy: async () => ({ Component: (await import('./pages/rounds/units/entries/import/ImportPage.tsx')).ImportPage }),
      },
      {
        path: 'requests',
        lazy: async () => ({ Component: (await import('./pages/rounds/units/requests/RequestsPage.tsx')).RequestsPage }),
      },
    ],
  },
  {
    Component: onlyFor('bureau'),
    children: [
      {
        path: 'paper-sheet',
        lazy: async () => ({ Component: (await import('./pages/rounds/units/paper-sheet/PaperSheetPage.tsx')).PaperSheetPage }),
      },
    ],
  },
  {
    Component: onlyFor('inspector'),
    children: [
      {
        path: 'inspect',
        lazy: async () => ({ Component: (await import('./pages/rounds/units/inspect/InspectPage.tsx')).InspectPage }),
      },
      {
        path: 'inspect/typing',
        lazy: async () => ({ Component: (await import('./pages/rounds/units/inspect/TypingPage.tsx')).TypingPage }),
      },
      {
        path: 'inspect/gaps',
        lazy: async () => ({ Component: (await import('./pages/rounds/units/inspect/GapsPage.tsx')).GapsPage }),
      },
      {
        path: 'inspect/summary',
        lazy: async () => ({ Component: (await import('./pages/rounds/units/inspect/SummaryPage.tsx')).SummaryPage }),
      },
      {
        path: 'closing',
        lazy: async () => ({ Component: (await import('./pages/rounds/units/closing/ClosingPage.tsx')).ClosingPage }),
      },
      {
        path: 'inspect/:no',
        lazy: async () => ({ Component: (await import('./pages/rounds/units/inspect/InspectPage.tsx')).InspectPage }),
      },
    ],
  },
  {
    Component: onlyFor('inspector', 'bureau'),
    children: [
      {
        path: 'rectifications/new',
        lazy: async () => ({
          Component: (await import('./pages/rounds/units/rectifications/new/NewRectificationPage.tsx')).NewRectificationPage,
        }),
      },
    ],
  },
  {
    path: 'objections',
    lazy: async () => ({
      Component: (await import('./pages/rounds/units/objections/ObjectionsPage.tsx')).ObjectionsPage,
    }),
  },
  {
    path: 'rectifications',
    lazy: async () => ({
      Component: (await import('./pages/rounds/units/rectifications/RectificationsPage.tsx')).RectificationsPage,
    }),
  },
  {
    path: 'rectifications/:rectification',
    lazy: async () => ({
      Component: (await import('./pages/rounds/units/rectifications/rectification/RectificationPage.tsx')).RectificationPage,
    }),
  },
  {
    path: 'entries/:entry/history',
    lazy: async () => ({
      Component: (await import('./pages/rounds/units/entries/entry/history/HistoryPage.tsx')).HistoryPage,
    }),
  },
  {
    path: 'deleted-entries',
    lazy: async () => ({
      Component: (await import('./pages/rounds/units/deleted-entries/DeletedEntriesPage.tsx')).DeletedEntriesPage,
    }),
  },
  {
    path: 'papers',
    lazy: async () => ({ Component: (await import('./pages/rounds/units/papers/PapersPage.tsx')).PapersPage }),
  },
  {
    path: 'years',
    lazy: async () => ({ Component: (await import('./pages/rounds/units/years/YearsPage.tsx')).YearsPage }),
  },
  {
    path: 'compare',
    lazy: async () => ({ Component: (await import('./pages/rounds/units/compare/ComparePage.tsx')).ComparePage }),
  },
  {
    path: 'document',
    lazy: async () => ({ Component: (await import('./pages/rounds/units/document/DocumentPage.tsx')).DocumentPage }),
  },
]
