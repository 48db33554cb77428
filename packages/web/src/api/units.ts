import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Unit, UnitBody, UnitUseBody } from './contract.ts'
import { listAll } from './list-all.ts'
import { request } from './request.ts'

const key = ['units'] as const

/** The own unit and the units under it, by code. */
export const useUnits = () =>
  useQuery({ queryKey: key, queryFn: ({ signal }) => listAll<Unit>('/units', signal) })

/** Makes a unit (no version) or changes it (with the version it was read at). */
export const useSaveUnit = () => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (save: { readonly code: string; readonly body: UnitBody; readonly version?: number }) =>
      request<Unit>(`/units/${encodeURIComponent(save.code)}`, {
        method: 'PUT',
        body: save.body,
        ...(save.version === undefined ? {} : { ifMatch: save.version }),
      }),
    onSuccess: () => client.invalidateQueries(),
  })
}

/** Takes a school out of use, or back into it. */
export const useTakeUnit = (unit: Pick<Unit, 'code' | 'version'>) => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: UnitUseBody) => request<Unit>(`/units/${encodeURIComponent(unit.code)}/use`, { method: 'PUT', body, ifMatch: unit.version }),
    onSuccess: () => client.invalidateQueries(),
  })
}
