import { Link } from 'react-router'
import { documentAddress } from '../../../api/documents.ts'
import type { PlanAnswer } from '../../../api/contract.ts'
import { placePath } from '../../../api/names.ts'
import { usePlan } from '../../../api/plan.ts'
import { Awaited } from '../../../ui/states.tsx'
import { dayWords } from '../../../ui/day-words.ts'
import { pointsText } from '../../../ui/Mark.tsx'
import { Row, Rows } from '../../../ui/Row.tsx'
import { Section } from '../../../ui/Section.tsx'
import { usePlace } from '../../place.ts'
import { SavedEntry } from './entries/SavedEntry.tsx'
import { addressOf, lateAddressOf, verbOf } from './plan-addresses.ts'
import type { PlanLine } from './plan-addresses.ts'
import { UnitFrame } from './UnitFrame.tsx'
import './home.css'

/** The clerk's first page: how things stand in one sentence, then what is due, missing and lacking. */
export const HomePage = () => {
  const place = usePlace()
  const plan = usePlan(place)
  return (
    <UnitFrame title="首页" said={<SavedEntry />}>
      <Awaited query={plan}>{(answer) => <Standing plan={answer} here={placePath(place)} word={documentAddress(place, 'docx')} />}</Awaited>
    </UnitFrame>
  )
}

const Standing = ({ plan, here, word }: { readonly plan: PlanAnswer; readonly here: string; readonly word: string }) => {
  const nothing = plan.due.length === 0
  const next = plan.upcoming[0]
  return (
    <>
      <section className="lead">
        <Sentence plan={plan} here={here} />
      </section>
      <div className="two-columns">
        <div>
          <Section
            title="本月要做"
            {...(nothing ? {} : { count: plan.due.length, aside: <span className="note">{lastDay(plan.due)}</span> })}
          >
            {nothing ? (
              <p className="all-done">
                本月要做的都做了。
                {next === undefined ? null : (
                  <>
                    下一件：{next.what}
                    {next.by === null ? '' : `，${dayWords(next.by)}前`}。
                  </>
                )}
              </p>
            ) : (
              <Rows>
                {plan.due.map((line) => (
                  <Row
                    key={line.criterion + line.what}
                    to={addressOf(here, line, plan.today)}
                    title={line.what}
                    meta={`第${line.item}条`}
                    points={loss('不做少', line.loses)}
                    verb={verbOf(line, '记一笔')}
                  />
                ))}
              </Rows>
            )}
          </Section>
          {plan.unanswered.criteria === 0 ? null : (
            <Section title="还没核对的" count={plan.unanswered.criteria}>
              <Rows>
                <Row
                  to={`${here}/quick-check/next`}
                  title="一题一题答，按一下一题"
                  meta={`共${pointsText(plan.unanswered.points)}分，答了才计`}
                  verb="快速核对"
                />
              </Rows>
            </Section>
          )}
        </div>
        <div>
          {plan.missing.length === 0 ? null : (
            <Section title="已经缺的" count={plan.missing.length} say="确实开过就补录；没开过，请如实空着。">
              <Rows>
                {plan.missing.map((line) => (
                  <Row
                    key={line.criterion + line.what}
                    to={lateAddressOf(here, line)}
                    title={line.what}
                    meta={`第${line.item}条`}
                    points={<em className="miss">失{pointsText(line.loses)}分</em>}
                    verb={verbOf(line, '补录')}
                  />
                ))}
              </Rows>
            </Section>
          )}
          {plan.lackingEvidence.length === 0 ? null : (
            <Section title="缺材料" count={plan.lackingEvidence.length} say="细则里写明要的。写清放在哪里，与上传同样算数。">
              <Rows>
                {plan.lackingEvidence.map((line) => (
                  <Row
                    key={line.criterion + line.what}
                    to={line.entry === null ? `${here}/sheet?item=${line.item}` : `${here}/entries/${line.entry}`}
                    title={line.what}
                    meta={`第${line.item}条，要${line.asked.join('、')}`}
                    verb="补材料"
                  />
                ))}
              </Rows>
            </Section>
          )}
          {plan.upcoming.length === 0 ? null : (
            <Section title="往后要做" count={plan.upcoming.length}>
              <Rows>
                {plan.upcoming.map((line) => (
                  <Row
                    key={line.criterion + line.what}
                    to={addressOf(here, line, plan.today)}
                    title={line.what}
                    meta={`第${line.item}条${line.by === null ? '' : `，${dayWords(line.by)}前`}`}
                    points={loss('不做少', line.loses)}
                    verb={verbOf(line, '记一笔')}
                  />
                ))}
              </Rows>
            </Section>
          )}
        </div>
      </div>
      <p className="take-along">
        <a href={word}>下载填好的Word表</a>
      </p>
    </>
  )
}

/** During the year not the score but what is lost, what can be repaired, what can still be reached. */
const Sentence = ({ plan, here }: { readonly plan: PlanAnswer; readonly here: string }) => {
  const repairable = plan.full - plan.reachable
  const each = (
    <Link className="nw" to={`${here}/sheet`}>
      看每一条
    </Link>
  )
  if (plan.lost === 0) {
    return (
      <>
        <h1>
          到今天没有缺的，
          <br />
          往后照常记就行
        </h1>
        <p>{each}</p>
      </>
    )
  }
  return (
    <>
      <h1>
        到今天已失<em className="miss nw">{pointsText(plan.lost)}分</em>，
        <br />
        {repairable >= plan.lost ? '都还能补' : repairable > 0 ? <>其中{pointsText(repairable)}分还能补</> : '都补不回来了'}
      </h1>
      <p>
        {repairable > 0 ? (
          <>
            补齐得<span className="nw">{pointsText(plan.full)}分</span>；不补，以后也不再失分，
          </>
        ) : (
          '以后不再失分，'
        )}
        <span className="nw">得{pointsText(plan.reachable)}分</span>。{each}
      </p>
    </>
  )
}

const lastDay = (lines: readonly PlanLine[]): string => {
  const last = lines.flatMap((line) => (line.by === null ? [] : [line.by])).sort().at(-1)
  return last === undefined ? '' : `${dayWords(last)}前`
}

const loss = (word: string, points: number) => (points === 0 ? undefined : `${word}${pointsText(points)}分`)
