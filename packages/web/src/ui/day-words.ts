/** Days and instants as people say them. Days are plain `YYYY-MM-DD` in Asia/Shanghai, instants RFC 3339. */
const zone = 'Asia/Shanghai'
const dayFormat = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })
const timeFormat = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: 'numeric', minute: '2-digit', hour12: false })

export const dayOf = (instant: Date): string => dayFormat.format(instant)

export const today = (): string => dayOf(new Date())

/** Nothing is recorded ahead of its day: the last day of a year that can be chosen now. */
export const lastDayToRecord = (year: number): string => {
  const now = today()
  return now.startsWith(`${year}-`) ? now : `${year}-12-31`
}

export const daysBefore = (day: string, count: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - count * 86_400_000).toISOString().slice(0, 10)

export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)

export const monthOf = (day: string): number => Number(day.slice(5, 7))

/** 11月24日; with the year where it is not `year`. */
export const dayWords = (day: string, year?: number): string => {
  const words = `${monthOf(day)}月${Number(day.slice(8, 10))}日`
  return year !== undefined && Number(day.slice(0, 4)) !== year ? `${day.slice(0, 4)}年${words}` : words
}

/** 今天10:32, 昨天9:05, 11月19日. */
export const instantWords = (instant: string, now: Date = new Date()): string => {
  const then = new Date(instant)
  const apart = daysBetween(dayOf(then), dayOf(now))
  if (apart === 0) return `今天${timeFormat.format(then)}`
  if (apart === 1) return `昨天${timeFormat.format(then)}`
  return dayWords(dayOf(then), Number(dayOf(now).slice(0, 4)))
}

/** 还有26天, 今天截止, 已过3天. */
export const untilWords = (from: string, until: string): string => {
  const left = daysBetween(from, until)
  return left > 0 ? `还有${left}天` : left === 0 ? '今天截止' : `已过${-left}天`
}
