import { Link } from 'react-router'
import type { Place } from '../../../../api/names.ts'
import { placePath } from '../../../../api/names.ts'
import { useRecordRequests } from '../../../../api/record-requests.ts'
import { useSignedIn } from '../../../SignedIn.tsx'
import { readSeenAt } from '../seen-at.ts'
import { deliveredWords } from './delivered.ts'

/** What departments gave by their links counts at once: the clerk is told, to look at it. */
export const DeliveredLine = ({ place }: { readonly place: Place }) => {
  const { user } = useSignedIn()
  return user.role === 'clerk' ? <Delivered place={place} username={user.username} /> : null
}

const Delivered = ({ place, username }: { readonly place: Place; readonly username: string }) => {
  const words = deliveredWords(useRecordRequests(place).data ?? [], readSeenAt('requests', place, username))
  return words === '' ? null : (
    <p className="take-along">
      <Link to={`${placePath(place)}/requests`}>{words}，看一看</Link>
    </p>
  )
}
