import { makeExport, takeImport } from './exports/export-works.ts'
import type { Works } from './jobs/work.ts'
import { makeEvidencePack } from './reports/make-evidence-pack.ts'
import { makeRoundLetters } from './reports/write-letter.ts'
import { makeRoundTables } from './reports/make-round-tables.ts'

/** Every kind of long work, by the name that its rows bear. */
export const works: Works = {
  export: makeExport,
  import: takeImport,
  'round-tables': makeRoundTables,
  'evidence-pack': makeEvidencePack,
  'letters-feedback': makeRoundLetters,
  'letters-rectification': makeRoundLetters,
}
