import { readFileSync, readdirSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import type { Form, FormItem } from '@zicha/core'
import { readEntryKinds, readForm, readGuidance } from './form-yaml.ts'

const forms = new URL('../../../../forms/', import.meta.url)
const textOf = (path: string): string => readFileSync(new URL(path, forms), 'utf8')

const editions = readdirSync(forms, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)

const formOf = (edition: string): Form => {
  const read = readForm(textOf(`${edition}/form.yaml`))
  if (!read.ok) throw new Error(JSON.stringify(read.findings))
  return read.form
}

const kinds = () => {
  const read = readEntryKinds(textOf('entry-kinds.yaml'))
  if (!read.ok) throw new Error(JSON.stringify(read.findings))
  return read.kinds
}

const kindsOf = (form: Form): readonly string[] =>
  form.criteria.flatMap((criterion) => [...criterion.suggestedBy, ...criterion.parts.flatMap((part) => part.fedBy)])

/** What is left of an item's clause when every stretch that a criterion quotes is taken away. */
const unquoted = (form: Form, item: FormItem): string =>
  form.criteria
    .filter((criterion) => criterion.item === item.no)
    .map((criterion) => ({ at: item.clause.indexOf(criterion.source), length: criterion.source.length }))
    .filter((span) => span.at >= 0)
    .reduce(
      (rest, span) => rest.map((letter, index) => (index >= span.at && index < span.at + span.length ? '' : letter)),
      item.clause.split(''),
    )
    .join('')

test.each(editions)('%s bears its folder name, and every file of it is read', (edition) => {
  expect(formOf(edition).id).toBe(edition)
  expect(readGuidance(textOf(`${edition}/guidance.zh.yaml`)).findings).toEqual([])
})

test.each(editions)('every criterion of %s quotes its clause, or the duty where the clause is silent', (edition) => {
  const form = formOf(edition)
  for (const criterion of form.criteria) {
    const item = form.items.find((one) => one.no === criterion.item)
    expect(`${item?.clause}\n${item?.duty}`, criterion.id).toContain(criterion.source)
  }
})

test.each(editions)('no stretch of a clause of %s that carries a score word is left without a criterion', (edition) => {
  const form = formOf(edition)
  for (const item of form.items) expect(unquoted(form, item), `第${item.no}条`).not.toMatch(/[分扣得加]/)
})

/** The words of the published Word table, without blanks: advice stands between them, so sentences are looked up. */
const wordsOf = (edition: string): string => {
  const part = unzipSync(readFileSync(new URL(`${edition}/table.docx`, forms)))['word/document.xml']
  const runs = [...strFromU8(part ?? new Uint8Array()).matchAll(/<w:t(?: [^>]*)?>([^<]*)</g)].map((run) => run[1] ?? '')
  return runs.join('').replace(/\s/g, '')
}

test.each(editions)('every sentence of duty and clause in %s stands in the published Word table', (edition) => {
  const words = wordsOf(edition)
  const sentences = formOf(edition).items.flatMap((item) => `${item.duty}。${item.clause}`.split(/[。；，]/))
  expect(sentences.map((one) => one.replace(/\s/g, '')).filter((one) => !words.includes(one))).toEqual([])
})

test.each(editions)('points of %s add up from criteria to items, sections and the total', (edition) => {
  const form = formOf(edition)
  const sum = (all: readonly { readonly points: number }[]) => all.reduce((total, one) => total + one.points, 0)
  for (const item of form.items) {
    expect(sum(form.criteria.filter((criterion) => criterion.item === item.no)), `第${item.no}条`).toBe(item.points)
  }
  for (const section of form.sections) {
    expect(sum(form.items.filter((item) => item.section === section.no)), section.name).toBe(section.points)
  }
  expect(sum(form.sections)).toBe(form.total)
})

test.each(editions)('every entry kind that %s names is in the vocabulary', (edition) => {
  const names = new Set(kinds().map((kind) => kind.name))
  expect(kindsOf(formOf(edition)).filter((name) => !names.has(name))).toEqual([])
})

test.each(editions)('%s has guidance for each of its items and for no other', (edition) => {
  const read = readGuidance(textOf(`${edition}/guidance.zh.yaml`))
  const items = formOf(edition).items.map((item) => item.no)
  expect(read.ok && read.guidance.map((one) => one.no)).toEqual(items)
})

test.each(editions)('%s has at least 60 examples worked by hand, each with its own name', (edition) => {
  const { examples }: { readonly examples: readonly { readonly name: string }[] } = parse(textOf(`${edition}/examples.yaml`))
  expect(examples.length).toBeGreaterThanOrEqual(60)
  expect(new Set(examples.map((example) => example.name)).size).toBe(examples.length)
})

test('every kind of the vocabulary feeds or suggests something in a shipped form', () => {
  const used = new Set(editions.flatMap((edition) => kindsOf(formOf(edition))))
  expect(kinds().map((kind) => kind.name).filter((name) => !used.has(name))).toEqual([])
})

test('no word in the vocabulary names two kinds', () => {
  const words = kinds().flatMap((kind) => [kind.name, ...kind.alsoCalled])
  expect(words.filter((word, index) => words.indexOf(word) < index)).toEqual([])
})

test('the Yangzhou table has 8 sections, 30 items, 60 criteria and 100 points', () => {
  const form = formOf('yangzhou-2022')
  const counts = [form.sections.length, form.items.length, form.criteria.length, form.total]
  expect(counts).toEqual([8, 30, 60, 100])
})

/** One line a item: criterion.points and the initials of its kinds, by hand from the official clauses. */
const expected = [
  '1: 2 all', '2: 1 short, 1 award, 1 award', '3: 2 short', '4: 1 award, 1 award, 1 award',
  '5: 1 award, 3 short, 2 short+per', '6: 1 award, 3 award', '7: 1 award, 1 award', '8: 1 all', '9: 1 all',
  '10: 2 award, 1 award', '11: 1 award, 1 award', '12: 4 per, 1 award', '13: 1 award, 2 deduct', '14: 4 per',
  '15: 1 award+na, 2 award+na', '16: 1 award', '17: 2 all',
  '18: 4 short+short+short, 1 award, 2 short, 1 short, 2 award, 2 award', '19: 1 award, 2 discretionary',
  '20: 1 award, 1 award', '21: 1 award, 1 award', '22: 5 discretionary', '23: 2 award, 2 award', '24: 3 tiers',
  '25: 1 award, 1 award, 2 award', '26: 2 short, 1 award', '27: 1 award', '28: 1 award, 1 award',
  '29: 3 short, 1 award', '30: 2 short, 2 short, 2 short+na, 2 deduct',
]

test('the Yangzhou table gives each criterion the points and the kinds of rule that its clause states', () => {
  const form = formOf('yangzhou-2022')
  const short = (kind: string) => (kind === 'shortfall' ? 'short' : (kind.split('_')[0] ?? kind))
  const lines = form.items.map((item) => {
    const criteria = form.criteria.filter((criterion) => criterion.item === item.no)
    const said = criteria.map((one) => `${one.points} ${one.parts.map((part) => short(part.kind)).join('+')}`)
    return `${item.no}: ${said.join(', ')}`
  })
  expect(lines).toEqual(expected)
})

test('the counts of the Yangzhou table are those of its clauses: how many, over which stretch, what each one costs', () => {
  const counts = formOf('yangzhou-2022').criteria.flatMap((criterion) =>
    criterion.parts.flatMap((part) =>
      part.kind === 'shortfall'
        ? [`${criterion.id} ${part.required.count}/${part.required.per} -${part.deduct_each} ≤${part.cap}`]
        : [],
    ),
  )
  expect(counts).toEqual([
    '2.1 1/half -0.5 ≤1', '3.1 2/year -1 ≤2', '5.2 1/month -1 ≤3', '5.3 6/year -0.5 ≤2', '18.1 1/quarter -1 ≤4',
    '18.1 1/month -1 ≤4', '18.1 1/month -1 ≤4', '18.3 4/year -1 ≤2', '18.4 1/year -1 ≤1', '26.1 1/quarter -0.5 ≤2',
    '29.1 4/year -1 ≤3', '30.1 1/half -1 ≤2', '30.2 2/year -1 ≤2', '30.3 2/year -1 ≤2',
  ])
})

test('a party group meeting is asked only where there are party groups, and shared caps hold where the clause has one', () => {
  const form = formOf('yangzhou-2022')
  const only = form.criteria.flatMap((one) => one.parts.flatMap((part) => (part.onlyIf ? [one.id, part.onlyIf] : [])))
  expect(only).toEqual(['18.1', { field: 'partyGroups', above: 0 }])
  const caps = form.criteria.flatMap((one) => (one.sharedCap === undefined ? [] : [`${one.id} ${one.sharedCap}`]))
  expect(caps).toEqual(['5.3 2', '18.1 4'])
})
