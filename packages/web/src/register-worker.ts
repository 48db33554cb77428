/** Lets the pages open without a network. Only secure contexts have workers; in development each page is read anew. */
export const registerWorker = (): void => {
  const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined
  if (workers === undefined || import.meta.env.DEV) return
  // After the first page is there: its own files go first on a slow line.
  addEventListener('load', () => {
    workers.register('/service-worker.js').catch(() => undefined)
  })
}
