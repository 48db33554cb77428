import type { LoggerOptions } from 'pino'

/**
 * One JSON line an event on standard error. What people write never comes in: of a request only method, address
 * without query, and id; of an error its kind and place. JSON escapes CR and LF, so no name can forge a line.
 */
export const logOptions: LoggerOptions = {
  level: 'info',
  base: null,
  timestamp: () => `,"time":"${new Date().toISOString()}"`,
  serializers: {
    req: (request: { method?: string; url?: string; id?: string }) => ({
      id: request.id,
      method: request.method,
      path: withoutSecrets(request.url ?? ''),
    }),
    res: (reply: { statusCode?: number }) => ({ status: reply.statusCode }),
    err: (error: unknown) => describe(error, 0),
  },
}

/** One-time links carry their token in the address. */
const withoutSecrets = (url: string): string =>
  (url.split('?')[0] ?? '').replace(/(\/links\/)[^/]+/, '$1…')

const describe = (error: unknown, depth: number): object => {
  if (!(error instanceof Error)) return { kind: typeof error }
  return {
    kind: error.name,
    message: error.message,
    stack: error.stack,
    ...(error.cause === undefined || depth > 2 ? {} : { cause: describe(error.cause, depth + 1) }),
  }
}
