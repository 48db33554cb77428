import { useQuery } from '@tanstack/react-query'
import type { ItemGuidance } from '@zicha/core'
import { request } from './request.ts'

/** Advice on each item by role, in our own words; never a rule. */
export const useGuidance = (form: string | undefined) =>
  useQuery({
    queryKey: ['forms', form, 'guidance'],
    queryFn: ({ signal }) => request<{ readonly items: readonly ItemGuidance[] }>(`/forms/${encodeURIComponent(form ?? '')}/guidance`, { signal }),
    enabled: form !== undefined,
    staleTime: Infinity,
  })
