import { useState } from 'react'
import { sitePhotoAddress } from '../../../../api/documents.ts'
import { hashBytes } from '../../../../evidence/hash-bytes.ts'
import { shrinkPhoto } from '../../../../evidence/shrink-photo.ts'
import { StoredThumb, Thumb } from '../../../../evidence/Thumb.tsx'
import { isUnsent } from '../../../../outbox/item.ts'
import type { QueuedItem } from '../../../../outbox/item.ts'
import { dropFromOutbox, keepAct } from '../../../../outbox/keep-act.ts'
import type { SitePhotoAct } from '../../../../outbox/site-acts.ts'
import { standingOf, standingWords, useOutbox, useStoredBytes } from '../../../../outbox/use-outbox.ts'
import { Section } from '../../../../ui/Section.tsx'
import { instantWords } from '../../../../ui/day-words.ts'
import { usePlace } from '../../../place.ts'
import type { Inspecting } from './use-inspecting.ts'
import '../entries/entry-form.css'

/** 现场照片: a paper original photographed for this item. Taking it is keeping it; the school sees it too. */
export const SitePhotos = ({ data, item, closed }: { readonly data: Inspecting; readonly item: Inspecting['inspection']['items'][number]; readonly closed: boolean }) => {
  const place = usePlace()
  const [fault, setFault] = useState<string | null>(null)
  const [shrinking, setShrinking] = useState(0)
  const local = data.local.photosOf(item.no)
  const stored = item.photos.filter(({ sha256, by }) => !local.some(({ act, owner }) => act.sha256 === sha256 && owner === by))
  if (closed && stored.length === 0) return null

  const keep = async (file: File) => {
    setShrinking((many) => many + 1)
    try {
      const bytes = await shrinkPhoto(file)
      if (bytes === undefined) return setFault('这张照片打不开。请重新拍一张，或在相册里另存为JPG再选。')
      const sha256 = await hashBytes(new Uint8Array(await bytes.arrayBuffer()))
      const name = `${file.name.replace(/\.[^.]*$/u, '')}.jpg`
      await keepAct(place, { kind: 'site_photo', no: item.no, sha256, name, type: bytes.type, size: bytes.size }, bytes)
    } catch {
      setFault('这台设备留给网页的空间不够，照片没有存上。请先联网上传，或腾些地方再拍。')
    } finally {
      setShrinking((many) => many - 1)
    }
  }
  const choose = (files: readonly File[]) => {
    setFault(null)
    for (const file of files) void keep(file)
  }
  const count = stored.length + local.length
  return (
    <Section title="现场照片" count={count === 0 ? '拍原件留底，学校也看得到' : `${count}张`}>
      {fault === null ? null : (
        <p className="small miss" role="alert">
          {fault}
        </p>
      )}
      {count === 0 ? null : (
        <ul className="rows site-photos">
          {stored.map((photo) => (
            <li key={`${photo.by} ${photo.sha256}`} className="piece">
              {photo.removed === true ? <Thumb bytes={undefined} word="照" /> : <StoredThumb address={sitePhotoAddress(place, { ...photo, no: item.no })} word="照" />}
              <span>
                {photo.removed === true ? (
                  <span className="title grey">{photo.name}</span>
                ) : (
                  <a className="title" href={sitePhotoAddress(place, { ...photo, no: item.no })} target="_blank" rel="noreferrer">
                    {photo.name}
                  </a>
                )}
                <span className="meta">
                  {photo.byName}，{instantWords(photo.at)}，{photo.removed === true ? '照片已按保存期限删除' : <span className="done">已上传</span>}
                </span>
              </span>
            </li>
          ))}
          {local.map((one) => (
            <LocalPhoto key={one.id} item={one} />
          ))}
        </ul>
      )}
      {closed ? null : (
        <label className="button more site-photo-button">
          <input
            type="file"
            className="unseen"
            accept="image/*"
            multiple
            onChange={(event) => {
              choose([...(event.target.files ?? [])])
              event.target.value = ''
            }}
          />
          {shrinking > 0 ? '正在存照片' : '拍现场照片'}
        </label>
      )}
    </Section>
  )
}

const LocalPhoto = ({ item }: { readonly item: QueuedItem & { readonly act: SitePhotoAct } }) => {
  const { sending } = useOutbox()
  const bytes = useStoredBytes(item.act.sha256)
  const standing = standingOf(item, sending)
  return (
    <li className="piece">
      <Thumb bytes={bytes} word="照" />
      <span aria-live="polite">
        <span className="title">{item.act.name}</span>
        <span className="meta">{standing === 'stuck' ? <em className="miss">{standingWords.stuck}</em> : standingWords[standing]}</span>
      </span>
      {isUnsent(item) && standing !== 'sending' ? (
        <button type="button" className="tap end" aria-label={`去掉${item.act.name}`} onClick={() => void dropFromOutbox([item.id])}>
          去掉
        </button>
      ) : null}
    </li>
  )
}
