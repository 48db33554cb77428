import { readFileSync } from 'node:fs'
import { readClause } from '@zicha/core'
import { corpus } from '../packages/core/src/clause/corpus/corpus.ts'
import { compareReadings, type GoldClause, type PartJson } from '../packages/core/src/clause/corpus/compare-readings.ts'

/**
 * Measures the clause reader on clauses read by hand: `node bench/clause-reader.ts FILE.jsonl [--show]`.
 * `own` measures on the project's own corpus. One `{"id","text","points"?,"parts","unread","alt"?}` a line.
 */
const [path, flag] = process.argv.slice(2)
if (path === undefined) {
  process.stderr.write('usage: node bench/clause-reader.ts FILE.jsonl|own [--show]\n')
  process.exit(2)
}

const clauses: readonly GoldClause[] =
  path === 'own'
    ? corpus
    : readFileSync(path, 'utf8')
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line) => JSON.parse(line) as GoldClause)

const totals = { exact: 0, sameMarks: 0, parts: 0, rightParts: 0, invented: 0, silent: 0 }
for (const clause of clauses) {
  const reading = readClause(clause.text, clause.points)
  const parts = reading.parts.map((part) => part.rule as PartJson)
  const verdict = compareReadings(clause, parts, reading.unread.map((one) => one.text))
  totals.exact += verdict.exact ? 1 : 0
  totals.sameMarks += verdict.sameMarks ? 1 : 0
  totals.parts += parts.length
  totals.rightParts += verdict.rightParts
  totals.invented += verdict.invented ? 1 : 0
  totals.silent += verdict.silent ? 1 : 0
  if (flag !== undefined && (!verdict.exact || verdict.silent || verdict.invented)) {
    const marks = [verdict.sameMarks ? 'same marks' : 'OTHER MARKS', verdict.invented ? 'INVENTED' : '', verdict.silent ? 'SILENT' : ''].join(' ')
    process.stdout.write(`${clause.id} ${marks}\n  ${clause.text}\n`)
    for (const part of clause.parts) process.stdout.write(`  - ${JSON.stringify(part)}\n`)
    for (const part of parts) process.stdout.write(`  + ${JSON.stringify(part)}\n`)
    process.stdout.write(`  unread ${JSON.stringify(clause.unread ?? [])} | ${JSON.stringify(reading.unread.map((one) => one.text))}\n`)
  }
}

const rounds = Math.max(1, Math.ceil(2000 / clauses.length))
const started = performance.now()
for (let round = 0; round < rounds; round++) for (const clause of clauses) readClause(clause.text, clause.points)
const perSecond = (rounds * clauses.length) / ((performance.now() - started) / 1000)

const share = (count: number, of: number): string => `${((100 * count) / Math.max(1, of)).toFixed(1)} % (${count}/${of})`
process.stdout.write(
  [
    `clauses        ${clauses.length}`,
    `exact          ${share(totals.exact, clauses.length)}`,
    `same marks     ${share(totals.sameMarks, clauses.length)}`,
    `part precision ${share(totals.rightParts, totals.parts)}`,
    `invented       ${share(totals.invented, clauses.length)}`,
    `silent         ${share(totals.silent, clauses.length)}`,
    `clauses a second ${Math.round(perSecond)}`,
    '',
  ].join('\n'),
)
