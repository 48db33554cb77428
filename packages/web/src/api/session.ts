import { useQuery } from '@tanstack/react-query'
import type { CurrentSession } from './contract.ts'
import { RequestProblem } from './problem.ts'
import { request } from './request.ts'

export const sessionKey = ['session'] as const

/** Who is signed in; `null` where nobody is. */
export const sessionQuery = {
  queryKey: sessionKey,
  queryFn: async ({ signal }: { readonly signal: AbortSignal }): Promise<CurrentSession | null> => {
    try {
      return await request<CurrentSession>('/sessions/current', { signal })
    } catch (error) {
      if (error instanceof RequestProblem && error.kind === 'signed_out') return null
      throw error
    }
  },
  staleTime: 60_000,
}

export const useSession = () => useQuery(sessionQuery)
