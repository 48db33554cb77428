import { sayFullDay } from '@zicha/core'
import { useState } from 'react'
import { useKeptPhotos, useRemovePhotos } from '../../api/kept-photos.ts'
import { sizeWords } from '../../evidence/size-words.ts'
import { ProblemSummary } from '../../ui/ProblemSummary.tsx'

/** One year's photos: until when they are kept and, once that day is past, their deletion, asked for twice. */
export const KeptPhotosOfRound = ({ year, at, removes }: { readonly year: number; readonly at: string; readonly removes: boolean }) => {
  const kept = useKeptPhotos(at)
  const remove = useRemovePhotos(at)
  const [asked, setAsked] = useState(false)
  const { data } = kept
  return (
    <li className="kept-photos">
      <p className="title">
        {year}年度{data === undefined ? '' : `，留到${sayFullDay(data.keepUntil)}`}
      </p>
      <ProblemSummary problem={remove.error ?? kept.error} />
      {data === undefined ? null : (
        <p className="small grey">
          {[
            data.photos === 0 ? '没有留着的照片' : `照片${data.photos}张，${sizeWords(data.bytes)}${data.onSite === 0 ? '' : `，其中检查时拍的${data.onSite}张`}`,
            ...(data.removed === 0 ? [] : [`另有${data.removed}张已按保存期限删除，名称和记录还在`]),
            ...(data.open && data.photos > 0 ? ['保存期限已过，可以删除'] : []),
          ].join('，')}
        </p>
      )}
      {data?.open !== true || data.photos === 0 || !removes ? null : asked ? (
        <div className="ask">
          <p>删除{year}年度的{data.photos}张照片？删了不能找回。文件名、哪条记录用过它、谁删的都会留着；PDF和Word不删。</p>
          <div className="acts">
            <button type="button" className="button" aria-disabled={remove.isPending} onClick={() => (remove.isPending ? undefined : remove.mutate())}>
              {remove.isPending ? '正在删除' : `删除${data.photos}张照片`}
            </button>
            <button type="button" className="tap" onClick={() => setAsked(false)}>
              先不删
            </button>
          </div>
        </div>
      ) : (
        <button type="button" className="tap start" onClick={() => setAsked(true)}>
          删除到期的照片
        </button>
      )}
      {remove.isSuccess && data?.photos === 0 ? (
        <p className="small done" role="status">
          已删除{remove.data}张照片
        </p>
      ) : null}
    </li>
  )
}
