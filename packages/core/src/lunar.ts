/**
 * Fixed days of a school's Party year, two of which move with the lunar calendar.
 * The platform's own lunar calendar (`Intl`, calendar `chinese`) is a day off where the moon turns new close to midnight
 * (春节 of 2027 and of 2030), so the feasts stand here as a table: new moons by Beijing time, equal to the published
 * almanac. Past its last year a feast is not known, and nothing is guessed.
 */
import { formatDay } from './calendar.ts'

const fixedDays = ['5.10', '12.9', '七一', '重阳', '春节'] as const
export type FixedDay = (typeof fixedDays)[number]

/** True for the name of a fixed day, as a due rule and a plan write it. */
export const isFixedDay = (name: string): boolean => fixedDays.some((one) => one === name)

/** Year, 春节 (first day of the first month), 重阳 (ninth day of the ninth month). */
const feasts: readonly (readonly [year: number, spring: string, double: string])[] = [
  [2020, '01-25', '10-25'],
  [2021, '02-12', '10-14'],
  [2022, '02-01', '10-04'],
  [2023, '01-22', '10-23'],
  [2024, '02-10', '10-11'],
  [2025, '01-29', '10-29'],
  [2026, '02-17', '10-18'],
  [2027, '02-06', '10-08'],
  [2028, '01-26', '10-26'],
  [2029, '02-13', '10-16'],
  [2030, '02-03', '10-05'],
  [2031, '01-23', '10-24'],
  [2032, '02-11', '10-12'],
  [2033, '01-31', '10-01'],
  [2034, '02-19', '10-20'],
  [2035, '02-08', '10-09'],
  [2036, '01-28', '10-27'],
  [2037, '02-15', '10-17'],
  [2038, '02-04', '10-07'],
  [2039, '01-24', '10-26'],
  [2040, '02-12', '10-14'],
  [2041, '02-01', '10-03'],
  [2042, '01-22', '10-22'],
  [2043, '02-10', '10-11'],
  [2044, '01-30', '10-29'],
  [2045, '02-17', '10-18'],
  [2046, '02-06', '10-08'],
  [2047, '01-26', '10-27'],
  [2048, '02-14', '10-16'],
  [2049, '02-02', '10-05'],
  [2050, '01-23', '10-24'],
]

const findFeast = (year: number, at: 1 | 2): string | undefined => {
  const found = feasts.find(([one]) => one === year)
  return found === undefined ? undefined : `${year}-${found[at]}`
}

/** The day of a year on which a fixed day falls; undefined for a feast of a year outside the table (2020 to 2050). */
export const findFixedDay = (year: number, day: FixedDay): string | undefined => {
  switch (day) {
    case '5.10':
      return formatDay(year, 5, 10)
    case '12.9':
      return formatDay(year, 12, 9)
    case '七一':
      return formatDay(year, 7, 1)
    case '重阳':
      return findFeast(year, 2)
    case '春节':
      return findFeast(year, 1)
  }
}
