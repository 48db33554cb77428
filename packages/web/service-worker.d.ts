/** Set by write-service-worker.ts: the files of one build, and a name that changes with any of them. */
declare const zichaBuild: { readonly version: string; readonly files: readonly string[] }
