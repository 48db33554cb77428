import { ownQueue, tellPages } from './own-queue.ts'
import { listOthers, takeOver } from './queue-rows.ts'
import type { OtherQueue } from './queue-rows.ts'
import { wake } from './send-waiting.ts'

/** Whose queues of the same school lie on this device too. */
export const listOtherQueues = async (unit: string): Promise<readonly OtherQueue[]> => {
  const { db, owner } = await ownQueue()
  return listOthers(db, owner, unit)
}

/** 接过来传: what another could not send any more goes on under this person's name, and says whose it was. */
export const takeOverQueue = async (other: OtherQueue, unit: string, name: string): Promise<void> => {
  const { db, owner } = await ownQueue()
  await takeOver(db, other, owner, unit, `（${other.name}记，${name}代传）`)
  await tellPages()
  void wake()
}
