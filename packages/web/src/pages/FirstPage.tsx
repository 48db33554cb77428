import { Navigate } from 'react-router'
import { useSession } from '../api/session.ts'
import { useSetupState } from '../api/setup.ts'
import { AwaitedPage } from './AwaitedPage.tsx'
import { EmptyStore } from './EmptyStore.tsx'
import { homeOf } from './home-of.ts'
import { Welcome } from './Welcome.tsx'

/** Whoever is signed in goes to work; an empty store offers its two beginnings; everybody else is told what this is. */
export const FirstPage = () => {
  const session = useSession()
  const setup = useSetupState()
  return (
    <AwaitedPage query={session}>
      {(signedIn) =>
        signedIn !== null ? (
          <Navigate to={homeOf(signedIn)} replace />
        ) : (
          <AwaitedPage query={setup}>{(state) => (state.needed ? <EmptyStore /> : <Welcome demonstration={state.demonstration} />)}</AwaitedPage>
        )
      }
    </AwaitedPage>
  )
}
