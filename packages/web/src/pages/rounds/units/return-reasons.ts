/** What the bureau writes when it returns a table: one sentence about the whole, and one a criterion. */
export type ReturnReasons = {
  readonly whole: string
  readonly items: readonly { readonly no: number; readonly text: string }[]
}

/** The contract's limit of a reason. */
export const mostReasonLetters = 500

/** One text that a school reads as it stands, and that the pages can lay beside the items again. */
export const writeReasons = ({ whole, items }: ReturnReasons): string =>
  [
    ...(whole.trim() === '' ? [] : [whole.trim()]),
    ...items
      .filter(({ text }) => text.trim() !== '')
      .toSorted((a, b) => a.no - b.no)
      .map(({ no, text }) => `第${no}条：${text.trim().replace(/\s*\n\s*/gu, ' ')}`),
  ].join('\n')

/** The same text taken apart. A reason that came another way is about the whole. */
export const readReasons = (reason: string): ReturnReasons => {
  const whole: string[] = []
  const items: { readonly no: number; readonly text: string }[] = []
  for (const line of reason.split('\n')) {
    const found = /^第(\d{1,3})条[：:]\s*(.+)$/u.exec(line.trim())
    if (found?.[1] === undefined || found[2] === undefined) whole.push(line)
    else items.push({ no: Number(found[1]), text: found[2] })
  }
  return { whole: whole.join('\n').trim(), items }
}

/** Items that a free sentence speaks of: they are shown beside it though the sentence stays whole. */
export const itemsSpokenOf = (text: string): readonly number[] =>
  [...new Set([...text.matchAll(/第(\d{1,3})条/gu)].map(([, no]) => Number(no)))].toSorted((a, b) => a - b)
