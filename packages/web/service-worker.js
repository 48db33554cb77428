// @ts-check
/// <reference lib="webworker" />
/// <reference path="./service-worker.d.ts" />
// Opens the pages without a network: the files of this build, and nothing that the server answers to a person. What
// was read and what waits to be sent lies in the pages' own databases, by person. The build sets `zichaBuild` above.

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self))
const prefix = 'zicha-pages-'
const cacheName = prefix + zichaBuild.version
const shell = '/index.html'

/** A line that says nothing for this long is answered by the shell that is here. */
const patience = 4_000

worker.addEventListener('install', (event) => {
  event.waitUntil(fill().then(() => worker.skipWaiting()))
})

worker.addEventListener('activate', (event) => {
  event.waitUntil(dropOlder().then(() => worker.clients.claim()))
})

worker.addEventListener('fetch', (event) => {
  const { request } = event
  const { pathname, origin } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin || pathname.startsWith('/api/')) return
  if (request.mode === 'navigate') event.respondWith(openPage(request))
  else if (zichaBuild.files.includes(pathname) || pathname.startsWith('/assets/')) event.respondWith(findFile(request))
})

/** Files named by their content are taken from an earlier build's store where they are the same. */
async function fill() {
  const cache = await caches.open(cacheName)
  await Promise.all(
    zichaBuild.files.map(async (file) => {
      const known = file.startsWith('/assets/') ? await caches.match(file) : undefined
      const response = known ?? (await fetch(file, { cache: 'no-cache' }))
      if (!response.ok) throw new Error(`${response.status} ${file}`)
      await cache.put(file, response)
    }),
  )
}

/** The build before this one stays: a page that is still open under it finds its pieces. */
async function dropOlder() {
  const names = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== cacheName)
  await Promise.all(names.slice(0, -1).map((name) => caches.delete(name)))
}

/** @param {Request} request */
async function findFile(request) {
  return (await caches.match(request)) ?? fetch(request)
}

/** The server's own page where it answers in time, else the shell of this build. @param {Request} request */
async function openPage(request) {
  try {
    const response = await fetch(request, { signal: AbortSignal.timeout(patience) })
    if (response.status < 500) return response
  } catch {
    // No network, or no answer: the shell opens, and says from when its copies are.
  }
  const cache = await caches.open(cacheName)
  return (await cache.match(shell)) ?? Response.error()
}
