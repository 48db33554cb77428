import { Link } from 'react-router'
import type { Place } from '../../../../api/names.ts'
import { placePath } from '../../../../api/names.ts'
import { ChooseList } from './import/ChooseList.tsx'
import { ChoosePhotos } from './photos/ChoosePhotos.tsx'
import { TakeAlong } from '../papers/TakeAlong.tsx'

/** Ways to many records at once and to the year's papers, above the list: under a whole year of it nobody finds them. */
export const MoreWithEntries = ({ place, writes }: { readonly place: Place; readonly writes: boolean }) => {
  const here = placePath(place)
  return (
    <div className="more-with">
      {writes ? (
        <nav aria-label="补记和整理">
          <ChooseList here={here} />
          <Link to={`${here}/entries/import`}>粘贴几行</Link>
          <ChoosePhotos here={here} />
          <Link to={`${here}/requests`}>请同事补</Link>
          <Link to={`${here}/carry-over`}>去年的还有效吗</Link>
          <Link to={`${here}/deleted-entries`}>已删除的</Link>
        </nav>
      ) : null}
      <TakeAlong place={place} />
    </div>
  )
}
