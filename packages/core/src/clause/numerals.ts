const digits: Readonly<Record<string, number>> = {
  零: 0, 一: 1, 壹: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9,
}

/** The source of a pattern for one numeral: `1.5`, `十二`, `零点五`, `半`. */
export const numeral = String.raw`(?:\d{1,9}(?:\s?\.\s?\d{1,6})?|[零一壹二两三四五六七八九十百半]{1,7}(?:点[零一二三四五六七八九]{1,4})?)`

/** The value of a numeral as written, or undefined where it is none: `十五` 15, `零点五` 0.5, `半` 0.5, `1.5` 1.5. */
export const readNumeral = (text: string): number | undefined => {
  const plain = text.replace(/\s/g, '')
  if (/^\d+(\.\d+)?$/.test(plain)) return Number(plain)
  if (plain === '半') return 0.5
  const [whole = '', fraction] = plain.split('点')
  const value = readWhole(whole)
  if (value === undefined || fraction === undefined) return value
  if (fraction === '') return undefined
  const decimals = [...fraction].map((char) => digits[char])
  return decimals.includes(undefined) ? undefined : Number(`${value}.${decimals.join('')}`)
}

const readWhole = (text: string): number | undefined => {
  if (text === '') return undefined
  if (!/[十百]/.test(text)) {
    const values = [...text].map((char) => digits[char])
    return values.includes(undefined) ? undefined : Number(values.join(''))
  }
  let total = 0
  let current: number | undefined
  for (const char of text) {
    const digit = digits[char]
    if (digit !== undefined) current = digit
    else if (char === '百') [total, current] = [total + (current ?? 1) * 100, undefined]
    else if (char === '十') [total, current] = [total + (current ?? 1) * 10, undefined]
    else return undefined
  }
  return total + (current ?? 0)
}
