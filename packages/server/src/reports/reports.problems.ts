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

export const tooMuchForAZip = (): Problem =>
  new Problem({
    code: 'report.too_much',
    status: 413,
    title: '材料太多，装不进一个压缩包',
    detail: '这一年的电子材料超过3.5 GB，一个压缩包装不下。材料都在，请到“带走的材料”按条目下载。',
  })

export const tooMuchOfAnItem = (): Problem =>
  new Problem({
    code: 'report.too_much_of_an_item',
    status: 413,
    title: '这一条的材料太多',
    detail: '这一条的电子材料超过3.5 GB，一个压缩包装不下。材料都在，请在记录里一件一件下载。',
  })
