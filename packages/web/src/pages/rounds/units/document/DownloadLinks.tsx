import type { ReactNode } from 'react'
import { documentAddress } from '../../../../api/documents.ts'
import type { Place } from '../../../../api/names.ts'
import { useOnline } from '../../../../ui/use-online.ts'

/** Real addresses, because the browser inside WeChat drops what script hands it. `children`: what else goes along, in the same line. */
export const DownloadLinks = ({ place, children }: { readonly place: Place; readonly children?: ReactNode }) =>
  useOnline() ? (
    <span className="downloads">
      <a href={documentAddress(place, 'docx')}>下载Word</a>
      <a href={documentAddress(place, 'pdf')}>下载PDF</a>
      <a href={documentAddress(place, 'xlsx')}>下载Excel</a>
      {children}
    </span>
  ) : (
    <span className="note">下载Word、PDF、Excel要有网络，现在没有。</span>
  )
