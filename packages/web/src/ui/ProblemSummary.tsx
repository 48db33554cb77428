import { Link, useLocation } from 'react-router'
import { ErrorSummary } from './ErrorSummary.tsx'
import type { TroubleShown } from './trouble.ts'

/** A call that was refused, on the page that made it: the sentence, the way back in where the session ran out, the 编号. */
export const ProblemSummary = ({ problem }: { readonly problem: TroubleShown | null }) =>
  problem === null ? null : (
    <ErrorSummary faults={[{ message: problem.sentence }]} reference={problem.reference}>
      {problem.kind === 'signed_out' ? <SignInAgain /> : null}
    </ErrorSummary>
  )

/** Leads back to this very page after signing in. */
export const SignInAgain = () => {
  const { pathname, search } = useLocation()
  return (
    <p>
      <Link to={`/sign-in?next=${encodeURIComponent(pathname + search)}`}>重新登录</Link>
    </p>
  )
}
