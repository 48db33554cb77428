import { useState } from 'react'
import { Link } from 'react-router'
import { useChangesOfItem } from '../../../../api/mark-changes.ts'
import type { Place } from '../../../../api/names.ts'
import { placePath } from '../../../../api/names.ts'
import { usePeople } from '../../../../api/people.ts'
import { instantWords } from '../../../../ui/day-words.ts'
import { markSteps } from './mark-history.ts'
import type { SheetRow } from './sheet-rows.ts'

const shown = 4

/** 这个分怎么来的: who answered, set or recorded what, and when. Nothing where nobody did yet. */
export const MarkHistory = ({ place, row }: { readonly place: Place; readonly row: SheetRow }) => {
  const changes = useChangesOfItem(place, row.item.no)
  const people = usePeople()
  const [all, setAll] = useState(false)
  if (changes.data === undefined) return null
  const steps = markSteps({
    changes: changes.data,
    entries: row.entries.filter(({ version }) => version > 0),
    questions: row.criteria.flatMap((one) => one.asked.map(({ question }) => question)),
    criteria: row.criteria.map(({ criterion }) => criterion),
    nameOf: (username) => people.data?.find((one) => one.username === username)?.name ?? username,
  })
  if (steps.length === 0) return null
  return (
    <div className="mark-history">
      <h3>这个分怎么来的</h3>
      <ol>
        {steps.slice(0, all ? steps.length : shown).map((step) => (
          <li key={step.key}>
            <span className="grey">
              {instantWords(step.at)}　{step.who}
            </span>
            {step.entry === undefined ? <span>{step.what}</span> : <Link to={`${placePath(place)}/entries/${step.entry}`}>{step.what}</Link>}
          </li>
        ))}
      </ol>
      {all || steps.length <= shown ? null : (
        <button type="button" className="tap start" onClick={() => setAll(true)}>
          再看{steps.length - shown}次
        </button>
      )}
    </div>
  )
}
