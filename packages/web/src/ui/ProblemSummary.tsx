import { Link, useLocation } from 'react-router'
import { problemSentence, referenceOf } from '../api/problem.ts'
import type { RequestProblem } from '../api/problem.ts'
import { ErrorSummary } from './ErrorSummary.tsx'

/** A call that was refused, on the page that made it: the sentence, the way back in where the session ran out, the 编号. */
export const ProblemSummary = ({ problem }: { readonly problem: RequestProblem | null }) =>
  problem === null ? null : (
    <ErrorSummary faults={[{ message: problemSentence(problem) }]} reference={referenceOf(problem)}>
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
