import { z } from 'zod'
import { notFound } from '../http/problem.ts'
import { ok } from '../http/reply.ts'
import { route } from '../http/route.ts'
import { code } from '../http/values.contract.ts'
import { findUnitRow } from '../organizations/units.queries.ts'
import { overview, overviewQuery } from './overview.contract.ts'
import { sendOverview } from './send-overview.ts'
import { viewOverview } from './view-overview.ts'

const params = z.strictObject({ code })
const about = (call: { readonly params: { readonly code: string } }) => ({ kind: 'unit', unit: call.params.code }) as const

export const overviewRoutes = [
  route({
    method: 'GET',
    path: '/units/:code/overview',
    summary: 'The bureaus under a unit: how many schools stand where, and on which items how many lost',
    permission: 'progress.read',
    about,
    params,
    query: overviewQuery,
    answer: overview,
    handle: async (call) => ok(await viewOverview(call.db, call.services, call.params.code, call.query.year)),
  }),
  route({
    method: 'GET',
    path: '/units/:code/overview/file',
    summary: 'The overview as Excel',
    permission: 'progress.read',
    about,
    params,
    query: overviewQuery,
    handle: async (call) => {
      const unit = await findUnitRow(call.db, call.params.code)
      if (unit === undefined) throw notFound()
      return sendOverview(await viewOverview(call.db, call.services, call.params.code, call.query.year), unit.name, call.now)
    },
  }),
]
