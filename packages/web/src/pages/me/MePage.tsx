import { useNavigate } from 'react-router'
import { placePath } from '../../api/names.ts'
import { problemSentence } from '../../api/problem.ts'
import { useSignOut } from '../../api/sign-out.ts'
import { isUnsent } from '../../outbox/item.ts'
import { leaveOutbox } from '../../outbox/enter-outbox.ts'
import { countWords } from '../../outbox/outbox-notice.ts'
import { useOutbox } from '../../outbox/use-outbox.ts'
import { dayWords } from '../../ui/day-words.ts'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { ColumnFrame, FootLinks } from '../../ui/Frame.tsx'
import { Pairs, Row, Rows } from '../../ui/Row.tsx'
import { Section } from '../../ui/Section.tsx'
import { TaskBar } from '../../ui/TopBar.tsx'
import { TextSizeChips } from '../../ui/TextSizeButton.tsx'
import { homeOf } from '../home-of.ts'
import { roleNames } from '../role-names.ts'
import { useSignedIn } from '../SignedIn.tsx'
import { StandingNotice } from '../StandingNotice.tsx'

export const MePage = () => {
  const session = useSignedIn()
  const navigate = useNavigate()
  const signOut = useSignOut()
  const home = homeOf(session)
  const unsent = useOutbox().items.filter(isUnsent)
  const left = () => {
    leaveOutbox()
    void navigate('/sign-in', { replace: true })
  }
  return (
    <ColumnFrame top={<TaskBar back={home === '/me' ? '/help' : home} backWord={home === '/me' ? '帮助' : '首页'} title="我" />} notice={<StandingNotice brief />}>
      <title>我 · 自查通</title>
      <h1 className="unseen">我</h1>
      {signOut.error === null ? null : <ErrorSummary faults={[{ message: problemSentence(signOut.error) }]} />}
      {home === '/me' ? (
        <div className="state">
          <h2>还没有要填的自查表</h2>
          <p>局里开始一轮自查后，会出现在这里。</p>
        </div>
      ) : null}
      <Section title="账号">
        <Pairs
          pairs={[
            ['姓名', session.user.name],
            ['账号', session.user.username],
            ['身份', roleNames[session.user.role]],
            ['单位', session.unitName],
          ]}
        />
      </Section>
      {(session.user.role === 'clerk' || session.user.role === 'secretary') && session.rounds.length > 1 ? (
        <Section title="年度" count={session.rounds.length}>
          <Rows>
            {session.rounds.map((round) => (
              <Row
                key={round.id}
                to={placePath({ round: round.id, unit: session.user.unit })}
                title={`${round.year}年度`}
                meta={`${dayWords(round.dueOn, round.year)}截止，${round.editable === false ? '已提交' : '正在填'}`}
                verb="打开"
              />
            ))}
          </Rows>
        </Section>
      ) : null}
      <Section title="字号">
        <div className="after-rule">
          <TextSizeChips />
        </div>
      </Section>
      {session.user.role === 'clerk' || session.user.role === 'secretary' ? (
        <Section title="待上传" count={unsent.length}>
          <Rows>
            <Row
              to="/outbox"
              title={unsent.length === 0 ? '都上传了' : `${countWords(unsent)}存在本机`}
              meta={unsent.length === 0 ? '没有网络时记下的先存在这里' : '联网后自动上传，退出登录也不会丢'}
              verb="看"
            />
          </Rows>
        </Section>
      ) : null}
      <Section title="其他">
        <Rows>
          {session.user.role === 'secretary' ? (
            <Row to="/handover" title="交接" meta="党务干部或书记换人，记录都留下" verb="去办" />
          ) : null}
          <Row to="/storage" title="这里存了什么" meta="存了多少，存在哪里，留到什么时候" verb="看" />
        </Rows>
      </Section>
      <div className="field">
        <button type="button" className="button" onClick={() => signOut.mutate(undefined, { onSuccess: left })}>
          退出登录
        </button>
        {unsent.length === 0 ? null : <p className="small grey below">没上传的{countWords(unsent)}留在这部手机，只有本人登录后才传、才看得到。</p>}
      </div>
      <FootLinks />
    </ColumnFrame>
  )
}
