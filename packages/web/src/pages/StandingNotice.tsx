import { useQueryClient } from '@tanstack/react-query'
import { Link } from 'react-router'
import { NoticeLine } from '../ui/NoticeLine.tsx'
import { useOnline } from '../ui/use-online.ts'
import { instantWords } from '../ui/day-words.ts'
import { useSignedIn } from './SignedIn.tsx'

/** The one line of state of a page: without a network how old the copy is; in the demonstration, that it is one. */
export const StandingNotice = () => {
  const session = useSignedIn()
  const online = useOnline()
  const client = useQueryClient()
  if (!online) {
    const read = Math.max(0, ...client.getQueryCache().getAll().map((query) => query.state.dataUpdatedAt))
    return <NoticeLine>没有网络，看到的是{instantWords(new Date(read).toISOString())}的</NoticeLine>
  }
  if (!session.demonstration) return null
  return (
    <NoticeLine
      link={
        <Link className="tap end" to="/demo">
          换个人看
        </Link>
      }
    >
      演示局，内容都是虚构的
    </NoticeLine>
  )
}
