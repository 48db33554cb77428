import { sayDay } from '@zicha/core'
import { useState } from 'react'
import { Link } from 'react-router'
import { useAssessment } from '../../../../api/assessment.ts'
import type { LedgerEntry } from '../../../../api/contract.ts'
import { useDeletedEntries, useRestoreEntry } from '../../../../api/deleted-entries.ts'
import { placePath } from '../../../../api/names.ts'
import { useNameOf } from '../../../../api/people.ts'
import { dayOf, dayWords, instantWords } from '../../../../ui/day-words.ts'
import { ProblemSummary } from '../../../../ui/ProblemSummary.tsx'
import { Rows } from '../../../../ui/Row.tsx'
import { Said } from '../../../../ui/Said.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { Awaited, Empty } from '../../../../ui/states.tsx'
import { usePlace } from '../../../place.ts'
import { useSignedIn } from '../../../SignedIn.tsx'
import { UnitFrame } from '../UnitFrame.tsx'

/** Deleted records of the last thirty days; one tap takes one back. */
export const DeletedEntriesPage = () => {
  const place = usePlace()
  const here = placePath(place)
  const deleted = useDeletedEntries(place)
  const assessment = useAssessment(place)
  const restore = useRestoreEntry(place)
  const role = useSignedIn().user.role
  const nameOf = useNameOf()
  const [back, setBack] = useState<LedgerEntry | null>(null)
  const writes = assessment.data?.editable === true && (role === 'clerk' || role === 'secretary')
  return (
    <UnitFrame
      title="已删除的记录"
      said={
        back === null ? null : (
          <Said
            word="已找回"
            acts={
              <Link className="tap end" to={`${here}/entries/${back.id}`}>
                看记录
              </Link>
            }
          >
            {sayDay(back.happenedOn)}，{back.title}。照样计分。
          </Said>
        )
      }
    >
      <div className="head">
        <div>
          <h1>已删除的记录</h1>
          <p>30天内可以找回，找回后照样计分。</p>
        </div>
      </div>
      <ProblemSummary problem={restore.error} />
      <Awaited query={deleted}>
        {(all) =>
          all.length === 0 ? (
            <Empty
              title="没有删过的记录"
              action={
                <Link className="button" to={`${here}/entries`}>
                  看全年记录
                </Link>
              }
            >
              删除的记录会在这里留30天。
            </Empty>
          ) : (
            <Section title="可以找回" count={all.length}>
              <Rows>
                {all.map((entry) => (
                  <li key={entry.id}>
                    <div className="row still">
                      <span className="what">
                        <Link className="title" to={`${here}/entries/${entry.id}/history`}>
                          {sayDay(entry.happenedOn)}，{entry.title}
                        </Link>
                        <span className="meta">
                          {nameOf(entry.deletedBy)}，{instantWords(entry.deletedAt)}删除，{dayWords(dayOf(new Date(entry.restorableUntil)))}前可找回
                        </span>
                      </span>
                      {writes ? (
                        <button
                          type="button"
                          className="tap end"
                          aria-label={`找回${sayDay(entry.happenedOn)}${entry.title}`}
                          onClick={() => restore.mutate(entry.id, { onSuccess: setBack })}
                        >
                          找回
                        </button>
                      ) : null}
                    </div>
                  </li>
                ))}
              </Rows>
            </Section>
          )
        }
      </Awaited>
    </UnitFrame>
  )
}
