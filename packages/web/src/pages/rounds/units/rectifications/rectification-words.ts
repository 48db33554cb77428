import { sayRectification } from '@zicha/core'
import type { Rectification } from '../../../../api/contract.ts'
import { dayWords, untilWords } from '../../../../ui/day-words.ts'

/** Where it stands and by when what comes next is due: 整改中，1月17日前报告，还有12天. */
export const rectificationStanding = ({ state, dueOn, reviewBy }: Rectification, today: string): string => {
  const words = sayRectification(state)
  if (state === 'accepted') return words
  if (reviewBy !== null) return `${words}，${dayWords(reviewBy)}前复核，${untilWords(today, reviewBy)}`
  return `${words}，${dayWords(dueOn)}前报告，${untilWords(today, dueOn)}`
}

/** What a report says otherwise than the one that was returned. */
export type ReportChange = { readonly textBefore: string | null; readonly added: number; readonly removed: number }

/** Null where the last report is the first: there is nothing to compare it with. */
export const changeSinceReturn = (steps: Rectification['steps']): ReportChange | null => {
  const reports = steps.filter((step) => step.kind === 'report')
  const now = reports.at(-1)
  const before = reports.at(-2)
  if (now === undefined || before === undefined) return null
  const namesOf = (step: Rectification['steps'][number]) => new Set([...step.before, ...step.after].map((one) => JSON.stringify(one)))
  const [had, has] = [namesOf(before), namesOf(now)]
  return {
    textBefore: before.text === now.text ? null : before.text,
    added: [...has].filter((one) => !had.has(one)).length,
    removed: [...had].filter((one) => !has.has(one)).length,
  }
}

/** A text for the school's chat group: what, where, by when. No alarm, and nobody's name. */
export const noticeText = (unitName: string, problems: readonly Rectification[], address: string): string =>
  [
    `${unitName}：检查中有${problems.length}个问题要整改。`,
    ...problems.map(
      ({ no, problem, dueOn }, index) => `${index + 1}. ${no === null ? '' : `第${no}条，`}${problem.replace(/[。；;.]+$/u, '')}，${dayWords(dueOn)}前报告。`,
    ),
    `写整改措施和情况：${address}`,
  ].join('\n')
