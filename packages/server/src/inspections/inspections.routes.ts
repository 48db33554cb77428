import { z } from 'zod'
import { ok } from '../http/reply.ts'
import { route } from '../http/route.ts'
import { code, username } from '../http/values.contract.ts'
import { getBeneath } from '../rounds/beneath.ts'
import { inspection, inspectionBody, inspectionMark, settleBody, settledMark } from './inspections.contract.ts'
import { markItem } from './mark-item.ts'
import { settleItem } from './settle-item.ts'
import { viewInspection } from './view-inspection.ts'

const r = z.strictObject({ round: code, unit: code })
const no = z.coerce.number().int().min(1).max(999)
const about = ({ params }: { readonly params: { readonly round: string; readonly unit: string } }) =>
  ({ kind: 'assessment', round: params.round, unit: params.unit }) as const

const at = '/rounds/:round/units/:unit'

export const inspectionRoutes = [
  route({
    method: 'PUT',
    path: `${at}/inspections/:username/items/:no`,
    summary: "One's own mark of one item",
    permission: 'inspection.mark',
    about,
    params: r.extend({ username, no }),
    body: inspectionBody,
    answer: inspectionMark,
    action: 'mark.put',
    handle: (call) => markItem(call, call.params, call.body),
  }),
  route({
    method: 'GET',
    path: `${at}/inspection`,
    summary: 'Self and inspection scores side by side; marks as far as one may see them',
    permission: 'inspection.read',
    about,
    params: r,
    answer: inspection,
    consistent: true,
    handle: async (call) => ok(await viewInspection(call.db, await getBeneath(call.db, call.params), call.person)),
  }),
  route({
    method: 'PUT',
    path: `${at}/inspection/settled/:no`,
    summary: 'The mark agreed on after two inspectors differed',
    permission: 'inspection.settle',
    about,
    params: r.extend({ no }),
    body: settleBody,
    answer: settledMark,
    action: 'mark.settle',
    handle: (call) => settleItem(call, call.params, call.body),
  }),
]
