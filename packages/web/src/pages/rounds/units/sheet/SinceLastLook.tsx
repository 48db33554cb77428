import type { Form } from '@zicha/core'
import { useEffect, useState } from 'react'
import type { LedgerEntry } from '../../../../api/contract.ts'
import { useChangesSince } from '../../../../api/mark-changes.ts'
import type { Place } from '../../../../api/names.ts'
import { usePeople } from '../../../../api/people.ts'
import { instantWords } from '../../../../ui/day-words.ts'
import { useSignedIn } from '../../../SignedIn.tsx'
import { keepSeenAt, readSeenAt } from '../seen-at.ts'
import { sinceLastLook, sinceWords } from './since-last-look.ts'

type Props = { readonly place: Place; readonly form: Form; readonly entries: readonly LedgerEntry[]; readonly onOpen: (no: number) => void }

/** 上次看以后: what colleagues changed, in a line each, with the items to open. Nothing at the first look. */
export const SinceLastLook = ({ place, form, entries, onOpen }: Props) => {
  const { user } = useSignedIn()
  const people = usePeople()
  const { round, unit } = place
  const [since] = useState(() => readSeenAt('sheet', place, user.username))
  useEffect(() => {
    // Seen is what was there while the page was open, so it is noted when the page is left.
    const leave = () => keepSeenAt('sheet', { round, unit }, user.username, new Date().toISOString())
    addEventListener('pagehide', leave)
    return () => {
      removeEventListener('pagehide', leave)
      leave()
    }
  }, [round, unit, user.username])
  const changes = useChangesSince(place, since)
  if (since === null || changes.data === undefined) return null
  const nameOf = (username: string) => people.data?.find((one) => one.username === username)?.name ?? username
  const lines = sinceLastLook({ form, since, changes: changes.data, entries, except: user.username, nameOf })
  if (lines.length === 0) return null
  return (
    <div className="since-last">
      <p className="note">上次看（{instantWords(since)}）以后</p>
      {lines.map((line) => (
        <p key={line.who} className="small">
          {line.who}
          {sinceWords(line)}
          {line.items.length === 0 ? '' : '：'}
          {line.items.map((no) => (
            <button key={no} type="button" className="link" onClick={() => onOpen(no)}>
              第{no}条
            </button>
          ))}
        </p>
      ))}
    </div>
  )
}
