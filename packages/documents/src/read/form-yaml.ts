import { parseEntryKinds, parseForm, parseGuidance } from '@zicha/core'
import type { Finding, ParsedEntryKinds, ParsedForm, ParsedGuidance } from '@zicha/core'
import { LineCounter, parseDocument } from 'yaml'

/** A form from the text of its form.yaml. Aliases, custom tags and unknown members are refused; never throws for input. */
export const readForm = (yamlText: string): ParsedForm => {
  const value = valueOf(yamlText)
  return value.ok ? parseForm(value.value) : value
}

/** The shared vocabulary from the text of entry-kinds.yaml. */
export const readEntryKinds = (yamlText: string): ParsedEntryKinds => {
  const value = valueOf(yamlText)
  return value.ok ? parseEntryKinds(value.value) : value
}

/** Advice by role from the text of guidance.zh.yaml. */
export const readGuidance = (yamlText: string): ParsedGuidance => {
  const value = valueOf(yamlText)
  return value.ok ? parseGuidance(value.value) : value
}

type Value =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly findings: readonly Finding[] }

/** YAML text as plain data, or where it cannot be read. `maxAliasCount` 0 keeps a small file from growing large. */
export const valueOf = (yamlText: string): Value => {
  const lines = new LineCounter()
  const document = parseDocument(yamlText, { lineCounter: lines, uniqueKeys: true, schema: 'core', prettyErrors: false })
  const faults = [...document.errors, ...document.warnings]
  if (faults.length > 0) {
    return { ok: false, findings: faults.map((fault) => unreadable(`第${lines.linePos(fault.pos[0]).line}行`)) }
  }
  try {
    return { ok: true, value: document.toJS({ maxAliasCount: 0 }) }
  } catch {
    return { ok: false, findings: [unreadable('别名（&、*）')] }
  }
}

const unreadable = (where: string): Finding => ({
  code: 'form.yaml_not_readable',
  level: 'error',
  where,
  message: `文件${where}的写法读不懂，请核对缩进、引号和重复的项。`,
})
