/** What fits on one line of the printed title: 2号 on 156 mm. */
const longestLine = 20

/** Where a title may be broken by sense: behind a bracket or a year, before the word that says what is done. */
const breaks = /(?<=[）)》”])|(?<=年度?)(?=.{4})|(?=(?:履行|落实|工作|情况|综合|考核|考评|评估|评价|评分|自查|检查|督查|专项)(?:.{0,19})$)|(?<=.)(?=[与和及暨])/gu

/**
 * A title as it is set on the printed page: one line where it fits, else as few as it takes, broken by sense and as even
 * as can be; no line is left with a word of its own. A title that cannot be broken by sense is cut in the middle.
 */
export const titleLinesOf = (title: string): readonly string[] => {
  const whole = title.trim()
  const count = Math.ceil(whole.length / longestLine)
  if (count <= 1) return [whole]
  const places = [...whole.matchAll(breaks)].map(({ index }) => index).filter((index) => index > 3 && index < whole.length - 3)
  const fits = (end: number): boolean => end <= longestLine && whole.length - end <= longestLine * (count - 1)
  const ideal = whole.length / count
  const chosen = places.filter(fits).toSorted((a, b) => Math.abs(a - ideal) - Math.abs(b - ideal))[0] ?? Math.ceil(ideal)
  return [whole.slice(0, chosen), ...titleLinesOf(whole.slice(chosen))]
}
