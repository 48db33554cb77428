import { Link } from 'react-router'
import { ColumnFrame } from '../ui/Frame.tsx'
import { TopBar } from '../ui/TopBar.tsx'

/** An address without a page, or a page that broke: both lead back. */
export const NotThere = () => (
  <ColumnFrame top={<TopBar title={<Link className="word" to="/">自查通</Link>} />}>
    <title>没有这个页面 · 自查通</title>
    <div className="state">
      <h1>没有这个页面，或它不归本单位看。</h1>
      <p>已经存好的记录不受影响。</p>
      <div className="acts">
        <a className="button" href="/">
          返回首页
        </a>
      </div>
    </div>
  </ColumnFrame>
)
