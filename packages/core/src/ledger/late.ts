import { dayNumber } from '../calendar.ts'

/** After so many days an entry is marked as late: a plain mark, never a loss of points. */
export const lateAfterDays = 30

/** Whole days between what happened and its recording; 0 where it was recorded ahead of the day. */
export const daysUntilRecorded = (happenedOn: string, recordedOn: string): number =>
  Math.max(0, dayNumber(recordedOn) - dayNumber(happenedOn))

/** True for 补录: recorded more than 30 days after it happened. Both are days in Asia/Shanghai. */
export const isLate = (happenedOn: string, recordedOn: string): boolean =>
  daysUntilRecorded(happenedOn, recordedOn) > lateAfterDays
