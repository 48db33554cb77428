import { dayWords } from '../../../../ui/day-words.ts'
import { pointsText } from '../../../../ui/Mark.tsx'
import type { Gap } from './dearest-gaps.ts'

/** A message for a colleague in WeChat: what is open, what it costs, how to settle it honestly, and where. */
export const handOverText = (gap: Gap, address: string): string => {
  const where = gap.item === null ? '' : `第${gap.item}条，`
  switch (gap.kind) {
    case 'missing':
      return `自查表${where}${gap.what}还没有记录，少${pointsText(gap.loses)}分。确实开过，请补录，写明记录本第几页也算数；没开过，请如实空着。从这里填：${address}`
    case 'due':
      return `自查表${where}${gap.what}${gap.by === null ? '' : `要在${dayWords(gap.by)}前做`}，不做少${pointsText(gap.loses)}分。做完从这里记一笔：${address}`
    case 'evidence':
      return `自查表${where}${gap.what}还缺材料，${pointsText(gap.loses)}分。写清放在哪里，与上传同样算数。从这里补：${address}`
    case 'unanswered':
      return `自查表还有${gap.what}，共${pointsText(gap.loses)}分。一题一题答，从这里进：${address}`
  }
}
