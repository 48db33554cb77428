import { lazy, Suspense } from 'react'
import { Navigate, useSearchParams } from 'react-router'
import { placePath } from '../../../api/names.ts'
import { Bones } from '../../../ui/states.tsx'
import { usePlace } from '../../place.ts'
import { useSignedIn } from '../../SignedIn.tsx'
import { HomePage } from './HomePage.tsx'

// The clerk's phone loads nothing of the others' pages.
const SecretaryHome = lazy(async () => ({ default: (await import('./secretary/SecretaryHome.tsx')).SecretaryHome }))
const AsSchool = lazy(async () => ({ default: (await import('./overview/AsSchool.tsx')).AsSchool }))
const UnitOverview = lazy(async () => ({ default: (await import('./overview/UnitOverview.tsx')).UnitOverview }))

/** One address, one school: each role begins there with its own page. */
export const UnitHome = () => {
  const session = useSignedIn()
  const { role } = session.user
  const place = usePlace()
  const [search] = useSearchParams()
  switch (role) {
    case 'clerk':
      return <HomePage />
    case 'secretary':
      return (
        <Suspense fallback={<Bones />}>
          <SecretaryHome />
        </Suspense>
      )
    case 'inspector':
      return <Navigate to={`${placePath(place)}/inspect`} replace />
    case 'bureau':
    case 'city':
    case 'admin':
      return (
        <Suspense fallback={<Bones />}>
          {search.get('as') === 'school' ? <AsSchool /> : <UnitOverview />}
        </Suspense>
      )
  }
}
