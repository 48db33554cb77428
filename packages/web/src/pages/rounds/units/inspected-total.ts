import type { InspectionAnswer } from '../../../api/contract.ts'
import { pointsText } from '../../../ui/Mark.tsx'

/** The inspectors' total as it is said wherever it stands alone: 79分（1条未定，没有计入）; null while no mark stands. */
export const inspectedTotal = ({ total, items }: { readonly total: number | null; readonly items: readonly Pick<InspectionAnswer['items'][number], 'score'>[] }): string | null => {
  if (total === null) return null
  const open = items.filter(({ score }) => score === null).length
  return `${pointsText(total)}分${open === 0 ? '' : `（${open}条未定，没有计入）`}`
}
