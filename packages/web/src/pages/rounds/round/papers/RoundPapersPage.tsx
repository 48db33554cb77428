import { useState } from 'react'
import { useParams } from 'react-router'
import type { WorkState } from '../../../../api/contract.ts'
import { exportAddress, useAskExport, useExportState } from '../../../../api/exports.ts'
import { base } from '../../../../api/request.ts'
import { noticeAddress, roundPath, useRound } from '../../../../api/rounds.ts'
import { sizeWords } from '../../../../evidence/size-words.ts'
import { ProblemSummary } from '../../../../ui/ProblemSummary.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { OfficeFrame } from '../../../OfficeFrame.tsx'
import { useSignedIn } from '../../../SignedIn.tsx'
import { keepExport, readExport } from './kept-export.ts'

/** 汇总导出: what a round comes to, as the papers that an office sends on, and every filled table in one zip. */
export const RoundPapersPage = () => {
  const { round = '' } = useParams()
  const details = useRound(round)
  const { role } = useSignedIn().user
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
      <Section title="检查汇总表" say="各单位的自查得分、检查得分和差，各条有多少学校失分。">
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
        </div>
      </Section>
      {role === 'bureau' ? (
        <>
          <Section title="公文草稿" say="数字取自现在的数据，发文前请核对。">
            <div className="acts after-rule">
              <a className="button" href={noticeAddress(round)}>
                自查通知
              </a>
              <a className="button" href={paper('kind=bulletin&format=docx')}>
                检查情况通报
              </a>
            </div>
          </Section>
          <AllTables round={round} units={details.data?.units.length ?? 0} />
        </>
      ) : null}
    </OfficeFrame>
  )
}

/** All filled tables with their evidence in one zip, made in the background. */
const AllTables = ({ round, units }: { readonly round: string; readonly units: number }) => {
  const [id, setId] = useState(() => readExport(round))
  const ask = useAskExport()
  const state = useExportState(id)
  const begin = () =>
    ask.mutate(
      { round },
      {
        onSuccess: (asked) => {
          keepExport(round, asked.id)
          setId(asked.id)
        },
      },
    )
  const work = state.data
  const running = ask.isPending || work?.status === 'queued' || work?.status === 'running'
  return (
    <Section title="全部填好的Word表" say={`${units}个单位，每个一份局里发的原表，连同佐证材料和记录，放在一个压缩包里。`}>
      <ProblemSummary problem={ask.error} />
      <p className="after-rule" role="status">
        {work === undefined ? (running ? '正在准备' : '') : wordsOf(work)}
      </p>
      <div className="acts">
        {work?.status === 'done' && id !== null ? (
          <a className="button primary" href={exportAddress(id)}>
            下载压缩包
          </a>
        ) : null}
        <button type="button" className="button" aria-disabled={running} onClick={() => (running ? undefined : begin())}>
          {work?.status === 'done' ? '按现在的数据再导出' : '导出'}
        </button>
      </div>
    </Section>
  )
}

const wordsOf = (work: WorkState): string => {
  switch (work.status) {
    case 'queued':
      return '排着队，马上开始。可以离开这一页，回来再看。'
    case 'running':
      return `正在导出${work.of === 0 ? '' : `，${work.done}/${work.of}`}。可以离开这一页，回来再看。`
    case 'done':
      return `导出好了，${sizeWords(work.size ?? 0)}，留7天。`
    case 'expired':
      return '上次导出的已过保留期，清掉了。数据都在，可以再导出一次。'
    case 'cancelled':
      return '停下了，没有导出。'
    case 'failed':
      return `${work.problem ?? '没有导出成。'}数据没有动过，可以再导出一次。`
  }
}
