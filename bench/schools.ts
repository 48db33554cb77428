/** Random schools of a fixed seed that answered the whole form: what the measures of scoring and documents work on. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { keyedParts, type Facts, type FactValue, type Form, type KeyedPart, type ScoreInput } from '@zicha/core'
import { readForm } from '@zicha/documents'
import { numbersFrom } from './measure.ts'

const forms = join(import.meta.dirname, '..', 'forms')

export const templateOf = (id: string): Uint8Array => readFileSync(join(forms, id, 'table.docx'))

export const loadForm = (id: string): Form => {
  const read = readForm(readFileSync(join(forms, id, 'form.yaml'), 'utf8'))
  if (!read.ok) throw new Error(`${id} cannot be read: ${read.findings.map(({ message }) => message).join(' ')}`)
  return read.form
}

const two = (number: number): string => String(number).padStart(2, '0')

const answer = ({ part }: KeyedPart, next: () => number): FactValue => {
  switch (part.kind) {
    case 'shortfall':
      return Array.from({ length: Math.floor(next() * 14) }, () => `${next() < 0.05 ? 2021 : 2022}-${two(1 + Math.floor(next() * 12))}-${two(1 + Math.floor(next() * 28))}`)
    case 'per_occurrence':
      return Math.floor(next() * 3)
    case 'discretionary':
      return Math.floor(next() * (part.max + 1))
    case 'tiers':
      return part.levels[Math.floor(next() * (part.levels.length + 1))]?.label ?? null
    default:
      return next() < 0.8
  }
}

export const schoolsOf = (form: Form, count: number, seed = 20221225): readonly ScoreInput[] => {
  const next = numbersFrom(seed)
  return Array.from({ length: count }, (): ScoreInput => {
    const facts: Record<string, FactValue> = {}
    for (const criterion of form.criteria) {
      const mayBeInapplicable = criterion.parts.some(({ kind }) => kind === 'na_full')
      if (mayBeInapplicable && next() < 0.3) facts[criterion.id] = { applicable: false }
      else for (const keyed of keyedParts(criterion)) facts[keyed.key] = answer(keyed, next)
    }
    return { year: 2022, unit: { ownership: next() < 0.8 ? 'public' : 'private', partyGroups: Math.floor(next() * 4) }, facts: facts as Facts }
  })
}
