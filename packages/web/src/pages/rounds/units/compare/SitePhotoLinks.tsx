import type { InspectionAnswer } from '../../../../api/contract.ts'
import { sitePhotoAddress } from '../../../../api/documents.ts'
import type { Place } from '../../../../api/names.ts'
import { FileLink } from '../../../../ui/FileLink.tsx'

/** Photographs of originals that inspectors took for this item. */
export const SitePhotoLinks = ({ place, item }: { readonly place: Place; readonly item: InspectionAnswer['items'][number] }) =>
  item.photos.length === 0 ? null : (
    <p>
      现场照片：
      {item.photos.map((photo, index) => photo.removed === true ? (
        <span key={`${photo.by} ${photo.sha256}`} className="grey">
          {photo.byName}拍的第{index + 1}张，照片已按保存期限删除{' '}
        </span>
      ) : (
        <FileLink key={`${photo.by} ${photo.sha256}`} href={sitePhotoAddress(place, { ...photo, no: item.no })} target="_blank" rel="noreferrer">
          {photo.byName}拍的第{index + 1}张{' '}
        </FileLink>
      ))}
    </p>
  )
