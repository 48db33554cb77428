import { useQuery } from '@tanstack/react-query'
import type { OverviewAnswer } from './contract.ts'
import { base, request } from './request.ts'

const pathOf = (unit: string): string => `/units/${encodeURIComponent(unit)}/overview`
const queryOf = (year: number | null): string => (year === null ? '' : `?year=${year}`)

/** The bureaus under a unit in a year; without a year the newest. */
export const useOverview = (unit: string, year: number | null) =>
  useQuery({
    queryKey: ['overview', unit, year],
    queryFn: ({ signal }) => request<OverviewAnswer>(`${pathOf(unit)}${queryOf(year)}`, { signal }),
  })

export const overviewFilePath = (unit: string, year: number | null): string => `${base}${pathOf(unit)}/file${queryOf(year)}`
