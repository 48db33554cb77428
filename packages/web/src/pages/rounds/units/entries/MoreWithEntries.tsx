import { Link } from 'react-router'
import type { Place } from '../../../../api/names.ts'
import { placePath } from '../../../../api/names.ts'
import { ChooseList } from './import/ChooseList.tsx'
import { ChoosePhotos } from './photos/ChoosePhotos.tsx'
import { TakeAlong } from '../papers/TakeAlong.tsx'

/** What is seldom done with the year's records, under the list. */
export const MoreWithEntries = ({ place, writes }: { readonly place: Place; readonly writes: boolean }) => {
  const here = placePath(place)
  return (
    <>
      {writes ? (
        <nav className="more-with" aria-label="记录的其他事">
          <ChooseList here={here} />
          <Link to={`${here}/entries/import`}>粘贴几行</Link>
          <ChoosePhotos here={here} />
          <Link to={`${here}/carry-over`}>去年的还有效吗</Link>
          <Link to={`${here}/requests`}>请同事补</Link>
          <Link to={`${here}/deleted-entries`}>已删除的</Link>
        </nav>
      ) : null}
      <TakeAlong place={place} />
    </>
  )
}
