import type { Db } from '../database/database.ts'
import { checkHolidays, defaultCalendar, isCalendar } from '@zicha/core'
import type { IfMatch } from '../http/if-match.ts'
import { unprocessable } from '../http/problem.ts'
import { putResource } from '../http/put-resource.ts'
import type { Reply } from '../http/reply.ts'
import { sameContent } from '../http/same-content.ts'
import { calendarBody } from './organizations.contract.ts'
import type { Calendar, CalendarBody } from './organizations.contract.ts'
import { findCalendarRow, forgetSummariesOf, insertCalendar, updateCalendar } from './units.queries.ts'

const holidaysOf = calendarBody.shape.holidays.unwrap()

/** The semesters of a bureau: as it set them, or the usual ones, which are version 1. */
export const getCalendar = async (db: Db, bureau: string): Promise<Calendar> => {
  const row = await findCalendarRow(db, bureau)
  return row === undefined
    ? { ...defaultCalendar, version: 1 }
    : {
        springStartsOn: row.spring_starts_on,
        autumnStartsOn: row.autumn_starts_on,
        ...(row.holidays === null ? {} : { holidays: holidaysOf.parse(JSON.parse(row.holidays)) }),
        version: row.version,
      }
}

/** Sets the semesters. Without If-Match it is refused where they already differ from the usual ones. */
export const putCalendar = async (
  trx: Db,
  bureau: string,
  body: CalendarBody,
  ifMatch: IfMatch,
): Promise<Reply<Calendar>> => {
  if (!isCalendar(body)) {
    throw unprocessable('calendar.order', '学期日期不对', '两个学期的开始日期要写成 02-15 这样，春季在前。没有保存。', [
      { pointer: '#/springStartsOn', detail: '请核对两个日期' },
    ])
  }
  const [wrong] = checkHolidays(body.holidays ?? [])
  if (wrong !== undefined) {
    throw unprocessable('calendar.holiday', '假期日期不对', `${wrong.message}没有保存。`, [{ pointer: `#${wrong.where}`, detail: wrong.message }])
  }
  const row = await findCalendarRow(trx, bureau)
  const save = async (version: number): Promise<Calendar> => {
    const holidays = body.holidays === undefined || body.holidays.length === 0 ? null : JSON.stringify(body.holidays)
    const saved = { bureau, spring_starts_on: body.springStartsOn, autumn_starts_on: body.autumnStartsOn, holidays, version }
    await (row === undefined ? insertCalendar(trx, saved) : updateCalendar(trx, saved))
    await forgetSummariesOf(trx, { bureau })
    return { ...body, version }
  }
  return putResource({
    ifMatch,
    bureau,
    // The usual semesters are there from the first: a change of them names their version, a first setting need not.
    current: row === undefined && ifMatch === undefined ? undefined : await getCalendar(trx, bureau),
    isEqual: ({ version: _version, ...current }) => sameContent(plain(current), plain(body)),
    create: () => save(1),
    change: (current) => save(current.version + 1),
  })
}

/** No holidays are said in two ways. */
const plain = (body: CalendarBody): CalendarBody => ({ ...body, holidays: body.holidays ?? [] })
