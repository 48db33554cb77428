import { readFileSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { compileForm, scoreForm, toScoreJson } from '@zicha/core'
import type { Facts, FactValue, ScoreJson, UnitProfile } from '@zicha/core'
import { readForm } from './form-yaml.ts'
import { parse } from 'yaml'

type Expected = {
  readonly total?: number
  readonly criteria?: Readonly<Record<string, number>>
  readonly items?: Readonly<Record<string, number>>
  readonly sections?: Readonly<Record<string, number>>
  readonly status?: Readonly<Record<string, string>>
}

type Example = {
  readonly name: string
  readonly from?: 'full'
  readonly year?: number
  readonly unit?: UnitProfile
  readonly facts?: Readonly<Record<string, FactValue>>
  readonly expect: Expected
}

type Examples = {
  readonly year: number
  readonly unit: UnitProfile
  readonly full: Facts
  readonly examples: readonly Example[]
}

const forms = new URL('../../../../forms/', import.meta.url)
const textOf = (path: string): string => readFileSync(new URL(path, forms), 'utf8')

const cases = readdirSync(forms, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name: edition }) => {
    const read = readForm(textOf(`${edition}/form.yaml`))
    if (!read.ok) throw new Error(`${edition}: ${read.findings[0]?.message ?? ''}`)
    const compiled = compileForm(read.form)
    const all: Examples = parse(textOf(`${edition}/examples.yaml`))
    return all.examples.map((example) => ({ edition, name: example.name, compiled, all, example }))
  })

const answer = (all: Examples, example: Example, compiled: (typeof cases)[number]['compiled']): ScoreJson =>
  toScoreJson(
    scoreForm(compiled, {
      year: example.year ?? all.year,
      unit: example.unit ?? all.unit,
      facts: { ...(example.from === 'full' ? all.full : {}), ...example.facts },
    }),
  )

const marks = (rows: readonly { readonly no: number; readonly score: number }[], wanted: object) =>
  Object.fromEntries(rows.filter(({ no }) => String(no) in wanted).map(({ no, score }) => [no, score]))

test.each(cases)('$edition: $name', ({ all, example, compiled }) => {
  const score = answer(all, example, compiled)
  const { total, criteria = {}, items = {}, sections = {}, status = {} } = example.expect
  if (total !== undefined) expect(score.total).toBe(total)
  const of = (wanted: object) => score.criteria.filter(({ id }) => id in wanted)
  expect(Object.fromEntries(of(criteria).map((one) => [one.id, one.score]))).toEqual(criteria)
  expect(Object.fromEntries(of(status).map((one) => [one.id, one.status]))).toEqual(status)
  expect(marks(score.items, items)).toEqual(items)
  expect(marks(score.sections, sections)).toEqual(sections)
})
