import { createContext, use, useEffect } from 'react'
import { Navigate, Outlet, useLocation } from 'react-router'
import type { CurrentSession } from '../api/contract.ts'
import { useSession } from '../api/session.ts'
import { enterOutbox, leaveOutbox } from '../outbox/enter-outbox.ts'
import { AwaitedPage } from './AwaitedPage.tsx'

const SessionContext = createContext<CurrentSession | null>(null)

/** Lets through whoever is signed in; everybody else signs in first and comes back here. */
export const SignedIn = () => {
  const query = useSession()
  const { pathname, search } = useLocation()
  const owner = outboxOwner(query.data)
  const name = query.data?.user.name ?? ''
  useEffect(() => {
    if (owner === undefined) return
    if (owner === null) leaveOutbox()
    else void enterOutbox(owner, name)
  }, [owner, name])
  return (
    <AwaitedPage query={query}>
      {(session) =>
        session === null ? (
          <Navigate to={`/sign-in?next=${encodeURIComponent(pathname + search)}`} replace />
        ) : (
          <SessionContext value={session}>
            <Outlet />
          </SessionContext>
        )
      }
    </AwaitedPage>
  )
}

/** Schools and inspectors write without a network; everybody else has no queue. `undefined` while nobody knows who is signed in. */
const outboxOwner = (session: CurrentSession | null | undefined): string | null | undefined => {
  if (session === undefined || session === null) return session
  const { role, username } = session.user
  return role === 'clerk' || role === 'secretary' || role === 'inspector' ? username : null
}

/** The signed-in person. Only on pages inside SignedIn. */
export const useSignedIn = (): CurrentSession => {
  const session = use(SessionContext)
  if (session === null) throw new Error('useSignedIn outside SignedIn')
  return session
}
