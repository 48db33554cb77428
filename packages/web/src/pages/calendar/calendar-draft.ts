/** A day of the year as two numbers, and as the MM-DD of the contract. */
export type MonthDay = { readonly month: string; readonly day: string }

export const readMonthDay = (text: string): MonthDay => ({
  month: String(Number(text.slice(0, 2))),
  day: String(Number(text.slice(3, 5))),
})

const daysIn = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

/** null where there is no such day. */
export const writeMonthDay = ({ month, day }: MonthDay): string | null => {
  const at = Number(month)
  const most = daysIn[at - 1]
  const number = Number(day)
  if (most === undefined || !Number.isInteger(number) || number < 1 || number > most) return null
  return `${String(at).padStart(2, '0')}-${String(number).padStart(2, '0')}`
}
