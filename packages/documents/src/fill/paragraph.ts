import { mark } from './word-xml.ts'
import type { Mark } from './word-xml.ts'


/** The faces that official print names; fontTable.xml says what stands in where one is missing. */
export const fonts = { title: '方正小标宋简体', text: '仿宋_GB2312', head: '黑体', number: '宋体' } as const

export type RunStyle = { readonly font: string; readonly points: number; readonly underline?: boolean }

export type ParagraphStyle = RunStyle & {
  readonly align: 'left' | 'center' | 'right' | 'both'
  /** Exact line height in points; absent: single. */
  readonly line?: number
  readonly before?: number
  readonly after?: number
  /** Twips to the left and right. */
  readonly indent?: { readonly left: number; readonly right: number }
  /** Twips that the first line starts further in; less than nothing hangs out. */
  readonly firstLine?: number
  /** Twips from the text's left edge. */
  readonly tabs?: readonly { readonly at: number; readonly align: 'left' | 'right' }[]
  readonly keepLines?: boolean
  /** Stays on the page of what follows. */
  readonly keepNext?: boolean
}

const twips = (points: number): number => Math.round(points * 20)

/** Points as `w:sz` counts them, in halves. */
const halves = (points: number): number => Math.round(points * 2)

/** A run of text; line ends become breaks, tabs tabs. No text, no run. */
export const run = (text: string, style: RunStyle): readonly Mark[] => {
  if (text === '') return []
  const pieces = text.split(/(\n|\t)/).filter((piece) => piece !== '')
  return [mark('r', {}, [runProperties(style), ...pieces.map(pieceOf)])]
}

const pieceOf = (piece: string): Mark => {
  if (piece === '\n') return mark('br')
  if (piece === '\t') return mark('tab')
  return mark('t', { 'xml:space': 'preserve' }, [piece])
}

const runProperties = (style: RunStyle): Mark =>
  mark('rPr', {}, [
    mark('rFonts', { ascii: style.font, hAnsi: style.font, eastAsia: style.font, cs: style.font, hint: 'eastAsia' }),
    mark('b', { val: 0 }),
    mark('bCs', { val: 0 }),
    mark('color', { val: '000000' }),
    mark('sz', { val: halves(style.points) }),
    mark('szCs', { val: halves(style.points) }),
    ...(style.underline === true ? [mark('u', { val: 'single' })] : []),
    mark('lang', { val: 'en-US', eastAsia: 'zh-CN' }),
  ])

/** A paragraph around runs, set by nothing but its own style. */
export const paragraph = (runs: readonly Mark[], style: ParagraphStyle): Mark =>
  mark('p', {}, [
    mark('pPr', {}, [
      ...(style.keepNext === true ? [mark('keepNext')] : []),
      ...(style.keepLines === true ? [mark('keepLines')] : []),
      mark('widowControl'),
      ...(style.tabs === undefined
        ? []
        : [mark('tabs', {}, style.tabs.map((tab) => mark('tab', { val: tab.align, pos: tab.at })))]),
      mark('suppressAutoHyphens'),
      mark('kinsoku'),
      mark('autoSpaceDE', { val: 0 }),
      mark('autoSpaceDN', { val: 0 }),
      mark('adjustRightInd', { val: 0 }),
      mark('snapToGrid', { val: 0 }),
      spacing(style),
      mark('ind', { left: style.indent?.left ?? 0, right: style.indent?.right ?? 0, ...firstLine(style.firstLine ?? 0) }),
      mark('jc', { val: style.align }),
      runProperties(style),
    ]),
    ...runs,
  ])

const firstLine = (twipsIn: number) => (twipsIn < 0 ? { hanging: -twipsIn } : { firstLine: twipsIn })

const spacing = (style: ParagraphStyle): Mark =>
  mark('spacing', {
    before: twips(style.before ?? 0),
    beforeAutospacing: 0,
    after: twips(style.after ?? 0),
    afterAutospacing: 0,
    ...(style.line === undefined ? { line: 240, lineRule: 'auto' } : { line: twips(style.line), lineRule: 'exact' }),
  })
