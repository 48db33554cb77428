import { SaxesParser } from 'saxes'
import { Unreadable } from './reading-finding.ts'

export type XmlHandler = {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void
  readonly close: (name: string) => void
  readonly text: (text: string) => void
}

const maximumDepth = 256

/** Walks one XML part in order. A DOCTYPE is refused, so no entity is ever declared or fetched; names keep their prefix. */
export const walkXml = (bytes: Uint8Array, part: string, handler: XmlHandler): void => {
  const parser = new SaxesParser({ xmlns: false, position: false })
  let depth = 0
  const stop = (code: string, message: string): never => {
    throw new Unreadable(code, part, message)
  }
  parser.on('doctype', () => stop('doctype', `“${part}”里有外部声明，为安全没有打开。请在 Word 或 WPS 里另存一份。`))
  parser.on('error', () => stop('broken', `文件里的“${part}”这一部分已损坏，读不出来。请在 Word 或 WPS 里另存一份再放入。`))
  parser.on('opentag', (tag) => {
    depth++
    if (depth > maximumDepth) stop('too_deep', `“${part}”嵌套超过${maximumDepth}层，没有打开。请另存一份只含这张表的文件。`)
    handler.open(tag.name, tag.attributes as Record<string, string>)
  })
  parser.on('closetag', (tag) => {
    depth--
    handler.close(tag.name)
  })
  parser.on('text', handler.text)
  parser.on('cdata', handler.text)
  parser.write(decode(bytes)).close()
}

const decode = (bytes: Uint8Array): string => {
  const [first, second] = bytes
  const name = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
  return new TextDecoder(name).decode(bytes)
}
