import { QueryClient } from '@tanstack/react-query'
import { RequestProblem } from './problem.ts'

/** What the server refused stays refused; tried again, a little later each time, are a lost connection and a crowd. */
const again = (count: number, error: Error): boolean =>
  error instanceof RequestProblem && count < 2 && (error.problem.kind !== 'refused' || (error.problem.status === 503 && error.problem.retry === 'later'))

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: again, staleTime: 5_000, networkMode: 'always' },
    mutations: { retry: again, networkMode: 'always' },
  },
})
