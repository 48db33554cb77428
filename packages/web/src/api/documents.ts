import type { Place } from './names.ts'
import { placePath } from './names.ts'
import { base } from './request.ts'

/** A real address, because the browser inside WeChat drops downloads made by script. */
export const documentAddress = (place: Place, format: 'docx' | 'pdf' | 'xlsx'): string =>
  `${base}${placePath(place)}/document?format=${format}`

export const evidenceAddress = (place: Place, sha256: string): string => `${base}${placePath(place)}/evidence/${sha256}`

/** The photo drawn small; what is no photo comes as it is. */
export const smallAddress = (place: Place, sha256: string): string => `${evidenceAddress(place, sha256)}/small`

/** A photograph that an inspector took for an item. */
export const sitePhotoAddress = (place: Place, of: { readonly by: string; readonly no: number; readonly sha256: string }): string =>
  `${base}${placePath(place)}/inspections/${encodeURIComponent(of.by)}/items/${of.no}/photos/${of.sha256}`

/** 现场检查表 or 缺口清单, of some duties where they are named. */
export const inspectionPaperAddress = (place: Place, kind: 'sheet' | 'gaps', sections: readonly number[]): string =>
  `${base}${placePath(place)}/inspection/papers?kind=${kind}&format=pdf${sections.length === 0 ? '' : `&sections=${sections.join(',')}`}`

/** 活动记录册 or 佐证材料目录. */
export const paperAddress = (place: Place, kind: 'ledger' | 'evidence-index', format: 'docx' | 'pdf' | 'xlsx'): string =>
  `${base}${placePath(place)}/papers?kind=${kind}&format=${format}`

/** 检查情况反馈表, 整改通知 */
export const feedbackAddress = (place: Place, format: 'docx' | 'pdf'): string => `${base}${placePath(place)}/feedback?format=${format}`

export const rectificationNoticeAddress = (place: Place, format: 'docx' | 'pdf'): string =>
  `${base}${placePath(place)}/rectifications/notice?format=${format}`

/** 异议处理决定 */
export const decisionAddress = (place: Place, id: string, format: 'docx' | 'pdf'): string =>
  `${base}${placePath(place)}/objections/${id}/document?format=${format}`

/** All photos and files of the year or of one item (0: of none), named 学校_条目_日期_序号. */
export const evidenceZipAddress = (place: Place, item?: number): string =>
  `${base}${placePath(place)}/evidence.zip${item === undefined ? '' : `?item=${item}`}`
