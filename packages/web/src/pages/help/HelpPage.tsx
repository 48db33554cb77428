import { Link } from 'react-router'
import { ColumnFrame } from '../../ui/Frame.tsx'
import { TopBar } from '../../ui/TopBar.tsx'
import './help.css'

/** What the system does, stores and does not do: also the page for 备案. */
export const HelpPage = () => (
  <ColumnFrame top={<TopBar title={<Link className="word" to="/">自查通</Link>} />}>
    <title>帮助 · 自查通</title>
    <article className="help-text">
      <h1>帮助</h1>
      <h2>平时怎么用</h2>
      <p>开完会，按「记一笔」：选什么活动、哪一天，保存。其余可以不填。一次会办了几件事，在「这次会上还做了」里一起选上，各自算一次。</p>
      <p>首页告诉你本月要做什么、已经缺什么。确实开过就补录；没开过，请如实空着。</p>
      <h2>年底怎么填表</h2>
      <p>次数由活动记录自动算。要人说“有”或“没有”的，在「快速核对」里一题一题答，按一下一题，随时可以停。</p>
      <p>「自查表」里每一条都写明为什么是这个分。系统算的与实际不同，可以改，写一句理由，检查时会一起看到。</p>
      <p>书记核对、签字后提交。提交后要由局里退回才能改。填好的Word表是局里发的那张，版式不变。</p>
      <h2>材料</h2>
      <p>原件留在原处，写清记录本第几页、放在哪里，与上传照片同样算数。照片在这部手机里先缩小，去掉拍摄地点和机型，再上传。</p>
      <p>超过30天才记的，会标“补录”。这只是说明，不扣分。</p>
      <h2>键盘</h2>
      <p>自查表里：j、k上下，Enter展开，e改分，n记一笔，/ 搜索，Esc收起。快速核对里：1、2、3作答。记一笔里：Ctrl+Enter保存。</p>
      <h2>系统存什么</h2>
      <p>存：单位的名称和基本数字，用账号的人的姓名和身份，活动记录，材料和照片，各条的回答、得分和理由，谁在什么时候改了什么。</p>
      <p>不存：党员花名册，身份证号，手机号，定位，通讯录，浏览记录。</p>
      <h2>系统不做什么</h2>
      <p>不排名次，不打卡，不积分，不强制拍照，不统计谁用了多久，不因为没有留痕扣分。表上没有要求的材料，一样也不多要。</p>
      <p>
        有意见，见<Link to="/contact">投诉建议</Link>。
      </p>
    </article>
  </ColumnFrame>
)
