import { QueryClient } from '@tanstack/react-query'
import { RequestProblem } from './problem.ts'

/** What the server refused stays refused; only a lost connection is tried again. */
const again = (count: number, error: Error): boolean =>
  error instanceof RequestProblem && error.problem.kind !== 'refused' && count < 2

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: again, staleTime: 5_000, networkMode: 'always' },
    mutations: { retry: again, networkMode: 'always' },
  },
})
