import { settled } from './open-world.ts'
import type { Visitor } from './open-world.ts'

/** As a link inside the pages does: without loading the document anew. */
export const walkTo = async (visitor: Visitor, path: string): Promise<void> => {
  await visitor.page.evaluate((address) => {
    history.pushState({}, '', address)
    dispatchEvent(new PopStateEvent('popstate', { state: {} }))
  }, path)
  await settled(visitor)
}
