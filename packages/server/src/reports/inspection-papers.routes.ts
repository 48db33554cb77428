import { z } from 'zod'
import { route } from '../http/route.ts'
import { code } from '../http/values.contract.ts'
import { inspectionPaperQuery } from './papers.contract.ts'
import { sendInspectionPaper } from './send-inspection-paper.ts'

export const inspectionPaperRoutes = [
  route({
    method: 'GET',
    path: '/rounds/:round/units/:unit/inspection/papers',
    summary: 'What inspectors carry on paper: the sheet with an empty inspection column, or what was not found; whole or of some duties',
    permission: 'inspection.read',
    about: ({ params }) => ({ kind: 'assessment', round: params.round, unit: params.unit }),
    params: z.strictObject({ round: code, unit: code }),
    query: inspectionPaperQuery,
    handle: (call) => sendInspectionPaper(call.services, call.params, call.now, call.query),
  }),
]
