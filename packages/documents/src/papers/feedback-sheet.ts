import { formatPoints, sayFullDay, toPoints } from '@zicha/core'
import type { Paper, PaperSignature } from './paper.ts'

/** What is left with a school at the end of its inspection. Marks are decimals. */
export type FeedbackSource = {
  readonly unit: string
  readonly bureau: string
  readonly year: number
  /** Days, `YYYY-MM-DD`. */
  readonly inspectedOn: string
  readonly self: number
  /** Null where an item has no mark yet. */
  readonly inspection: number | null
  readonly differences: readonly { readonly no: number; readonly duty: string; readonly self: number; readonly inspection: number; readonly reason: string }[]
  readonly problems: readonly { readonly no: number | null; readonly problem: string; readonly dueOn: string }[]
  readonly signatures: readonly PaperSignature[]
  readonly objectionDays: number
  readonly verificationCode: string
  /** Where the code can be checked; none where nobody knows under which address the program is reached. */
  readonly verifyAddress?: string
}

/** 检查情况反馈表: the marks that differ with what was found, what is to be put right, and both sides' hands. */
export const feedbackSheet = (source: FeedbackSource): Paper => ({
  title: '检查情况反馈表',
  unit: `被检查单位：${source.unit}`,
  madeOn: source.inspectedOn,
  about: `${source.year}年度，自查${said(source.self)}分${source.inspection === null ? '' : `，检查${said(source.inspection)}分`}。检查人：${namesOf(source.signatures)}。`,
  lists: [
    {
      heading: '一、与自查不同的条目',
      columns: [
        { head: '条目', width: 13, align: 'center' },
        { head: '具体责任', width: 50, align: 'left' },
        { head: '自查', width: 14, align: 'center' },
        { head: '检查', width: 14, align: 'center' },
        { head: '检查情况', width: 65, align: 'left' },
      ],
      groups: rowsAlone(
        source.differences.map((one) => [`第${one.no}条`, one.duty, said(one.self), said(one.inspection), one.reason]),
      ),
      empty: '各条检查得分都与自查一样。',
    },
    {
      heading: '二、需要整改的问题',
      columns: [
        { head: '序号', width: 13, align: 'center' },
        { head: '条目', width: 17, align: 'center' },
        { head: '问题', width: 90, align: 'left' },
        { head: '报告截止', width: 36, align: 'center' },
      ],
      groups: rowsAlone(
        source.problems.map((one, index) => [String(index + 1), one.no === null ? '' : `第${one.no}条`, one.problem, sayFullDay(one.dueOn)]),
      ),
      empty: '没有需要整改的问题。',
    },
  ],
  after: `对检查结果有不同意见的，可在书记签字后${source.objectionDays}日内向${source.bureau}提出异议。`,
  signatures: source.signatures,
  verificationCode: source.verificationCode,
  ...(source.verifyAddress === undefined ? {} : { verifyAddress: source.verifyAddress }),
})

const namesOf = (signatures: readonly PaperSignature[]): string =>
  signatures.filter((one) => one.label.startsWith('检查人')).map((one) => one.name).join('、')

const rowsAlone = (rows: readonly (readonly string[])[]): Paper['lists'][number]['groups'] => (rows.length === 0 ? [] : [{ title: '', rows }])

const said = (score: number): string => formatPoints(toPoints(score))
