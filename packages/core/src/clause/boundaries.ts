/** Where a place in the clause belongs: its sentence (。 or a running number), its segment (；) and its bracket. */
export type Boundaries = {
  /** Number of the sentence of each character. */
  readonly sentence: Uint16Array
  /** Number of the segment of each character; characters inside a bracket bear the segment of its outside. */
  readonly segment: Uint16Array
  /** First character of the segment, by its number. */
  readonly segmentStart: readonly number[]
  /** One past the last character of the segment, by its number. */
  readonly segmentEnd: readonly number[]
  readonly brackets: readonly Bracket[]
}

/** `open` and `close` are the offsets of the two signs themselves. */
export type Bracket = { readonly open: number; readonly close: number }

const numbering = /(?:（[一二三四五六七八九十\d]{1,3}）|[①②③④⑤⑥⑦⑧⑨⑩⑪⑫]|\d{1,2}[.、](?!\d)|[一二三四五六七八九十]{1,3}、|[一二三四五六七八九](?:是|要)|[A-Ha-h][.、])/y

/** Length of a running number (`（1）`, `①`, `1.`, `一、`, `一是`) that stands at this place, or 0. */
export const numberingAt = (plain: string, index: number): number => {
  numbering.lastIndex = index
  const length = numbering.exec(plain)?.[0].length ?? 0
  const bracketed = plain[index] === '（'
  return bracketed && /^\s*(?:分|次|[，。；）])/.test(plain.slice(index + length)) ? 0 : length
}

export const findBrackets = (plain: string): Bracket[] => {
  const brackets: Bracket[] = []
  const open: number[] = []
  for (let index = 0; index < plain.length; index++) {
    if (plain[index] === '（') open.push(index)
    else if (plain[index] === '）') {
      const start = open.pop()
      if (start !== undefined && open.length === 0) brackets.push({ open: start, close: index })
    }
  }
  return brackets
}

export const findBoundaries = (plain: string): Boundaries => {
  const brackets = findBrackets(plain)
  const sentence = new Uint16Array(plain.length + 1)
  const segment = new Uint16Array(plain.length + 1)
  const segmentStart = [0]
  const segmentEnd: number[] = []
  let sentenceNumber = 0
  let segmentNumber = 0
  let nextBracket = 0
  let fresh = true
  const breakAt = (index: number, whole: boolean): void => {
    if (whole) sentenceNumber++
    segmentEnd[segmentNumber] = index
    segmentNumber++
    segmentStart[segmentNumber] = index
  }
  for (let index = 0; index < plain.length; index++) {
    const char = plain[index] ?? ''
    const bracket = brackets[nextBracket]
    if (fresh && /\S/.test(char)) {
      const length = numberingAt(plain, index)
      if (length > 0) {
        if (plain.slice(segmentStart[segmentNumber], index).trim() !== '') breakAt(index, true)
        for (const end = index + length; index < end; index++) mark(sentence, segment, index, sentenceNumber, segmentNumber)
        index--
        while (brackets[nextBracket] !== undefined && (brackets[nextBracket]?.open ?? 0) <= index) nextBracket++
        fresh = false
        continue
      }
      fresh = false
    }
    if (bracket !== undefined && index === bracket.open) {
      for (; index <= bracket.close; index++) mark(sentence, segment, index, sentenceNumber, segmentNumber)
      index--
      nextBracket++
      continue
    }
    mark(sentence, segment, index, sentenceNumber, segmentNumber)
    if (/[。！？；]/.test(char) || (char === '\n' && breaksLine(plain, index))) {
      breakAt(index + 1, char !== '；')
      fresh = true
    } else if (char === '，' || char === ' ' || char === '：' || char === '\n') fresh = char !== '，' || numberedAfterComma(plain, index + 1)
  }
  segmentEnd[segmentNumber] = plain.length
  sentence[plain.length] = sentenceNumber
  segment[plain.length] = segmentNumber
  return { sentence, segment, segmentStart, segmentEnd, brackets }
}

const mark = (sentence: Uint16Array, segment: Uint16Array, index: number, one: number, other: number): void => {
  sentence[index] = one
  segment[index] = other
}

/** A line break ends a sentence after a stop, a colon or a mark given, and before a running number; else the cell only wrapped. */
export const breaksLine = (plain: string, index: number): boolean =>
  /(?:[。；：！]|分|）|[/／][\u4e00-\u9fa5])\s*$/.test(plain.slice(Math.max(0, index - 6), index)) ||
  (/[扣加减得]\s*分?\s*\d+(?:\.\d+)?\s*$/.test(plain.slice(Math.max(0, index - 10), index)) && !/^\s*[\d.分]/.test(plain.slice(index + 1, index + 6))) ||
  /^\s*(?:（[一二三四五六七八九十\d]{1,3}）|[①-⑫]|\d{1,2}[.、](?!\d)|[一二三四五六七八九十]{1,3}、)/.test(plain.slice(index + 1, index + 12))

const numberedAfterComma = (plain: string, index: number): boolean => /^\s*(?:[①-⑫]|（\d{1,2}）)/.test(plain.slice(index, index + 6))

/** The bracket that holds this place, if any. */
export const bracketAt = (boundaries: Boundaries, index: number): Bracket | undefined =>
  boundaries.brackets.find((bracket) => index > bracket.open && index < bracket.close)
