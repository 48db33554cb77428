import type { Finding } from '@zicha/core'
import { Problem } from '../http/problem.ts'

/** Why a document could not be written, as the writer found it; the records are as they were. */
export const documentRefused = (finding: Finding): Problem =>
  new Problem({
    code: finding.code,
    status: 422,
    title: '表打不出来',
    detail: finding.message,
    errors: [{ pointer: `#/${finding.where}`, detail: finding.message }],
  })
