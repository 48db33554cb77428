import { useEffect, useMemo, useRef, useState } from 'react'
import type { DocumentPages } from '../../../../api/contract.ts'
import './document.css'

const zooms = [50, 75, 100, 125, 150, 200] as const

/** The printed pages as pictures, one under the other, with 第 m 页 and a zoom. White paper also in the dark. */
export const DocumentPreview = ({ pages, children }: { readonly pages: DocumentPages; readonly children?: React.ReactNode }) => {
  const [zoom, setZoom] = useState<number>(100)
  const [page, setPage] = useState(1)
  const desk = useRef<HTMLDivElement>(null)
  // A data address of a picture is all that the content policy and the browser inside WeChat both allow for SVG text.
  const sources = useMemo(
    () => pages.pages.map((svg) => `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`),
    [pages],
  )

  useEffect(() => {
    const seen = new IntersectionObserver(
      (entries) => {
        for (const entry of entries) {
          if (entry.isIntersecting) setPage(Number(entry.target.getAttribute('data-page')))
        }
      },
      { rootMargin: '-45% 0px -45% 0px' },
    )
    for (const sheet of desk.current?.querySelectorAll('[data-page]') ?? []) seen.observe(sheet)
    return () => seen.disconnect()
  }, [sources])

  const at = zooms.findIndex((one) => one === zoom)
  const go = (to: number) =>
    desk.current?.querySelector(`[data-page="${to}"]`)?.scrollIntoView({ block: 'start', behavior: 'auto' })
  return (
    <div className="preview">
      <div className="preview-tools" role="toolbar" aria-label="预览">
        <button type="button" className="tap" disabled={at <= 0} onClick={() => setZoom(zooms[at - 1] ?? zoom)}>
          缩小
        </button>
        <output className="grey">{zoom}%</output>
        <button type="button" className="tap" disabled={at >= zooms.length - 1} onClick={() => setZoom(zooms[at + 1] ?? zoom)}>
          放大
        </button>
        <span className="grey nw page-of">
          第{page}页，共{pages.count}页
        </span>
        <button type="button" className="tap page-turn" disabled={page <= 1} onClick={() => go(page - 1)}>
          上一页
        </button>
        <button type="button" className="tap page-turn" disabled={page >= pages.count} onClick={() => go(page + 1)}>
          下一页
        </button>
        {children}
      </div>
      <div className="desk" ref={desk} tabIndex={0} role="group" aria-label="照打印的样子">
        {sources.map((source, index) => (
          <img
            key={index}
            data-page={index + 1}
            className={`sheet zoom-${zoom}`}
            src={source}
            alt={`第${index + 1}页`}
            width={Math.round((pages.widthMm / 25.4) * 96)}
            height={Math.round((pages.heightMm / 25.4) * 96)}
          />
        ))}
      </div>
    </div>
  )
}
