import type { InspectionAnswer } from '../../../../api/contract.ts'
import { pointsLess, pointsText } from '../../../../ui/Mark.tsx'

/** One line of the list beside the pages. What is fine needs no look; the rest is shown with what it is about. */
export type SignCheck = { readonly what: string; readonly more: string; readonly fine: boolean }

export const signChecks = ({ items }: InspectionAnswer): readonly SignCheck[] => {
  const open = items.filter(({ score }) => score === null)
  const different = items.filter(({ score, selfScore }) => score !== null && score !== selfScore)
  const unexplained = different.filter(({ scores, settled }) => settled === null && scores.every(({ reason }) => reason === null))
  const settled = items.filter((item) => item.settled !== null)
  return [
    open.length === 0
      ? { what: `${items.length}条都有检查得分`, more: '', fine: true }
      : { what: `${open.length}条还没有检查得分`, more: open.map(({ no }) => `第${no}条`).join('、'), fine: false },
    different.length === 0
      ? { what: '与自查都一样', more: '', fine: true }
      : {
          what: `${different.length}条与自查不同${unexplained.length === 0 ? '，都写了理由' : ''}`,
          more: different.map(sayDifference).join('，'),
          fine: false,
        },
    ...settled.map((item): SignCheck => ({
      what: `第${item.no}条两位检查人不同，已商定`,
      more: `定为${pointsText(item.settled?.score ?? 0)}分，理由已写`,
      fine: false,
    })),
  ]
}

const sayDifference = ({ no, score, selfScore }: InspectionAnswer['items'][number]): string => {
  const difference = pointsLess(score ?? 0, selfScore)
  return `第${no}条${difference < 0 ? '少' : '多'}${pointsText(Math.abs(difference))}分`
}
