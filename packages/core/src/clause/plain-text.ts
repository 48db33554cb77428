const fixed: Readonly<Record<string, string>> = {
  '(': '（', ')': '）', '[': '（', ']': '）', '【': '（', '】': '）', '〔': '（', '〕': '）', '［': '（', '］': '）',
  ';': '；', ':': '：', '!': '！', '?': '？', '～': '-', '~': '-', '—': '-', '–': '-', '−': '-', '―': '-', '﹣': '-', '‐': '-',
  '\u3000': ' ', '\u00a0': ' ', '\t': ' ', '\r': ' ', '\v': '\n', '\u2028': '\n', '•': ' ', '〇': '零', '○': '零', '兩': '两',
}

const isDigit = (char: string | undefined): boolean => char !== undefined && char >= '0' && char <= '9'

/**
 * The clause with full-width digits, signs and brackets made plain, one character for one,
 * so that every offset in the plain text is an offset in the text as written.
 */
export const toPlainText = (text: string): string => {
  const chars: string[] = []
  for (let index = 0; index < text.length; index++) {
    const char = text[index] ?? ''
    const code = char.charCodeAt(0)
    const narrow = code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : char
    chars.push(fixed[narrow] ?? narrow)
  }
  const hasPlus = chars.includes('+')
  for (let index = 0; index < chars.length; index++) {
    const char = chars[index]
    if (char === '-' && text[index] === '—' && !hasPlus && /^[1-9]/.test(chars[index + 1] ?? '') && namesLevel(chars, index)) chars[index] = '：'
    if (char === ',') chars[index] = isDigit(chars[index - 1]) && /^\d{3}(?!\d)/.test(chars.slice(index + 1, index + 5).join('')) ? ',' : '，'
    if (char === '.' || (char === '。' && isDigit(chars[index - 1]) && isDigit(chars[index + 1]) && !opensPoint(chars, index + 1))) chars[index] = dotAt(chars, index)
  }
  return chars.join('').replace(/没(?=(?:再)?(?:少|缺少?|增加|超|发现)[一1\d]|(?:人|次|项|处|例)(?:次)?(?:各)?[扣加])/g, '每')
}

/** 班长—3分: a long dash behind a word sets its mark apart; behind a numeral it is a span, behind a score word a minus. */
const namesLevel = (chars: readonly string[], index: number): boolean => {
  const before = chars[index - 1] ?? ''
  return /[\u4e00-\u9fa5）”]/.test(before) && !/[分扣减加得计记零一壹二两三四五六七八九十百半至到]/.test(before)
}

/** 扣1。2.未建账: a running number behind the stop, no decimals. */
const opensPoint = (chars: readonly string[], index: number): boolean => /^\d{1,2}[.、．）]/.test(chars.slice(index, index + 4).join(''))

/** A dot is a decimal point, the dot after a running number, or a full stop. */
const dotAt = (chars: readonly string[], index: number): string => {
  if (!isDigit(chars[index - 1])) return '。'
  const ahead = chars.slice(index + 1, index + 6).join('')
  if (/^\d/.test(ahead) || /^ \d{1,2} ?分/.test(ahead)) return '.'
  let first = index - 1
  while (first > 0 && isDigit(chars[first - 1])) first--
  const before = chars[first - 1]
  return before === undefined || /[。；\s：（，]/.test(before) ? '.' : '。'
}
