import { isExact } from '@zicha/core'

const trailing = /[（(【[]\s*(?:共|计|满分|总分|分值)?\s*[：:]?\s*(\d+(?:\.\d+)?)\s*分?\s*[）)】\]]\s*[。；;.]?\s*$/u
const trailingFen = /[（(【[]\s*(?:共|计|满分|总分|分值)?\s*[：:]?\s*(\d+(?:\.\d+)?)\s*分\s*[）)】\]]/u
const bareTrailing = /(?:^|[\s：:，,。；;—-])(\d+(?:\.\d+)?)\s*分\s*[。；;]?\s*$/u

/** Marks that a duty or a section says of itself: （3分）, 20分 at the end. */
export const marksInText = (text: string): number | undefined => {
  const match = trailingFen.exec(text) ?? bareTrailing.exec(text)
  return match?.[1] === undefined ? undefined : decimal(match[1])
}

/** Marks of a section, which are often written without the word: 组织机构(5). */
export const marksOfSection = (text: string): number | undefined => {
  const bare = /[（(]\s*(\d{1,3}(?:\.\d+)?)\s*[）)]\s*$/u.exec(text)?.[1]
  return marksInText(text) ?? (bare === undefined ? undefined : decimal(bare))
}

/** The text without its own marks at the end, for the name of a section. */
export const withoutMarks = (text: string): string => text.replace(trailing, '').replace(bareTrailing, '').trim()

/** Marks in a cell of the points' column: 5, 5分, （5分）, 5.0; undefined where the cell says anything else. */
export const marksInCell = (text: string): number | undefined => {
  const match = /^\s*[（(]?\s*(\d+(?:\.\d+)?)\s*分?\s*[）)]?\s*$/u.exec(text.normalize('NFKC'))
  return match?.[1] === undefined ? undefined : decimal(match[1])
}

const decimal = (text: string): number | undefined => {
  const value = Number(text)
  return isExact(value) ? value : undefined
}
