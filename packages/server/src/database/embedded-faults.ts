import { DatabaseFault } from './fault.ts'

/** Primary result codes of SQLite (sqlite.org/rescode.html); extended codes carry them in their low byte. */
const busy = 5
const locked = 6
const readOnly = 8
const ioError = 10
const corrupt = 11
const full = 13
const cannotOpen = 14
const constraint = 19
const notADatabase = 26

const uniqueCodes = new Set([2067, 1555])

/** node:sqlite errors in the words of fault.ts; anything else as it came. */
export const translateEmbedded = (error: unknown): unknown => {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return error
  switch (error.errcode & 0xff) {
    case busy:
    case locked:
      return new DatabaseFault('busy', { cause: error })
    case full:
      return new DatabaseFault('full', { cause: error })
    case ioError:
    case corrupt:
    case notADatabase:
    case readOnly:
      return new DatabaseFault('broken', { cause: error })
    case cannotOpen:
      return new DatabaseFault('gone', { cause: error })
    case constraint:
      return new DatabaseFault(uniqueCodes.has(error.errcode) ? 'unique' : 'constraint', {
        cause: error,
        constraint: error.message.replace(/^.*constraint failed: /, ''),
      })
    default:
      return error
  }
}
