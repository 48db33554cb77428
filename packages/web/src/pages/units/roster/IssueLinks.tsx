import { useState } from 'react'
import { Link } from 'react-router'
import type { LinkSheet } from '../../../api/contract.ts'
import { useMakeLinkSheet } from '../../../api/rosters.ts'
import { copyText } from '../../../ui/copy-text.ts'
import { dayOf, dayWords } from '../../../ui/day-words.ts'
import { FrameBar } from '../../../ui/Frame.tsx'
import { ProblemSummary } from '../../../ui/ProblemSummary.tsx'
import { Section } from '../../../ui/Section.tsx'
import { groupText, linksBySchool, schoolText } from './roster-words.ts'
import { saveSlips } from './save-slips.ts'

/** The server's own limit of one sheet. */
const most = 1000

/** One press makes a link for each and saves the slips; the links stand here this once. */
export const IssueLinks = (props: { readonly office: string; readonly officeName: string; readonly waiting: readonly string[]; readonly title: string }) => {
  const waiting = props.waiting.slice(0, most)
  const make = useMakeLinkSheet(props.office)
  const issue = () => {
    if (!make.isPending) make.mutate(waiting, { onSuccess: saveSlips })
  }
  if (make.data !== undefined) return <MadeLinks sheet={make.data} officeName={props.officeName} />
  return (
    <>
      <ProblemSummary problem={make.error} />
      <div className="state" role="status">
        <h2>{props.title}</h2>
        <p>
          {waiting.length === 0
            ? '人人都设好密码了，不用再发链接。'
            : `还有${waiting.length}人没有设密码。出一份链接单：每人一张小条，打印剪开，微信一扫就能设密码。先前发的链接会作废。`}
        </p>
        {waiting.length === 0 ? (
          <div className="acts">
            <Link className="button" to="/units">
              看单位与人员
            </Link>
          </div>
        ) : null}
      </div>
      {waiting.length === 0 ? null : (
        <FrameBar>
          <p className="small grey">链接只显示这一次，30天内有效。</p>
          <Link className="tap" to="/units">
            以后再发
          </Link>
          <button type="button" className="button primary" onClick={issue}>
            {make.isPending ? '正在出链接单' : `出${waiting.length}人的链接单`}
          </button>
        </FrameBar>
      )}
    </>
  )
}

const MadeLinks = ({ sheet, officeName }: { readonly sheet: LinkSheet; readonly officeName: string }) => {
  const [copied, setCopied] = useState<string | null>(null)
  const [byHand, setByHand] = useState<string | null>(null)
  const schools = linksBySchool(sheet)
  const copy = (key: string, text: string) => void copyText(text).then((done) => (done ? setCopied(key) : setByHand(text)))
  return (
    <>
      <Section
        title="链接单出好了"
        count={`${schools.length}个单位，${sheet.items.length}人`}
        say={`PDF已经存到下载里，一页八张，打印后剪开发给本人。${dayWords(dayOf(new Date(sheet.expiresAt)))}前有效，每个只能用一次。`}
      >
        <div className="acts after-rule">
          <button type="button" className="button" onClick={() => saveSlips(sheet)}>
            再存一份PDF
          </button>
          <button type="button" className="button" onClick={() => copy('group', groupText(sheet, officeName))}>
            {copied === 'group' ? '已复制' : '复制发群的文字'}
          </button>
        </div>
        <p className="small grey after-rule">发群的文字里没有链接：链接谁先点开就归谁。要用微信发链接，请按单位分开发：</p>
        {byHand === null ? null : (
          <textarea className="input" rows={8} readOnly value={byHand} aria-label="这个浏览器不让网页直接复制，请全选后复制" />
        )}
      </Section>
      <Section title="按单位发" say="离开这一页，链接就不再显示；丢了可以重新出，旧的作废。">
        <ul className="rows">
          {schools.map((group) => (
            <li key={group.unit}>
              <div className="row still">
                <span className="what">
                  <span className="title">{group.unitName}</span>
                  <span className="meta">{group.items.map(({ name }) => name).join('、')}</span>
                </span>
                <button type="button" className="tap end" aria-label={`复制${group.unitName}的链接`} onClick={() => copy(group.unit, schoolText(group, sheet))}>
                  {copied === group.unit ? <span className="done tick">已复制</span> : '复制'}
                </button>
              </div>
            </li>
          ))}
        </ul>
      </Section>
    </>
  )
}
