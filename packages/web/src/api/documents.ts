import type { Place } from './names.ts'
import { placePath } from './names.ts'
import { base } from './request.ts'

/** A real address, because the browser inside WeChat drops downloads made by script. */
export const documentAddress = (place: Place, format: 'docx' | 'pdf' | 'xlsx'): string =>
  `${base}${placePath(place)}/document?format=${format}`

export const evidenceAddress = (place: Place, sha256: string): string => `${base}${placePath(place)}/evidence/${sha256}`
