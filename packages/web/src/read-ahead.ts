import type { LoaderFunctionArgs } from 'react-router'
import { assessmentQuery } from './api/assessment.ts'
import type { Place } from './api/names.ts'
import { planQuery } from './api/plan.ts'
import { queryClient } from './api/queries.ts'
import { sessionQuery } from './api/session.ts'

/**
 * Asked for while the page's own script is still on its way: on a school's phone each wait for the server is a sixth
 * of a second. Nothing is awaited; the page shows its states as ever.
 */
export const readSessionAhead = (): null => {
  void queryClient.prefetchQuery(sessionQuery)
  return null
}

export const readPlaceAhead = ({ params }: LoaderFunctionArgs): null => {
  const place = placeIn(params)
  if (place !== null) void queryClient.prefetchQuery(assessmentQuery(place))
  return null
}

export const readPlanAhead = ({ params }: LoaderFunctionArgs): null => {
  const place = placeIn(params)
  if (place !== null) void queryClient.prefetchQuery(planQuery(place))
  return null
}

/** Once an address is open, its page keeps its answers fresh by itself. */
export const never = (): boolean => false

const placeIn = ({ round, unit }: LoaderFunctionArgs['params']): Place | null =>
  round === undefined || unit === undefined ? null : { round, unit }
