import { Link, useParams } from 'react-router'
import { base } from '../../../../api/request.ts'
import { noticeAddress, roundPath, useRound } from '../../../../api/rounds.ts'
import { Section } from '../../../../ui/Section.tsx'
import { LongWork } from '../../../LongWork.tsx'
import { OfficeFrame } from '../../../OfficeFrame.tsx'
import { useSignedIn } from '../../../SignedIn.tsx'
import { LetterTemplates } from './LetterTemplates.tsx'

/** 汇总导出: what a round comes to, as the papers that an office sends on, and every filled table in one zip. */
export const RoundPapersPage = () => {
  const { round = '' } = useParams()
  const details = useRound(round)
  const { role, unit } = useSignedIn().user
  const paper = (query: string): string => `${base}${roundPath(round)}/papers?${query}`
  const year = details.data?.year
  return (
    <OfficeFrame title="汇总导出" round={round}>
      <div className="head">
        <div>
          <h1>汇总导出</h1>
          <p>{year === undefined ? '' : `${year}年度，`}各单位按代码排，不排名次。</p>
        </div>
      </div>
      <Section title="检查汇总表" say="各单位的自查得分、检查得分和差，各条有多少学校失分。Excel里还有各条的图、各单位每一条的得分。">
        <div className="acts after-rule">
          <a className="button" href={paper('kind=summary&format=xlsx')}>
            下载Excel
          </a>
          <a className="button" href={paper('kind=summary&format=docx')}>
            下载Word
          </a>
          <a className="button" href={paper('kind=summary&format=pdf')}>
            下载PDF
          </a>
          <Link className="tap" to={`${roundPath(round)}/losses`}>
            各条失分情况
          </Link>
        </div>
      </Section>
      <Section title="全部填好的Word表" say={`${details.data?.units.length ?? 0}个单位，每个一份局里发的原表，连同检查汇总表放在一个压缩包里。`}>
        <LongWork kind="round-tables" round={round} path={`${roundPath(round)}/tables`} verb="做压缩包" />
      </Section>
      {role === 'bureau' ? (
        <>
          <Section title="公文草稿" say="数字取自现在的数据，发文前请核对。">
            <div className="acts after-rule">
              <a className="button" href={noticeAddress(round)}>
                自查通知
              </a>
              <a className="button" href={`${base}${roundPath(round)}/letters/bulletin`}>
                检查情况通报
              </a>
            </div>
          </Section>
          <Section title="反馈意见书" say="检查完的学校每所一份。">
            <LongWork kind="letters-feedback" round={round} path={`${roundPath(round)}/letters`} body={{ kind: 'feedback' }} verb="做意见书" />
          </Section>
          <Section title="整改通知" say="有问题要整改的学校每所一份。">
            <LongWork kind="letters-rectification" round={round} path={`${roundPath(round)}/letters`} body={{ kind: 'rectification' }} verb="做通知" />
          </Section>
        </>
      ) : null}
      {role === 'bureau' ? <LetterTemplates bureau={unit} /> : null}
    </OfficeFrame>
  )
}
