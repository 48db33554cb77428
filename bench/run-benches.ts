/** Runs every *.bench.ts of this folder, one after another in one process, and prints one table. */
import { readdirSync } from 'node:fs'
import type { Bench, Measure } from './measure.ts'

const filters = process.argv.slice(2)
const files = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.bench.ts'))
  .filter((name) => filters.length === 0 || filters.some((filter) => name.includes(filter)))

const verdict = ({ holds, line }: Measure): string => (line === undefined ? '' : holds === true ? `holds: ${line}` : `BROKEN: ${line}`)

const row = (measure: Measure): readonly string[] => [
  measure.what,
  measure.ours,
  measure.theirs,
  measure.ratio === undefined ? '' : measure.ratio.toFixed(2),
  measure.against,
  verdict(measure),
]

const print = (rows: readonly (readonly string[])[]): void => {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((cells) => (cells[column] ?? '').length)))
  for (const cells of rows) console.log(cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd())
}

const measures: Measure[] = []
for (const file of files) {
  console.error(`measuring ${file} …`)
  const { bench } = (await import(`./${file}`)) as { readonly bench: Bench }
  measures.push(...(await bench.run()))
}

console.log(`Node ${process.versions.node}, ${process.platform} ${process.arch}; compare the ratios, not the machine.\n`)
print([['what', 'ours', 'theirs', 'ratio', 'against', 'line'], ...measures.map(row)])
process.exitCode = measures.some(({ line, holds }) => line !== undefined && holds !== true) ? 1 : 0
