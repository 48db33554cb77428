import { DOMParser, XMLSerializer } from '@xmldom/xmldom'
import type { Document, Element, Node } from '@xmldom/xmldom'

export type { Document, Element } from '@xmldom/xmldom'

/** The main namespace of a .docx; the strict variant of the standard has another and is written by nobody here. */
export const wordNamespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

/** A part as a tree, or nothing where it is no well-formed XML, brings a DOCTYPE or nests beyond any written page. */
export const parseXml = (bytes: Uint8Array): Document | undefined => {
  const text = new TextDecoder('utf-8').decode(bytes)
  if (text.includes('<!DOCTYPE') || isDeep(text)) return undefined
  try {
    const refuse = (): never => {
      throw new SyntaxError('not well-formed')
    }
    return new DOMParser({ onError: (level) => (level === 'warning' ? undefined : refuse()) }).parseFromString(
      text,
      'application/xml',
    )
  } catch {
    return undefined
  }
}

const deepest = 256

const isDeep = (text: string): boolean => {
  let depth = 0
  for (const [tag] of text.matchAll(/<[^!?][^>]*>/g)) {
    if (tag.startsWith('</')) depth -= 1
    else if (!tag.endsWith('/>')) depth += 1
    if (depth > deepest) return true
  }
  return false
}

/** A tree as bytes, with the declaration that Word writes. */
export const serializeXml = (document: Document): Uint8Array => {
  const text = new XMLSerializer().serializeToString(document)
  return new TextEncoder().encode(text.startsWith('<?xml') ? text : `${xmlDeclaration}${text}`)
}

export const xmlDeclaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

const isElement = (node: Node): node is Element => node.nodeType === 1

/** The child elements, or those with one Word name. */
export const childElements = (parent: Node, name?: string): readonly Element[] =>
  [...parent.childNodes].filter(
    (node): node is Element =>
      isElement(node) && (name === undefined || (node.localName === name && node.namespaceURI === wordNamespace)),
  )

export const childElement = (parent: Node, name: string): Element | undefined => childElements(parent, name)[0]

/** All elements below with one Word name, in the document's order. */
export const elementsBelow = (parent: Document | Element, name: string): readonly Element[] => [
  ...parent.getElementsByTagNameNS(wordNamespace, name),
]

export const wordAttribute = (element: Element | undefined, name: string): string | undefined =>
  element?.getAttributeNS(wordNamespace, name) ?? undefined

/** The text as read: line breaks as `\n`, tabs as blanks, paragraphs apart; deleted text is not read. */
export const textOf = (element: Element): string => {
  const parts = childElements(element).map((child) => {
    switch (child.localName) {
      case 't':
        return child.textContent ?? ''
      case 'br':
      case 'cr':
        return '\n'
      case 'tab':
        return ' '
      case 'del':
      case 'pPr':
      case 'rPr':
        return ''
      case 'p':
        return `${textOf(child)}\n`
      default:
        return textOf(child)
    }
  })
  return parts.join('').replace(/\n$/, '')
}

/** Word markup as a plain value: `w:p` is `mark('p', {}, …)`. Attributes are Word's own, save those with a prefix. */
export type Mark = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string | number>>
  readonly children: readonly (Mark | string)[]
}

export const mark = (
  name: string,
  attributes: Readonly<Record<string, string | number>> = {},
  children: readonly (Mark | string)[] = [],
): Mark => ({ name, attributes, children })

/** A value of Word markup as an element of a document. */
export const elementOf = (owner: Document, value: Mark): Element => {
  // A drawing's own elements bear their prefix, and its attributes none.
  const drawn = drawingNamespaces[value.name.split(':')[0] ?? '']
  const element = drawn === undefined ? owner.createElementNS(wordNamespace, `w:${value.name}`) : owner.createElementNS(drawn, value.name)
  for (const [name, text] of Object.entries(value.attributes)) {
    if (name.startsWith('r:')) element.setAttributeNS(relationNamespace, name, String(text))
    else element.setAttribute(name.includes(':') || drawn !== undefined ? name : `w:${name}`, String(text))
  }
  for (const child of value.children) {
    element.appendChild(typeof child === 'string' ? owner.createTextNode(child) : elementOf(owner, child))
  }
  return element
}

const drawingNamespaces: Readonly<Record<string, string>> = {
  wp: 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  a: 'http://schemas.openxmlformats.org/drawingml/2006/main',
  pic: 'http://schemas.openxmlformats.org/drawingml/2006/picture',
}

/** A part of its own with one root, as bytes. */
export const partOf = (root: Mark): Uint8Array => {
  const document = new DOMParser().parseFromString(
    `<w:${root.name} xmlns:w="${wordNamespace}" xmlns:r="${relationNamespace}"/>`,
    'application/xml',
  )
  for (const child of root.children) {
    if (typeof child !== 'string') document.documentElement?.appendChild(elementOf(document, child))
  }
  return serializeXml(document)
}

export const relationNamespace = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** Removes the children with these Word names. */
export const removeChildren = (parent: Element, names: readonly string[]): void => {
  for (const name of names) for (const child of childElements(parent, name)) parent.removeChild(child)
}

/** Puts a child where the schema's sequence wants it: before the first child that comes later in `order`. */
export const insertInOrder = (parent: Element, child: Element, order: readonly string[]): void => {
  const place = order.indexOf(child.localName ?? '')
  const next = childElements(parent).find((one) => order.indexOf(one.localName ?? '') > place)
  parent.insertBefore(child, next ?? null)
}

/** The properties of a table, row or cell (`tblPr`, `trPr`, `tcPr`), made where there are none yet. */
export const propertiesOf = (parent: Element, name: string, owner: Document): Element => {
  const existing = childElement(parent, name)
  if (existing !== undefined) return existing
  const made = elementOf(owner, mark(name))
  const exceptions = childElement(parent, 'tblPrEx')
  parent.insertBefore(made, exceptions === undefined ? parent.firstChild : exceptions.nextSibling)
  return made
}
