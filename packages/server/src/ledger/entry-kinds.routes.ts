import type { EntryKind } from '@zicha/core'
import type { z } from 'zod'
import { listEntryKinds } from '../forms/get-form.ts'
import { ok } from '../http/reply.ts'
import { route } from '../http/route.ts'
import { entryKindList } from './ledger.contract.ts'

type Kind = z.output<typeof entryKindList>['items'][number]

const copyOf = (kind: EntryKind): Kind => ({
  name: kind.name,
  group: kind.group,
  goesWith: [...kind.goesWith],
  alsoCalled: [...kind.alsoCalled],
  ...(kind.standing === true ? { standing: true } : {}),
})

export const entryKindRoutes = [
  route({
    method: 'GET',
    path: '/entry-kinds',
    summary: 'List the vocabulary of what can happen',
    permission: 'self.use',
    answer: entryKindList,
    handle: async () => ok({ items: listEntryKinds().map(copyOf) }),
  }),
]
