import { makeExport, takeImport } from './exports/export-works.ts'
import type { Works } from './jobs/work.ts'

/** Every kind of long work, by the name that its rows bear. */
export const works: Works = {
  export: makeExport,
  import: takeImport,
}
