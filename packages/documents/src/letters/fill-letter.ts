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

/** A template filled, or why it cannot be: not Word, a brace left open, a place that this letter does not have. */
export const fillLetter = (template: Uint8Array, places: LetterPlaces, values: LetterValues): Uint8Array | Finding => {
  const [fault] = checkLetterTemplate(template, places)
  if (fault !== undefined) return fault
  const filled = render(template, printableValues(values))
  return 'finding' in filled ? filled.finding : filled.bytes
}

/** What keeps a template from being used; nothing where all its places are known. Tried with a sample of each. */
export const checkLetterTemplate = (template: Uint8Array, places: LetterPlaces): readonly Finding[] => {
  const tried = render(template, sampleOf(places))
  if ('finding' in tried) return [tried.finding]
  const [unknown] = tried.unknown
  return unknown === undefined ? [] : [refused('letter.place_unknown', `模板里的“{${unknown}}”系统不认得。请改成说明里的名字，或删去花括号。`)]
}

const sampleOf = (places: LetterPlaces): LetterValues =>
  Object.fromEntries(Object.entries(places).map(([place, within]) => [place, within === true ? place : [sampleOf(within)]]))

type Rendered = { readonly bytes: Uint8Array; readonly unknown: ReadonlySet<string> } | { readonly finding: Finding }

const render = (template: Uint8Array, values: LetterValues): Rendered => {
  // Bounds, bombs and passwords are looked at before any library unpacks the file.
  const parts = openTemplate(template)
  if (parts.kind === 'refused') return { finding: parts.finding }
  if (parseXml(parts.parts['word/document.xml'] ?? new Uint8Array()) === undefined) return { finding: refused('letter.template_broken', '这份Word文件打不开，可能传的时候断了。请用WPS打开确认后重新上传。') }
  const zip = new PizZip()
  for (const [name, bytes] of Object.entries(parts.parts)) if (!name.endsWith('/')) zip.file(name, bytes)
  const unknown = new Set<string>()
  // A name is looked up among the values alone, from the row outwards: nothing of the program can be named.
  const parser = (tag: string) => ({
    get: (_scope: unknown, { scopeList }: { readonly scopeList: readonly unknown[] }): unknown => {
      const scope = scopeList.findLast((one): one is LetterValues => typeof one === 'object' && one !== null && Object.hasOwn(one, tag))
      if (scope === undefined) unknown.add(tag)
      return scope?.[tag] ?? ''
    },
  })
  try {
    const document = new Docxtemplater(zip, { paragraphLoop: true, linebreaks: true, parser, nullGetter: () => '', errorLogging: false })
    document.render(values)
    return { bytes: document.getZip().generate({ type: 'uint8array', compression: 'DEFLATE' }), unknown }
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
