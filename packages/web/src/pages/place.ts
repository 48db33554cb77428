import { useParams } from 'react-router'
import type { Place } from '../api/names.ts'

/** The unit and round that the address names: /rounds/{round}/units/{unit}/… */
export const usePlace = (): Place => {
  const { round, unit } = useParams()
  if (round === undefined || unit === undefined) throw new Error('usePlace outside rounds/:round/units/:unit')
  return { round, unit }
}
