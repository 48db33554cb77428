// Asks for what a school's first page shows while the pages' own scripts are still on their way: on a school's phone
// they take a second. A small script of its own, because the content policy allows none within the page.
{
  /** @type {(path: string) => Promise<Response>} */
  const ask = (path) => fetch(path, { credentials: 'same-origin', headers: { accept: 'application/json' } })
  /** @type {Map<string, Promise<Response | undefined>>} */
  const asked = new Map()
  const school = /^\/rounds\/[^/]+\/units\/[^/]+(?=\/?$)/.exec(location.pathname)
  if (school !== null || location.pathname === '/') {
    const session = ask('/api/v1/sessions/current')
    asked.set('/api/v1/sessions/current', session)
    // Nothing of a school is asked for by nobody.
    const here = `/api/v1${school?.[0] ?? ''}`
    for (const path of school === null ? [] : [here, `${here}/plan`]) asked.set(path, session.then(({ ok }) => (ok ? ask(path) : undefined)))
  }
  // Where nobody comes to take an answer, its failure is nobody's.
  for (const answer of asked.values()) answer.catch(() => undefined)
  globalThis.zichaAskedAhead = asked
}
