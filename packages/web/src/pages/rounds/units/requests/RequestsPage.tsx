import { useEffect, useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { useAssessment } from '../../../../api/assessment.ts'
import type { RecordRequest } from '../../../../api/contract.ts'
import { placePath } from '../../../../api/names.ts'
import { useRecordRequests, useWithdrawRequest } from '../../../../api/record-requests.ts'
import { dayOf, dayWords, instantWords } from '../../../../ui/day-words.ts'
import { ProblemSummary } from '../../../../ui/ProblemSummary.tsx'
import { Rows } from '../../../../ui/Row.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { Awaited, Empty } from '../../../../ui/states.tsx'
import { usePlace } from '../../../place.ts'
import { UnitFrame } from '../UnitFrame.tsx'
import { useSignedIn } from '../../../SignedIn.tsx'
import { keepSeenAt } from '../seen-at.ts'
import { AskDepartment } from './AskDepartment.tsx'
import { latestDelivery } from './delivered.ts'
import { readAskedThing } from './request-address.ts'
import './requests.css'

/** 请同事补: one asked-for record by a link, without an account; `?criterion=5.1` or `?kind=党课` says what. */
export const RequestsPage = () => {
  const place = usePlace()
  const here = placePath(place)
  const [params] = useSearchParams()
  const thing = readAskedThing(params)
  const assessment = useAssessment(place)
  const requests = useRecordRequests(place)
  const withdraw = useWithdrawRequest(place)
  const [withdrawn, setWithdrawn] = useState<string | null>(null)
  const { username } = useSignedIn().user
  const { round, unit } = place
  const latest = latestDelivery(requests.data ?? [])
  useEffect(() => {
    if (latest !== undefined) keepSeenAt('requests', { round, unit }, username, latest)
  }, [latest, round, unit, username])
  return (
    <UnitFrame title="请同事补">
      <div className="head">
        <div>
          <h1>请同事补</h1>
          <p>发一个链接给部门，对方不用账号，只能交这一条，交过就失效。</p>
        </div>
      </div>
      {thing === null ? null : (
        <Awaited query={assessment}>
          {(standing) =>
            standing.editable ? (
              <AskDepartment key={params.toString()} place={place} school={standing.unit.name} form={standing.form} thing={thing} />
            ) : (
              <p className="field">自查表已经提交，由局里退回后才能再请人补。</p>
            )
          }
        </Awaited>
      )}
      <ProblemSummary problem={withdraw.error} />
      <Awaited query={requests}>
        {(all) =>
          all.length === 0 ? (
            thing !== null ? null : (
              <Empty
                title="还没有请过同事"
                action={
                  <Link className="button" to={`${here}/sheet`}>
                    去自查表
                  </Link>
                }
              >
                在自查表里点开一条，或记一笔时，都可以「请同事补」。
              </Empty>
            )
          ) : (
            <Section title="请过的" count={all.length}>
              <Rows>
                {all.map((one) => (
                  <li key={one.id}>
                    <div className="row still">
                      <span className="what">
                        <span className="title">
                          {one.from}：{one.asks}
                        </span>
                        <span className="meta">
                          <StateWords one={one} />
                          {one.note === null ? '' : `，${one.note}`}
                        </span>
                      </span>
                      {one.state === 'open' ? (
                        <button
                          type="button"
                          className="tap end"
                          aria-label={`撤回给${one.from}的“${one.asks}”`}
                          onClick={() => withdraw.mutate(one.id, { onSuccess: () => setWithdrawn(one.from) })}
                        >
                          撤回
                        </button>
                      ) : one.entry === null ? null : (
                        <Link className="tap end" to={`${here}/entries/${one.entry}`}>
                          看记录
                        </Link>
                      )}
                    </div>
                  </li>
                ))}
              </Rows>
              <p className="small after-rule" role="status">
                {withdrawn === null ? '' : `给${withdrawn}的链接已经失效。还要的话再请一次。`}
              </p>
            </Section>
          )
        }
      </Awaited>
    </UnitFrame>
  )
}

const StateWords = ({ one }: { readonly one: RecordRequest }) => {
  switch (one.state) {
    case 'open':
      return <>{`等对方交，${dayWords(dayOf(new Date(one.expiresAt)))}前有效`}</>
    case 'answered':
      return <span className="done">已交来，计在记录里</span>
    case 'withdrawn':
      return <>{`${instantWords(one.madeAt)}请的，已撤回`}</>
    case 'over':
      return <>{`${instantWords(one.madeAt)}请的，到期没有交`}</>
  }
}
