// What neither XML 1.0 nor a page can hold: control characters, half surrogate pairs, non-characters.
const unprintable = /(?!\n)\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/gu

/** A text as it can be printed: nothing that XML refuses, line ends as `\n`, tabs as spaces; everything else exactly kept. */
export const printable = (text: string): string =>
  text.replace(/\r\n?|\u2028|\u2029/g, '\n').replace(/\t/g, ' ').replace(unprintable, '')

/** The same on one line, for names and labels. */
export const printableLine = (text: string): string => printable(text).replace(/\n+/g, ' ').trim()

/** Two wordings compared: blanks and the width of punctuation do not count, every other character does. */
export const sameWording = (a: string, b: string): boolean => bare(a) === bare(b)

export const bare = (text: string): string => text.normalize('NFKC').replace(/\s/g, '')
