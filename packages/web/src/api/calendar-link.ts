import { useMutation } from '@tanstack/react-query'
import type { CalendarLink } from './contract.ts'
import type { Place } from './names.ts'
import { placePath } from './names.ts'
import { request } from './request.ts'

/** The private address of what is due, answered this once; a former one ends with it. */
export const useMakeCalendarLink = (place: Place) =>
  useMutation({
    mutationFn: () => request<CalendarLink>(`${placePath(place)}/calendar-link`, { method: 'POST' }),
    retry: false,
  })

export const useEndCalendarLink = (place: Place) =>
  useMutation({ mutationFn: () => request<undefined>(`${placePath(place)}/calendar-link`, { method: 'DELETE' }) })
