import { evidenceZipAddress } from '../../../../api/documents.ts'
import { useEvidenceSizes } from '../../../../api/evidence-sizes.ts'
import type { Place } from '../../../../api/names.ts'
import { sizeWords } from '../../../../evidence/size-words.ts'
import { useOnline } from '../../../../ui/use-online.ts'

/** 材料打包: the whole year in one zip where one can hold it, and each item's by itself. */
export const EvidenceByItem = ({ place }: { readonly place: Place }) => {
  const online = useOnline()
  const sizes = useEvidenceSizes(place)
  const { data } = sizes
  return (
    <>
      <li className="paper-row">
        <span>
          材料打包
          <span className="small grey">
            {`　照片和文件，名称是学校_条目_日期_序号${data === undefined ? '' : data.files === 0 ? '。还没有' : `。共${data.files}件，${sizeWords(data.bytes)}`}`}
          </span>
          {data?.fits === false ? <p className="small miss">超过3.5GB，一个压缩包装不下，请按条目下载。</p> : null}
        </span>
        {data?.fits === false ? null : (
          <span className="formats">
            {online ? (
              <a className="button" href={evidenceZipAddress(place)}>
                下载压缩包
              </a>
            ) : (
              <span className="note">要有网络，现在没有</span>
            )}
          </span>
        )}
      </li>
      {data === undefined || data.items.length === 0 || !online ? null : (
        <li className="by-item">
          <details open={!data.fits}>
            <summary>按条目下载</summary>
            <ul className="rows">
              {data.items.map(({ item, duty, files, bytes }) => (
                <li key={item}>
                  <a className="row" href={evidenceZipAddress(place, item)}>
                    <span className="what">
                      <span className="title">{item === 0 ? duty : `第${item}条　${duty}`}</span>
                      <span className="meta">
                        {files}件，{sizeWords(bytes)}
                      </span>
                    </span>
                    <span className="verb">下载</span>
                  </a>
                </li>
              ))}
            </ul>
          </details>
        </li>
      )}
    </>
  )
}
