import { subscribe } from 'node:diagnostics_channel'
import type { ServerResponse } from 'node:http'

/** What day it is in the tests: a Tuesday morning in the last weeks of a year, 9:30 in Shanghai. */
export const pinnedNow = '2026-11-24T01:30:00.000Z'

/**
 * Moves a realm's clock so that it was `start` when this ran, and lets it go on from there. Also given to pages as
 * text, so it names nothing outside itself.
 */
export const moveClock = (start: string): void => {
  const Real = globalThis.Date
  const shift = Real.parse(start) - Real.now()
  globalThis.Date = new Proxy(Real, {
    construct: (target, args, self) =>
      Reflect.construct(target, args.length === 0 ? [target.now() + shift] : args, self) as object,
    apply: (target) => new target(target.now() + shift).toString(),
    get: (target, name) => {
      if (name === 'now') return () => target.now() + shift
      return Reflect.get(target, name) as unknown
    },
  })
}

/** A server that is started with `--import` of this file and ZICHA_TEST_NOW lives at that moment. */
const asked = process.env['ZICHA_TEST_NOW']
if (asked !== undefined) {
  moveClock(asked)
  // Browsers read a cookie's end against the answer's own date, which Node would take from the real clock.
  subscribe('http.server.response.created', (message) => {
    const { response } = message as { readonly response: ServerResponse }
    response.setHeader('date', new Date().toUTCString())
  })
}
