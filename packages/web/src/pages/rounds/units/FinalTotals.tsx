import type { ReactNode } from 'react'
import { useInspection } from '../../../api/inspection.ts'
import type { Place } from '../../../api/names.ts'
import { useScore } from '../../../api/score.ts'
import { pointsText } from '../../../ui/Mark.tsx'
import { inspectedTotal } from './inspected-total.ts'

/** What the inspection came to, after a line that says so: the seal keeps one number, which may be of either column. */
export const InspectedTotal = ({ place, before }: { readonly place: Place; readonly before: ReactNode }) => {
  const { data } = useInspection(place)
  const total = data === undefined ? null : inspectedTotal(data)
  return total === null ? null : (
    <>
      {before}检查{total}
    </>
  )
}

/** Both columns, each by its name: 自查97分，检查79分（1条未定，没有计入）. */
export const FinalTotals = ({ place }: { readonly place: Place }) => {
  const { data } = useScore(place)
  return (
    <>
      {data === undefined ? null : (
        <>
          自查<span className="nw">{pointsText(data.total)}分</span>
        </>
      )}
      <InspectedTotal place={place} before={data === undefined ? '' : '，'} />
      {data === undefined ? '' : '，'}
    </>
  )
}
