import { Link } from 'react-router'
import { useCarryOver } from '../../../../api/carry-over.ts'
import type { Place } from '../../../../api/names.ts'
import { placePath } from '../../../../api/names.ts'

/** At the beginning of a round: what of last year waits for a yes. Nothing where nothing waits. */
export const CarryOverLine = ({ place }: { readonly place: Place }) => {
  const offer = useCarryOver(place)
  const open = [...(offer.data?.entries ?? []), ...(offer.data?.facts ?? [])].filter((one) => !one.carried).length
  return open === 0 ? null : (
    <p className="take-along">
      <Link to={`${placePath(place)}/carry-over`}>去年有{open}样可能还有效，看一遍就能沿用</Link>
    </p>
  )
}
