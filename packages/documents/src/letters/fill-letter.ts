import type { Finding } from '@zicha/core'
import Docxtemplater from 'docxtemplater'
import PizZip from 'pizzip'
import { openTemplate } from '../fill/open-template.ts'
import { parseXml } from '../fill/word-xml.ts'
import { printable } from '../layout/printable.ts'

/** What stands at the places of a letter: {学校} a text, {#问题}…{/问题} what is repeated for each of a list. */
export type LetterValues = { readonly [place: string]: string | readonly LetterValues[] }

/** The places that a letter knows: those of a list with the places within it. */
export type LetterPlaces = { readonly [place: string]: true | LetterPlaces }

/** What a letter can say; `must` are places without which every school would get the same letter, `usual` those of the shipped one. */
export type LetterAsks = { readonly places: LetterPlaces; readonly must: readonly string[]; readonly usual: readonly string[] }

/** A template filled, or why it cannot be: not Word, a brace left open, a place that this letter does not have. */
export const fillLetter = (template: Uint8Array, asks: LetterAsks, values: LetterValues): Uint8Array | Finding => {
  const tried = tryTemplate(template, asks)
  const fault = 'finding' in tried ? tried.finding : withoutMust(asks, tried.used)
  if (fault !== undefined) return fault
  const filled = render(template, printableValues(values))
  return 'finding' in filled ? filled.finding : filled.bytes
}

/** What keeps a template from being taken, as an error; what the shipped one says and this one does not, as a warning. */
export const checkLetterTemplate = (template: Uint8Array, asks: LetterAsks): readonly Finding[] => {
  const tried = tryTemplate(template, asks)
  if ('finding' in tried) return [tried.finding]
  if (tried.used.size === 0) return [refused('letter.no_place', '这份里没有一个能用的名字，没有换，还用原来的。请下载模板，在它上面改。')]
  const fault = withoutMust(asks, tried.used)
  if (fault !== undefined) return [fault]
  const unused = asks.usual.filter((place) => !tried.used.has(place))
  return unused.length === 0 ? [] : [{ code: 'letter.places_unused', level: 'warning', where: 'template', message: `没有用到${unused.map((place) => `{${place}}`).join('、')}，信里就没有这些。` }]
}

/** Tried with a sample of each place: of a list one row, and a list is used where something of its rows is. */
const tryTemplate = (template: Uint8Array, { places }: LetterAsks): { readonly used: ReadonlySet<string> } | { readonly finding: Finding } => {
  const sample = sampleOf(places)
  const tried = render(template, sample)
  if ('finding' in tried) return tried
  const [unknown] = tried.unknown
  if (unknown !== undefined) return { finding: refused('letter.place_unknown', `模板里的“{${unknown}}”系统不认得。请改成说明里的名字，或删去花括号。`) }
  const isUsed = (place: string, value: LetterValues[string]): boolean =>
    typeof value === 'string' ? tried.found.get(sample)?.has(place) === true : value.some((row) => tried.found.has(row))
  return { used: new Set(Object.entries(sample).flatMap(([place, value]) => (isUsed(place, value) ? [place] : []))) }
}

const withoutMust = ({ must }: LetterAsks, used: ReadonlySet<string>): Finding | undefined => {
  const missing = must.find((place) => !used.has(place))
  return missing === undefined ? undefined : refused('letter.place_missing', `模板里没有“{${missing}}”，各校会收到一样的信，没有用它。请补上再换上。`)
}

const sampleOf = (places: LetterPlaces): LetterValues =>
  Object.fromEntries(Object.entries(places).map(([place, within]) => [place, within === true ? place : [sampleOf(within)]]))

/** Names that were looked up, by the values in which they stood. */
type Found = ReadonlyMap<LetterValues, ReadonlySet<string>>
type Rendered = { readonly bytes: Uint8Array; readonly unknown: ReadonlySet<string>; readonly found: Found } | { readonly finding: Finding }

const render = (template: Uint8Array, values: LetterValues): Rendered => {
  // Bounds, bombs and passwords are looked at before any library unpacks the file.
  const parts = openTemplate(template)
  if (parts.kind === 'refused') return { finding: parts.finding }
  if (parseXml(parts.parts['word/document.xml'] ?? new Uint8Array()) === undefined) return { finding: refused('letter.template_broken', '这份Word文件打不开，可能传的时候断了。请用WPS打开确认后重新上传。') }
  const zip = new PizZip()
  for (const [name, bytes] of Object.entries(parts.parts)) if (!name.endsWith('/')) zip.file(name, bytes)
  const unknown = new Set<string>()
  const found = new Map<LetterValues, Set<string>>()
  // A name is looked up among the values alone, from the row outwards: nothing of the program can be named.
  const parser = (tag: string) => ({
    get: (_scope: unknown, { scopeList }: { readonly scopeList: readonly unknown[] }): unknown => {
      const scope = scopeList.findLast((one): one is LetterValues => typeof one === 'object' && one !== null && Object.hasOwn(one, tag))
      if (scope === undefined) unknown.add(tag)
      else found.set(scope, (found.get(scope) ?? new Set()).add(tag))
      return scope?.[tag] ?? ''
    },
  })
  try {
    const document = new Docxtemplater(zip, { paragraphLoop: true, linebreaks: true, parser, nullGetter: () => '', errorLogging: false })
    document.render(values)
    return { bytes: document.getZip().generate({ type: 'uint8array', compression: 'DEFLATE' }), unknown, found }
  } catch (error) {
    return { finding: refused('letter.template_unclosed', `模板里的花括号不成对${placeOf(error)}。请核对每个“{”都有“}”，每个“{#…}”都有“{/…}”。`) }
  }
}

const placeOf = (error: unknown): string => {
  const found = JSON.stringify((error as { readonly properties?: unknown }).properties ?? {})
  const tag = /"(?:xtag|openingtag)":"([^"{}]{1,20})"/.exec(found)?.[1]
  return tag === undefined ? '' : `（在“${tag}”附近）`
}

const printableValues = (values: LetterValues): LetterValues =>
  Object.fromEntries(Object.entries(values).map(([place, value]) => [place, typeof value === 'string' ? printable(value) : value.map(printableValues)]))

const refused = (code: string, message: string): Finding => ({ code, level: 'error', where: 'template', message })
