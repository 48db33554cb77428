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

/** What a report says otherwise than the one that was returned. `fresh`: its new photos and papers, as `evidenceKey` names them. */
export type ReportChange = {
  readonly textBefore: string | null
  readonly fresh: ReadonlySet<string>
  readonly kept: number
  readonly removed: number
}

type Step = Rectification['steps'][number]

/** The same file, or the same place where a paper lies, has the same key. */
export const evidenceKey = (one: Step['before'][number]): string => JSON.stringify(one)

/** Null where the last report is the first: there is nothing to compare it with. */
export const changeSinceReturn = (steps: Rectification['steps']): ReportChange | null => {
  const reports = steps.filter((step) => step.kind === 'report')
  const now = reports.at(-1)
  const before = reports.at(-2)
  if (now === undefined || before === undefined) return null
  const [had, has] = [keysOf(before), keysOf(now)]
  return {
    textBefore: before.text === now.text ? null : before.text,
    fresh: new Set([...has].filter((key) => !had.has(key))),
    kept: [...has].filter((key) => had.has(key)).length,
    removed: [...had].filter((key) => !has.has(key)).length,
  }
}

const keysOf = (step: Step): ReadonlySet<string> => new Set([...step.before, ...step.after].map(evidenceKey))

/** 文字改了，上次写的是“补开了”；照片和材料还是上次的2份，没有新的. */
export const changeWords = ({ textBefore, fresh, kept, removed }: ReportChange): string => {
  const text = textBefore === null ? '文字没有变' : `文字改了，上次写的是“${textBefore}”`
  const gone = removed === 0 ? '' : `，少了${removed}份`
  if (fresh.size > 0) return `${text}；新附${fresh.size}份照片或材料，标着“新”${kept === 0 ? '' : `，另外${kept}份是上次的`}${gone}`
  if (kept > 0) return `${text}；照片和材料还是上次的${kept}份，没有新的${gone}`
  return removed > 0 ? `${text}；上次的${removed}份照片或材料去掉了，没有新的` : `${text}；没有附照片和材料`
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
