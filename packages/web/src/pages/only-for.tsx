import { Outlet } from 'react-router'
import type { Role } from '../api/contract.ts'
import { NotThere } from './NotThere.tsx'
import { useSignedIn } from './SignedIn.tsx'

/** Pages of some roles; for everybody else they are not there. The server decides what is read and written, not this. */
export const onlyFor = (...roles: readonly Role[]) => {
  const OnlyFor = () => (roles.includes(useSignedIn().user.role) ? <Outlet /> : <NotThere />)
  return OnlyFor
}
