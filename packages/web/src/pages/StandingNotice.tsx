import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { Link } from 'react-router'
import { readShownFrom, subscribeShownFrom } from '../api/kept-answers.ts'
import { noticeOf } from '../outbox/outbox-notice.ts'
import { useOutbox } from '../outbox/use-outbox.ts'
import { NoticeLine } from '../ui/NoticeLine.tsx'
import { instantWords } from '../ui/day-words.ts'
import { useOnline } from '../ui/use-online.ts'
import { useSignedIn } from './SignedIn.tsx'

/** How often a page that shows a copy asks again by itself. */
const lookAgain = 20_000

/**
 * The one line of state of a page: what waits on this device, else how old the copy is, else that it is a
 * demonstration; a page that does one thing (`brief`) leaves the last out.
 */
export const StandingNotice = ({ brief = false }: { readonly brief?: boolean }) => {
  const session = useSignedIn()
  const online = useOnline()
  const copyFrom = useSyncExternalStore(subscribeShownFrom, readShownFrom)
  const outbox = useOutbox()
  const client = useQueryClient()
  const [openedAt] = useState(() => Date.now())
  useEffect(() => {
    if (copyFrom === null || !online) return
    void client.invalidateQueries()
    const timer = setInterval(() => void client.invalidateQueries(), lookAgain)
    return () => clearInterval(timer)
  }, [copyFrom, online, client])

  const waits = noticeOf(outbox, online, openedAt)
  if (waits !== null) {
    return (
      <NoticeLine
        link={
          <Link className="tap end" to={waits.signIn ? `/sign-in?next=${encodeURIComponent(location.pathname)}` : '/outbox'}>
            {waits.signIn ? '登录' : '查看'}
          </Link>
        }
      >
        {waits.sentence}
      </NoticeLine>
    )
  }
  if (!online || copyFrom !== null) {
    const read = copyFrom ?? Math.max(0, ...client.getQueryCache().getAll().map((query) => query.state.dataUpdatedAt))
    return (
      <NoticeLine>
        {online ? '没有连上' : '没有网络'}，看到的是{instantWords(new Date(read).toISOString())}的样子
      </NoticeLine>
    )
  }
  if (brief || !session.demonstration) return null
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
