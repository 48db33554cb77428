import { page, typeSize } from '../layout/page.ts'
import type { WordParts } from './open-template.ts'
import { fonts, paragraph, run } from './paragraph.ts'
import type { ParagraphStyle } from './paragraph.ts'
import { twipsOf } from './set-text.ts'
import { childElements, elementOf, mark, parseXml, partOf, serializeXml, wordNamespace, xmlDeclaration } from './word-xml.ts'
import type { Document } from './word-xml.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

export const footIds = { odd: 'rIdFootOdd', even: 'rIdFootEven' } as const

const officeRelation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageRelation = 'http://schemas.openxmlformats.org/package/2006/relationships'
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

type SidePart = {
  readonly name: string
  readonly id: string
  readonly relation: string
  readonly type: string
  readonly bytes: Uint8Array
}

/** The parts beside the text that the dress needs: two feet, odd and even pages told apart, what stands in for a missing font. */
export const dressPackage = (parts: WordParts, code: string | undefined): WordParts | undefined => {
  const rels = parseXml(parts['word/_rels/document.xml.rels'] ?? utf8(emptyRelations))
  const types = parseXml(parts['[Content_Types].xml'] ?? new Uint8Array())
  const settings = sidePart(parts, 'settings', emptySettings)
  const fontTable = sidePart(parts, 'fontTable', emptyFonts)
  if (rels === undefined || types === undefined || settings === undefined || fontTable === undefined) return undefined
  tellOddFromEven(settings)
  nameFallbacks(fontTable)
  const side: readonly SidePart[] = [
    { name: 'footOdd.xml', id: footIds.odd, relation: 'footer', type: 'footer+xml', bytes: foot('odd', code) },
    { name: 'footEven.xml', id: footIds.even, relation: 'footer', type: 'footer+xml', bytes: foot('even', code) },
    { name: 'settings.xml', id: 'rIdSettings', relation: 'settings', type: 'settings+xml', bytes: serializeXml(settings) },
    { name: 'fontTable.xml', id: 'rIdFonts', relation: 'fontTable', type: 'fontTable+xml', bytes: serializeXml(fontTable) },
  ]
  for (const part of side) register(part, rels, types)
  return {
    ...parts,
    '[Content_Types].xml': serializeXml(types),
    'word/_rels/document.xml.rels': serializeXml(rels),
    ...Object.fromEntries(side.map((part) => [`word/${part.name}`, part.bytes])),
  }
}

const sidePart = (parts: WordParts, name: string, empty: string): Document | undefined =>
  parseXml(parts[`word/${name}.xml`] ?? utf8(empty))

const emptyRelations = `${xmlDeclaration}<Relationships xmlns="${packageRelation}"/>`
const emptySettings = `${xmlDeclaration}<w:settings xmlns:w="${wordNamespace}"/>`
const emptyFonts = `${xmlDeclaration}<w:fonts xmlns:w="${wordNamespace}"/>`

/** A part that is already told of stays as it is told. */
const register = (part: SidePart, rels: Document, types: Document): void => {
  const root = rels.documentElement
  const typeRoot = types.documentElement
  if (root === null || typeRoot === null) return
  if (!childElements(root).some((one) => one.getAttribute('Target')?.replace(/^\/word\//, '') === part.name)) {
    const one = rels.createElementNS(packageRelation, 'Relationship')
    one.setAttribute('Id', part.id)
    one.setAttribute('Type', `${officeRelation}/${part.relation}`)
    one.setAttribute('Target', part.name)
    root.appendChild(one)
  }
  if (!childElements(typeRoot).some((one) => one.getAttribute('PartName') === `/word/${part.name}`)) {
    const one = types.createElementNS(typeRoot.namespaceURI, 'Override')
    one.setAttribute('PartName', `/word/${part.name}`)
    one.setAttribute('ContentType', `${wordType}.${part.type}`)
    typeRoot.appendChild(one)
  }
}

/** What the schema's sequence puts before `evenAndOddHeaders`. */
const settingsBefore: readonly string[] = [
  'writeProtection', 'view', 'zoom', 'removePersonalInformation', 'removeDateAndTime', 'doNotDisplayPageBoundaries',
  'displayBackgroundShape', 'printPostScriptOverText', 'printFractionalCharacterWidth', 'printFormsData', 'embedTrueTypeFonts',
  'embedSystemFonts', 'saveSubsetFonts', 'saveFormsData', 'mirrorMargins', 'alignBordersAndEdges', 'bordersDoNotSurroundHeader',
  'bordersDoNotSurroundFooter', 'gutterAtTop', 'hideSpellingErrors', 'hideGrammaticalErrors', 'activeWritingStyle', 'proofState',
  'formsDesign', 'attachedTemplate', 'linkStyles', 'stylePaneFormatFilter', 'stylePaneSortMethod', 'documentType', 'mailMerge',
  'revisionView', 'trackRevisions', 'doNotTrackMoves', 'doNotTrackFormatting', 'documentProtection', 'autoFormatOverride',
  'styleLockTheme', 'styleLockQFSet', 'defaultTabStop', 'autoHyphenation', 'consecutiveHyphenLimit', 'hyphenationZone',
  'doNotHyphenateCaps', 'showEnvelope', 'summaryLength', 'clickAndTypeStyle', 'defaultTableStyle',
]

const tellOddFromEven = (settings: Document): void => {
  const root = settings.documentElement
  if (root === null || childElements(root, 'evenAndOddHeaders').length > 0) return
  const next = childElements(root).find((one) => !settingsBefore.includes(one.localName ?? ''))
  root.insertBefore(elementOf(settings, mark('evenAndOddHeaders')), next ?? null)
}

/** The standard names the faces, never a foundry; where a machine lacks one, the plain face of the same kind stands in. */
const fallbacks: readonly (readonly [string, string, string])[] = [
  [fonts.title, '小标宋,FZXiaoBiaoSong-B05S,华文中宋,宋体', 'roman'],
  [fonts.text, '仿宋,FangSong,华文仿宋', 'modern'],
  [fonts.head, 'SimHei,思源黑体,Noto Sans CJK SC', 'swiss'],
  [fonts.number, 'SimSun,思源宋体,Noto Serif CJK SC', 'roman'],
]

const nameFallbacks = (fontTable: Document): void => {
  const root = fontTable.documentElement
  if (root === null) return
  for (const [name, instead, family] of fallbacks) {
    if (childElements(root, 'font').some((one) => one.getAttributeNS(wordNamespace, 'name') === name)) continue
    const font = mark('font', { name }, [
      mark('altName', { val: instead }),
      mark('charset', { val: '86' }),
      mark('family', { val: family }),
      mark('pitch', { val: 'variable' }),
    ])
    root.appendChild(elementOf(fontTable, font))
  }
}

/** 「— 1 —」 in 4号 half-width 宋体, odd right and even left with one character of room; the 核验码 small on the other side. */
const foot = (side: 'odd' | 'even', code: string | undefined): Uint8Array => {
  const room = typeSize.四号 * 20
  const width = twipsOf(page.textWidth)
  const style: ParagraphStyle = {
    font: fonts.number,
    points: typeSize.四号,
    align: 'left',
    ...(side === 'even' ? { indent: { left: room, right: 0 } } : {}),
    tabs: [{ at: side === 'odd' ? width - room : width, align: 'right' }],
  }
  const number = [
    ...run('— ', style),
    mark('fldSimple', { instr: ' PAGE ' }, run('1', style)),
    ...run(' —', style),
  ]
  const small = run(code === undefined ? '' : `核验码 ${code}`, { font: fonts.number, points: 8 })
  const tab = run('\t', style)
  const line = side === 'odd' ? [...small, ...tab, ...number] : [...number, ...tab, ...small]
  return partOf(mark('ftr', {}, [paragraph(line, style)]))
}
