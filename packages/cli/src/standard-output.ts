import { once } from 'node:events'
import type { Output } from './command.ts'

const isClosedPipe = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'EPIPE'

/** A reader that has seen enough (head, a closed window) is no fault of the answer: end quietly. */
process.stdout.on('error', (error) => {
  if (!isClosedPipe(error)) throw error
  process.exit(0)
})

export const standardOutput: Output = {
  write: async (text) => {
    if (!process.stdout.write(text)) await once(process.stdout, 'drain')
  },
}
