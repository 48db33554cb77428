import { Link, useLocation } from 'react-router'
import { useSession } from '../../api/session.ts'
import { ColumnFrame } from '../../ui/Frame.tsx'
import { NoticeLine } from '../../ui/NoticeLine.tsx'
import { TopBar } from '../../ui/TopBar.tsx'
import { useOnline } from '../../ui/use-online.ts'
import '../help/help.css'
import { WriteToBureau } from './WriteToBureau.tsx'

/** 投诉建议: who answers for the work and who for the program, and what is not collected here. */
export const ContactPage = () => {
  const session = useSession()
  const online = useOnline()
  const bureau = session.data?.bureauName ?? '本地教育局'
  const role = session.data?.user.role
  const page = pageBefore(useLocation().state)
  return (
    <ColumnFrame
      top={<TopBar title={<Link className="word" to="/">自查通</Link>} />}
      notice={online ? null : <NoticeLine>没有网络。写的都留在这一页，连上网络再送出。</NoticeLine>}
    >
      <title>投诉建议 · 自查通</title>
      <article className="help-text">
        <h1>投诉建议</h1>
        <p>这个网页由{bureau}管。意见、投诉，或认为要得太多、催得太勤，请直接找局办公室，电话、来人、来信都可以，用局里对外公布的联系方式。</p>
        {role === undefined ? null : (
          <WriteToBureau bureau={bureau} page={page} reads={role === 'bureau' || role === 'city' || role === 'admin'} />
        )}
        <h2>说清这三样，回得快</h2>
        <p>哪一页，什么时候，希望怎样。页面上有编号的，把编号也写上。</p>
        <h2>密码、账号</h2>
        <p>忘了密码、换了人，请局办公室给一个一次性链接，点开自己设密码。</p>
        <h2>对分数有不同意见</h2>
        <p>自查的分，提交前自己可以改，写一句理由。检查的分，请先问检查人，再由书记向局里提出。</p>
        <h2>不会因此受影响</h2>
        <p>提意见不进自查表，不影响任何得分。</p>
      </article>
    </ColumnFrame>
  )
}

/** The page whose foot led here. */
const pageBefore = (state: unknown): string | undefined =>
  typeof state === 'object' && state !== null && 'page' in state && typeof state.page === 'string' ? state.page : undefined
