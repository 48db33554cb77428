import { Link } from 'react-router'
import { FootLinks } from '../ui/Frame.tsx'
import { TopBar } from '../ui/TopBar.tsx'
import './first-page.css'

/** What this is, for whom, and what it does not do. */
export const Welcome = ({ demonstration }: { readonly demonstration: boolean }) => (
  <div className="first">
    <title>自查通</title>
    <TopBar title={<span className="word">自查通</span>} />
    <main id="main" tabIndex={-1}>
      <div className="hero">
        <h1>
          平时记一笔，
          <br />
          年底不用再填表
        </h1>
        <p>学校党组织的活动记录一次，自动对到自查表的每一条；每一分都写明为什么。</p>
        <div className="acts">
          {demonstration ? (
            <Link className="button primary" to="/demo">
              看示例学校
            </Link>
          ) : null}
          <Link className={demonstration ? 'button' : 'button primary'} to="/sign-in">
            登录
          </Link>
        </div>
        {demonstration ? <p className="note">这里是演示，学校、人和记录都是虚构的，可以随便改，不用账号。</p> : null}
      </div>
      <div className="for-whom">
        <section>
          <h2>学校</h2>
          <p>开完会半分钟记一条。照片可传可不传，写明记录本第几页也算数。</p>
        </section>
        <section>
          <h2>教育局</h2>
          <p>各校填到哪一步，打开就看到；交上来的还是原来那张Word表，版式不变。</p>
        </section>
        <section>
          <h2>检查人</h2>
          <p>同意自查按一下；与自查不同的，按细则选，写明理由，不用再算分。</p>
        </section>
      </div>
      <section className="never">
        <h2>这里不做</h2>
        <p>不排名次，不打卡，不强制拍照，不因为没有留痕扣分。表上没有要求的材料，一样也不多要。</p>
      </section>
      <FootLinks />
    </main>
  </div>
)
