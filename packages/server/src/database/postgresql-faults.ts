import { DatabaseFault } from './fault.ts'

/** Error classes of PostgreSQL (appendix A of its manual) in the words of fault.ts; anything else as it came. */
export const translatePostgresql = (error: unknown): unknown => {
  if (!(error instanceof Error)) return error
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  const constraint = 'constraint' in error && typeof error.constraint === 'string' ? error.constraint : undefined
  const named = constraint === undefined ? { cause: error } : { cause: error, constraint }
  if (code === '23505') return new DatabaseFault('unique', named)
  if (code.startsWith('23')) return new DatabaseFault('constraint', named)
  // Serialization failure, deadlock, lock timeout, statement timeout.
  if (code === '40001' || code === '40P01' || code === '55P03' || code === '57014') {
    return new DatabaseFault('busy', named)
  }
  // Too many connections, or none free in the pool in time.
  if (code === '53300' || /timeout exceeded when trying to connect/i.test(error.message)) {
    return new DatabaseFault('gone', named)
  }
  if (code === '53100') return new DatabaseFault('full', named)
  if (code === '58030' || code.startsWith('XX')) return new DatabaseFault('broken', named)
  if (code.startsWith('08') || code.startsWith('57P') || isConnectionLoss(code, error.message)) {
    return new DatabaseFault('gone', named)
  }
  return error
}

const isConnectionLoss = (code: string, message: string): boolean =>
  ['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'ENOTFOUND', 'EPIPE', 'ETIMEDOUT', 'EAI_AGAIN'].includes(code) ||
  /connection terminated|client has encountered a connection error|not queryable/i.test(message)
