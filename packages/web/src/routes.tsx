import { createBrowserRouter } from 'react-router'
import { loadNewEntryPage, withEntryAtHand } from './entry-at-hand.tsx'
import { filledTableRoutes, officeRoutes } from './office-routes.tsx'
import { BrokenPage } from './pages/BrokenPage.tsx'
import { NotThere } from './pages/NotThere.tsx'
import { Root } from './pages/Root.tsx'
import { SignedIn } from './pages/SignedIn.tsx'
import { never, readPlaceAhead, readPlanAhead, readSessionAhead } from './read-ahead.ts'
import { Bones } from './ui/states.tsx'

/**
 * The folder tree under pages/ is the address tree. Each page is its own piece of script, loaded with its address.
 * Inside SignedIn somebody is signed in; inside rounds/:round/units/:unit pages use `usePlace()`.
 */
export const router = createBrowserRouter([
  {
    Component: Root,
    ErrorBoundary: BrokenPage,
    HydrateFallback: Bones,
    children: [
      { index: true, lazy: async () => ({ Component: (await import('./pages/FirstPage.tsx')).FirstPage }) },
      { path: 'sign-in', lazy: async () => ({ Component: (await import('./pages/sign-in/SignInPage.tsx')).SignInPage }) },
      { path: 'links/:token', lazy: async () => ({ Component: (await import('./pages/links/LinkPage.tsx')).LinkPage }) },
      { path: 'requests/:token', lazy: async () => ({ Component: (await import('./pages/requests/AskedPage.tsx')).AskedPage }) },
      { path: 'verify', lazy: async () => ({ Component: (await import('./pages/verify/VerifyPage.tsx')).VerifyPage }) },
      { path: 'verify/:code', lazy: async () => ({ Component: (await import('./pages/verify/VerifyPage.tsx')).VerifyPage }) },
      { path: 'demo', lazy: async () => ({ Component: (await import('./pages/demo/DemoPage.tsx')).DemoPage }) },
      { path: 'help', lazy: async () => ({ Component: (await import('./pages/help/HelpPage.tsx')).HelpPage }) },
      { path: 'contact', lazy: async () => ({ Component: (await import('./pages/contact/ContactPage.tsx')).ContactPage }) },
      {
        Component: SignedIn,
        loader: readSessionAhead,
        shouldRevalidate: never,
        children: [
          { path: 'me', lazy: async () => ({ Component: (await import('./pages/me/MePage.tsx')).MePage }) },
          { path: 'outbox', lazy: async () => ({ Component: (await import('./pages/outbox/OutboxPage.tsx')).OutboxPage }) },
          {
            path: 'rounds/:round/units/:unit',
            loader: readPlaceAhead,
            shouldRevalidate: never,
            children: [
              {
                index: true,
                loader: readPlanAhead,
                shouldRevalidate: never,
                lazy: async () => ({ Component: withEntryAtHand((await import('./pages/rounds/units/UnitHome.tsx')).UnitHome) }),
              },
              {
                path: 'entries',
                lazy: async () => ({ Component: (await import('./pages/rounds/units/entries/EntriesPage.tsx')).EntriesPage }),
              },
              {
                path: 'entries/new',
                lazy: async () => ({ Component: (await loadNewEntryPage()).NewEntryPage }),
              },
              {
                path: 'entries/:entry',
                lazy: async () => ({ Component: (await import('./pages/rounds/units/entries/entry/EntryPage.tsx')).EntryPage }),
              },
              {
                path: 'quick-check',
                lazy: async () => ({
                  Component: (await import('./pages/rounds/units/quick-check/QuickCheckPage.tsx')).QuickCheckPage,
                }),
              },
              {
                path: 'quick-check/:key',
                lazy: async () => ({
                  Component: (await import('./pages/rounds/units/quick-check/question/QuestionPage.tsx')).QuestionPage,
                }),
              },
              {
                path: 'sheet',
                lazy: async () => ({ Component: (await import('./pages/rounds/units/sheet/SheetPage.tsx')).SheetPage }),
              },
              {
                path: 'profile',
                lazy: async () => ({ Component: (await import('./pages/rounds/units/profile/ProfilePage.tsx')).ProfilePage }),
              },
              ...filledTableRoutes,
            ],
          },
          ...officeRoutes,
        ],
      },
      { path: '*', Component: NotThere },
    ],
  },
])
