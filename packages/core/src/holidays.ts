import { dayNumber, isDay, sayFullDay } from './calendar.ts'
import type { Finding } from './finding.ts'

/** A stretch without school, as a bureau sets it: 寒假, 国庆. Both days are included. */
export type Holiday = { readonly name: string; readonly from: string; readonly to: string }

/** True on a weekday outside every holiday. Make-up Saturdays are not known: nobody is sent to a school on one by rule. */
export const isSchoolDay = (day: string, holidays: readonly Holiday[]): boolean =>
  // 1970-01-01 was a Thursday; 0 is Sunday.
  ![0, 6].includes((dayNumber(day) + 4) % 7) && !holidays.some(({ from, to }) => from <= day && day <= to)

const mostDays = 100

/** What is wrong with a bureau's holidays: a day that is none, an end before its beginning, a stretch of half a year. */
export const checkHolidays = (holidays: readonly Holiday[]): readonly Finding[] =>
  holidays.flatMap(({ name, from, to }, index) => {
    const fault = (message: string): Finding => ({ code: 'calendar.holiday', level: 'error', where: `/holidays/${index}`, message })
    if (name.trim() === '') return [fault('还没有写是什么假。')]
    if (!isDay(from) || !isDay(to)) return [fault(`${name}的日期没有这一天，请改。`)]
    if (to < from) return [fault(`${name}从${sayFullDay(from)}到${sayFullDay(to)}，前后反了，请对调。`)]
    return dayNumber(to) - dayNumber(from) >= mostDays ? [fault(`${name}超过${mostDays}天，请核对日期。`)] : []
  })
