import type { Form } from '@zicha/core'
import { useEffect, useState } from 'react'
import { useAssessment } from '../../../../api/assessment.ts'
import type { AssessmentAnswer, PlanAnswer, ScoreAnswer } from '../../../../api/contract.ts'
import { useEntries } from '../../../../api/entries.ts'
import { useFacts } from '../../../../api/facts.ts'
import { useForm } from '../../../../api/form.ts'
import { placePath } from '../../../../api/names.ts'
import { useChecks } from '../../../../api/checks.ts'
import { useNameOf } from '../../../../api/people.ts'
import type { QueuedItem } from '../../../../outbox/item.ts'
import { FootLinks } from '../../../../ui/Frame.tsx'
import { Because, pointsLess, PointsOf, pointsText } from '../../../../ui/Mark.tsx'
import { Row, Rows } from '../../../../ui/Row.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { Awaited } from '../../../../ui/states.tsx'
import { TaskBar } from '../../../../ui/TopBar.tsx'
import { dayWords, instantWords, today, untilWords } from '../../../../ui/day-words.ts'
import { usePlace } from '../../../place.ts'
import { useSignedIn } from '../../../SignedIn.tsx'
import { StandingNotice } from '../../../StandingNotice.tsx'
import { checkState } from '../checked/check-words.ts'
import { keepSeenAt, readSeenAt } from '../seen-at.ts'
import { itemName } from '../item-reading.ts'
import { lackingAddress, lackingRecord } from '../plan-addresses.ts'
import { KeptHere } from '../reckoned/KeptHere.tsx'
import { useReckonedPlan, useReckonedScore } from '../reckoned/use-reckoned.ts'
import { changedSince } from './changed-since.ts'
import { SubmitPanel } from './SubmitPanel.tsx'
import { Submitted } from './Submitted.tsx'
import '../../../../ui/office.css'

/** Before the table goes to the bureau: what is open, what is a person's own mark, what lacks papers, what changed. */
export const SubmitPage = () => {
  const place = usePlace()
  const here = placePath(place)
  const assessment = useAssessment(place)
  const form = useForm(assessment.data?.form)
  const score = useReckonedScore(place)
  const plan = useReckonedPlan(place)
  return (
    <div className="frame">
      <TaskBar back={here} title="提交前核对" aside={assessment.data?.unit.name} />
      <StandingNotice />
      <main id="main" tabIndex={-1}>
      <title>提交前核对 · 自查通</title>
      <Awaited query={assessment}>
        {(answer) =>
          !answer.editable ? (
            <Submitted assessment={answer} />
          ) : (
            <Awaited query={form}>
              {(loaded: Form) => (
                <Awaited query={score}>
                  {(scored) => (
                    <Awaited query={plan}>
                      {(planned) => <Check assessment={answer} form={loaded} score={scored} plan={planned} kept={plan.kept} />}
                    </Awaited>
                  )}
                </Awaited>
              )}
            </Awaited>
          )
        }
      </Awaited>
        <FootLinks />
      </main>
    </div>
  )
}

type CheckProps = {
  readonly assessment: AssessmentAnswer
  readonly form: Form
  readonly score: ScoreAnswer
  readonly plan: PlanAnswer
  readonly kept: readonly QueuedItem[]
}

const Check = ({ assessment, form, score, plan, kept }: CheckProps) => {
  const place = usePlace()
  const here = placePath(place)
  const titleOf = (id: string) => form.criteria.find((criterion) => criterion.id === id)?.title ?? ''
  const itemOf = (id: string) => form.criteria.find((criterion) => criterion.id === id)?.item ?? 0
  const open = score.criteria.filter(({ status, override }) => status === 'unanswered' && override === undefined)
  const lost = score.criteria.filter((one) => !open.includes(one) && one.score < one.max)
  const own = score.criteria.filter(({ override }) => override !== undefined)
  const lostPoints = lost.reduce((all, { score: got, max }) => pointsLess(all, pointsLess(got, max)), 0)
  return (
    <div className="with-panel">
      <div>
        <div className="lead">
          <p className="note">
            {assessment.year}年度自查表，{dayWords(assessment.dueOn)}截止，{untilWords(today(), assessment.dueOn)}
          </p>
          <h1>自查{pointsText(score.total)}分</h1>
          <p>
            {open.length === 0 ? `${score.criteria.length}处都答了。` : `还有${open.length}处没有答，共${pointsText(plan.unanswered.points)}分没有计。`}
            {lost.length === 0 ? '没有失分，' : `失${pointsText(lostPoints)}分，`}
            自己定的分{own.length}处，缺材料{plan.lackingEvidence.length}件。没补上的，如实提交就好。
          </p>
          <KeptHere kept={kept} />
        </div>
        {assessment.stage === 'returned' ? <Changed form={form} assessment={assessment} /> : null}
        {open.length === 0 ? null : (
          <Section title="还没有答" count={`${open.length}处`}>
            <Rows>
              {open.map(({ id, max }) => (
                <Row
                  key={id}
                  to={`${here}/quick-check/${id}`}
                  title={titleOf(id)}
                  meta={`第${itemOf(id)}条`}
                  points={`${pointsText(max)}分`}
                  verb="去答"
                />
              ))}
            </Rows>
          </Section>
        )}
        {lost.length === 0 ? null : (
          <Section title="失分" count={`${lost.length}处`}>
            <Rows>
              {lost.map((one) => (
                <Row
                  key={one.id}
                  to={`${here}/sheet?item=${itemOf(one.id)}`}
                  title={
                    <>
                      <span className="grey">第{itemOf(one.id)}条</span>　{titleOf(one.id)}　失
                      <PointsOf value={pointsLess(one.max, one.score)} lost />
                    </>
                  }
                  meta={one.override === undefined ? <Because text={one.because} /> : `自己定的分。理由：${one.override.reason}`}
                  verb="改"
                />
              ))}
            </Rows>
          </Section>
        )}
        {own.length === 0 ? null : (
          <Section title="自己定的分" count={`${own.length}处`}>
            <Rows>
              {own.map((one) => (
                <Row
                  key={one.id}
                  to={`${here}/sheet?item=${itemOf(one.id)}`}
                  title={
                    <>
                      <span className="grey">第{itemOf(one.id)}条</span>　{titleOf(one.id)}，得{pointsText(one.score)}分
                    </>
                  }
                  meta={`系统算${pointsText(one.override?.computed ?? one.score)}分。理由：${one.override?.reason ?? ''}`}
                  verb="改"
                />
              ))}
            </Rows>
          </Section>
        )}
        {plan.lackingEvidence.length === 0 ? null : (
          <Section title="缺材料" count={`${plan.lackingEvidence.length}件`} say="细则里写明要的。写清放在哪里，与上传同样算数。">
            <Rows>
              {plan.lackingEvidence.map((line) => (
                <Row
                  key={line.criterion + line.what + (line.entry ?? '')}
                  to={lackingAddress(here, line)}
                  title={line.what}
                  meta={`第${line.item}条（${itemName(form, line.item)}），${lackingRecord(line)}要${line.asked.join('、')}`}
                  verb="补"
                />
              ))}
            </Rows>
          </Section>
        )}
        <Unchecked form={form} />
        {assessment.stage === 'returned' ? null : <Changed form={form} assessment={assessment} />}
      </div>
      <SubmitPanel assessment={assessment} score={score} open={open.length} lacking={plan.lackingEvidence.length} />
    </div>
  )
}

/** Duties that nobody has gone over, or that changed after somebody did: told, not demanded. */
const Unchecked = ({ form }: Pick<CheckProps, 'form'>) => {
  const place = usePlace()
  const checks = useChecks(place)
  if (checks.data === undefined) return null
  const { data } = checks
  const duties = form.sections.map((section) => ({ section, ...checkState(form, data, section.no) }))
  const done = duties.filter(({ checked }) => checked)
  const changed = duties.filter(({ checked, words }) => !checked && words !== null)
  const [first, ...others] = duties.filter(({ words }) => words === null).map(({ section }) => section)
  const addressOf = (section: { readonly no: number }) => `${placePath(place)}/quick-check#duty-${section.no}`
  return (
    <Section
      title="各项责任的核对"
      {...(done.length === 0 ? {} : { count: `${done.length}项已核对` })}
      say={done.length === duties.length ? '每一项都有人看过，标了已核对。' : '看过一项标一项；没标的也能提交。'}
    >
      <Rows>
        {changed.map(({ section, words }) => (
          <Row key={section.no} to={addressOf(section)} title={`${section.no} ${section.name}`} meta={words} verb="再核对" />
        ))}
        {first === undefined ? null : (
          <Row
            to={addressOf(first)}
            title={`还没有人标的${others.length + 1}项`}
            meta={dutyWords([first, ...others])}
            verb="去核对"
          />
        )}
      </Rows>
    </Section>
  )
}

/** 1 抓谋划、2 抓示范、3 抓组织等 */
const dutyWords = (duties: readonly { readonly no: number; readonly name: string }[]): string =>
  `${duties.slice(0, 3).map(({ no, name }) => `${no} ${name}`).join('、')}${duties.length > 3 ? '等' : ''}`

const Changed = ({ form, assessment }: Pick<CheckProps, 'form' | 'assessment'>) => {
  const place = usePlace()
  const here = placePath(place)
  const { user } = useSignedIn()
  const entries = useEntries(place)
  const facts = useFacts(place)
  const nameOf = useNameOf()
  const [since] = useState(
    () => readSeenAt('checked', place, user.username) ?? assessment.history.findLast(({ to }) => to === 'returned')?.at ?? null,
  )
  const { round, unit } = place
  useEffect(() => keepSeenAt('checked', { round, unit }, user.username, new Date().toISOString()), [round, unit, user.username])
  if (since === null || entries.data === undefined || facts.data === undefined) return null
  const changes = changedSince({
    since,
    criteria: form.criteria,
    entries: entries.data,
    facts: facts.data,
    here,
    except: user.username,
  })
  if (changes.length === 0) return null
  return (
    <Section title="上次核对以后改过" count={`${changes.length}处`}>
      <Rows>
        {changes.map((change) => (
          <Row
            key={change.at + change.what}
            to={change.to}
            title={change.what}
            meta={`${nameOf(change.who)}，${instantWords(change.at)}`}
            verb="看"
          />
        ))}
      </Rows>
    </Section>
  )
}
