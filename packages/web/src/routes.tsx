import { createBrowserRouter } from 'react-router'
import { NotThere } from './pages/NotThere.tsx'
import { Root } from './pages/Root.tsx'
import { SignedIn } from './pages/SignedIn.tsx'
import { Bones } from './ui/states.tsx'

/**
 * The folder tree under pages/ is the address tree. Each page is its own piece of script, loaded with its address.
 * Inside SignedIn somebody is signed in; inside rounds/:round/units/:unit pages use `usePlace()`.
 */
export const router = createBrowserRouter([
  {
    Component: Root,
    ErrorBoundary: NotThere,
    HydrateFallback: Bones,
    children: [
      { index: true, lazy: async () => ({ Component: (await import('./pages/FirstPage.tsx')).FirstPage }) },
      { path: 'sign-in', lazy: async () => ({ Component: (await import('./pages/sign-in/SignInPage.tsx')).SignInPage }) },
      {
        Component: SignedIn,
        children: [
          { path: 'me', lazy: async () => ({ Component: (await import('./pages/me/MePage.tsx')).MePage }) },
        ],
      },
      { path: '*', Component: NotThere },
    ],
  },
])
