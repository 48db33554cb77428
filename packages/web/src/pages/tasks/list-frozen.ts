import type { Place } from '../../api/names.ts'
import { isUnsent } from '../../outbox/item.ts'
import type { QueuedItem } from '../../outbox/item.ts'
import type { Task } from './task-words.ts'

/** Schools taken along whose round is frozen: they need to lie on no inspector's device any more. What waits keeps its school. */
export const listFrozen = (tasks: readonly Task[], queue: readonly QueuedItem[]): readonly Place[] =>
  tasks
    .filter(({ taken, assessment }) => taken !== undefined && assessment?.stage === 'frozen')
    .map(({ place }) => place)
    .filter(({ round, unit }) => !queue.some((item) => isUnsent(item) && item.place.round === round && item.place.unit === unit))
