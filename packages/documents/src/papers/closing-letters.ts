import { formatPoints, sayFullDay, toPoints } from '@zicha/core'
import type { Paper } from './paper.ts'

/** An objection and how it was decided, as its document says it. Days `YYYY-MM-DD`, marks as decimals. */
export type DecisionSource = {
  readonly unit: string
  readonly bureau: string
  readonly year: number
  readonly raisedOn: string
  readonly decidedOn: string
  readonly no: number
  readonly duty: string
  readonly former: number
  readonly score: number
  readonly outcome: 'upheld' | 'partly' | 'refused'
  readonly reason: string
  readonly decisionReason: string
  /** Of the sheet that stands since. */
  readonly verificationCode: string
}

/** 异议处理决定 */
export const objectionDecision = (source: DecisionSource): Paper => ({
  title: '异议处理决定',
  unit: '',
  madeOn: source.decidedOn,
  about: '',
  letter: [
    `${source.unit}：`,
    `你校${sayFullDay(source.raisedOn)}对${source.year}年度检查第${source.no}条（${ended(source.duty)}）检查得分${said(source.former)}分提出的异议收悉。`,
    `异议理由：${stopped(source.reason)}`,
    `经复核：${stopped(source.decisionReason)}`,
    outcomes[source.outcome](source),
  ],
  lists: [],
  sender: source.bureau,
  verificationCode: source.verificationCode,
})

const outcomes: { readonly [O in DecisionSource['outcome']]: (source: DecisionSource) => string } = {
  upheld: ({ no, former, score }) => `决定：异议成立，第${no}条检查得分由${said(former)}分改为${said(score)}分，检查总分随之更正。`,
  partly: ({ no, former, score }) => `决定：异议部分成立，第${no}条检查得分由${said(former)}分改为${said(score)}分，检查总分随之更正。`,
  refused: ({ no, former }) => `决定：异议不成立，第${no}条检查得分维持${said(former)}分。`,
}

/** What a school has to put right, as the bureau tells it. */
export type RectificationNoticeSource = {
  readonly unit: string
  readonly bureau: string
  readonly year: number
  readonly madeOn: string
  readonly problems: readonly { readonly no: number | null; readonly problem: string; readonly dueOn: string }[]
}

/** 整改通知 */
export const rectificationNotice = (source: RectificationNoticeSource): Paper => ({
  title: '整改通知',
  unit: '',
  madeOn: source.madeOn,
  about: '',
  letter: [
    `${source.unit}：`,
    `${source.year}年度检查中发现以下${source.problems.length}个问题，请制定整改措施，经书记批准后落实，并在截止日前报告整改情况：`,
    ...source.problems.map(
      ({ no, problem, dueOn }, index) => `${index + 1}.${no === null ? '' : `第${no}条，`}${ended(problem)}。${sayFullDay(dueOn)}前报告。`,
    ),
    '整改情况由我局复核。有困难或有不同意见的，请及时反映。',
  ],
  lists: [],
  sender: source.bureau,
})

const ended = (text: string): string => text.trim().replace(/[。；;.]+$/, '')
const stopped = (text: string): string => `${ended(text)}。`
const said = (score: number): string => formatPoints(toPoints(score))
