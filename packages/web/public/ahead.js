// Asks for what a school's first page shows while the pages' own scripts are still on their way: on a school's phone
// they take a second. A small script of its own, because the content policy allows none within the page.
{
  const ask = (path) => fetch(path, { credentials: 'same-origin', headers: { accept: 'application/json' } })
  const session = '/api/v1/sessions/current'
  const school = /^\/rounds\/[^/]+\/units\/[^/]+(?=\/?$)/.exec(location.pathname)
  const asked = new Map()
  if (school !== null || location.pathname === '/') asked.set(session, ask(session))
  if (school !== null) {
    const here = `/api/v1${school[0]}`
    // Nothing of a school is asked for by nobody.
    for (const path of [here, `${here}/plan`]) asked.set(path, asked.get(session).then(({ ok }) => (ok ? ask(path) : undefined)))
  }
  // Where nobody comes to take an answer, its failure is nobody's.
  for (const answer of asked.values()) answer.catch(() => undefined)
  globalThis.zichaAskedAhead = asked
}
