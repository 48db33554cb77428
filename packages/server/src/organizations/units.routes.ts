import { z } from 'zod'
import { notFound } from '../http/problem.ts'
import { ok } from '../http/reply.ts'
import { route } from '../http/route.ts'
import { code, listQuery } from '../http/values.contract.ts'
import { calendar, calendarBody, unit, unitBody, unitList, unitUseBody } from './organizations.contract.ts'
import { getCalendar, putCalendar } from './put-calendar.ts'
import { putUnit } from './put-unit.ts'
import { unitFromRow } from './read-unit-row.ts'
import { findUnitRow, listUnits } from './units.queries.ts'
import { useUnit } from './use-unit.ts'

const params = z.strictObject({ code })

export const unitRoutes = [
  route({
    method: 'GET',
    path: '/units',
    summary: 'List the own unit and the units under it, by code',
    permission: 'self.use',
    query: listQuery,
    answer: unitList,
    handle: async ({ db, person, query }) => {
      const within = person.role === 'admin' ? undefined : person.unit
      const rows = await listUnits(db, within, { limit: query.limit, after: query.after })
      const items = rows.slice(0, query.limit).map(unitFromRow)
      return ok({ items, next: rows.length > query.limit ? (items.at(-1)?.code ?? null) : null })
    },
  }),
  route({
    method: 'GET',
    path: '/units/:code',
    summary: 'Read a unit',
    permission: 'unit.read',
    about: (call) => ({ kind: 'unit', unit: call.params.code }),
    params,
    answer: unit,
    handle: async ({ db, params }) => {
      const row = await findUnitRow(db, params.code)
      if (row === undefined) throw notFound()
      return ok(unitFromRow(row))
    },
  }),
  route({
    method: 'PUT',
    path: '/units/:code',
    summary: 'Make or change a unit',
    permission: 'unit.write',
    about: (call) => ({ kind: 'placement', unit: call.params.code, parent: call.body.parent }),
    params,
    body: unitBody,
    answer: unit,
    action: 'unit.put',
    handle: ({ db, params, body, ifMatch }) => putUnit(db, params.code, body, ifMatch),
  }),
  route({
    method: 'PUT',
    path: '/units/:code/use',
    summary: 'Take a closed or merged school out of use, or back into it; nothing is deleted',
    permission: 'unit.write',
    about: (call) => ({ kind: 'unit', unit: call.params.code }),
    params,
    body: unitUseBody,
    answer: unit,
    action: 'unit.use',
    handle: ({ db, params, body, ifMatch, now }) => useUnit(db, params.code, body, ifMatch, now),
  }),
  route({
    method: 'GET',
    path: '/units/:code/calendar',
    summary: 'Read the semesters of a bureau',
    permission: 'unit.read',
    about: (call) => ({ kind: 'unit', unit: call.params.code }),
    params,
    answer: calendar,
    handle: async ({ db, params }) => ok(await getCalendar(db, params.code)),
  }),
  route({
    method: 'PUT',
    path: '/units/:code/calendar',
    summary: 'Set the semesters of a bureau',
    permission: 'unit.write',
    about: (call) => ({ kind: 'unit', unit: call.params.code }),
    params,
    body: calendarBody,
    answer: calendar,
    action: 'calendar.put',
    handle: ({ db, params, body, ifMatch }) => putCalendar(db, params.code, body, ifMatch),
  }),
]
