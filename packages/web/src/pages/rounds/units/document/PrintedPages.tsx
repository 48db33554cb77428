import { useDocumentPages } from '../../../../api/document-pages.ts'
import type { Place } from '../../../../api/names.ts'
import { Awaited, Empty } from '../../../../ui/states.tsx'
import { DocumentPreview } from './DocumentPreview.tsx'

/** The printed pages; they are made by the server and kept on no device, which is said where there is no network. */
export const PrintedPages = ({ place }: { readonly place: Place }) => {
  const pages = useDocumentPages(place)
  if (pages.data === undefined && pages.error?.kind === 'offline') {
    return (
      <Empty
        title="打印的样子要有网络才看得到"
        action={
          <button type="button" className="button" onClick={() => void pages.refetch()}>
            再试一次
          </button>
        }
      >
        表里的内容都在，没有变。连上网络后自动显示。
      </Empty>
    )
  }
  return <Awaited query={pages}>{(answer) => <DocumentPreview pages={answer} />}</Awaited>
}
