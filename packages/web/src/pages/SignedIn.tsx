import { createContext, use } from 'react'
import { Navigate, Outlet, useLocation } from 'react-router'
import type { CurrentSession } from '../api/contract.ts'
import { useSession } from '../api/session.ts'
import { Awaited } from '../ui/states.tsx'

const SessionContext = createContext<CurrentSession | null>(null)

/** Lets through whoever is signed in; everybody else signs in first and comes back here. */
export const SignedIn = () => {
  const query = useSession()
  const { pathname, search } = useLocation()
  return (
    <Awaited query={query}>
      {(session) =>
        session === null ? (
          <Navigate to={`/sign-in?next=${encodeURIComponent(pathname + search)}`} replace />
        ) : (
          <SessionContext value={session}>
            <Outlet />
          </SessionContext>
        )
      }
    </Awaited>
  )
}

/** The signed-in person. Only on pages inside SignedIn. */
export const useSignedIn = (): CurrentSession => {
  const session = use(SessionContext)
  if (session === null) throw new Error('useSignedIn outside SignedIn')
  return session
}
