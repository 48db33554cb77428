import { Problem } from './problem.ts'

/** The version that the caller changes from; undefined without the header. */
export type IfMatch = number | undefined

/** `"7"`, `W/"7"` or `7`; anything else is a version of another epoch or of nobody: it matches nothing. */
export const parseIfMatch = (header: string | undefined): IfMatch => {
  if (header === undefined) return undefined
  const found = /^(?:W\/)?"?(\d{1,15})"?$/.exec(header.trim())
  if (found?.[1] !== undefined) return Number(found[1])
  throw new Problem({
    code: 'request.if_match',
    status: 412,
    title: '版本号看不懂',
    detail: 'If-Match 里应是取得这一项时的版本号。没有改动，请重新取一次再改。',
  })
}
