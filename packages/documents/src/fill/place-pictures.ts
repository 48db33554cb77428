import type { Stroke } from '@zicha/core'
import { ground } from '../layout/hand.ts'
import { handPng } from './hand-picture.ts'
import type { WordParts } from './open-template.ts'
import { childElements, mark, parseXml, serializeXml } from './word-xml.ts'
import type { Mark } from './word-xml.ts'

/** A signature floating over the line, so that an exact line height cannot cut it. Measures in millimetres. */
export type PlacedHand = { readonly strokes: readonly Stroke[]; readonly left: number; readonly width: number; readonly name: string }

const emu = (millimetres: number): number => Math.round(millimetres * 36_000)

export const pictureId = (index: number): string => `rIdHand${index + 1}`

/** A run with the picture, floating over its line at a distance from the text's left edge, `down` lower than the line begins. */
export const handRun = (hand: PlacedHand, index: number, down = 0): Mark => {
  const size = { cx: emu(hand.width), cy: emu((hand.width * ground.height) / ground.width) }
  const told = { id: 9001 + index, name: `hand${index + 1}`, descr: `${hand.name}的签名` }
  return mark('r', {}, [
    mark('drawing', {}, [
      mark(
        'wp:anchor',
        { distT: 0, distB: 0, distL: 0, distR: 0, simplePos: 0, relativeHeight: 10 + index, behindDoc: 0, locked: 0, layoutInCell: 1, allowOverlap: 1 },
        [
          mark('wp:simplePos', { x: 0, y: 0 }),
          mark('wp:positionH', { relativeFrom: 'column' }, [mark('wp:posOffset', {}, [String(emu(hand.left))])]),
          mark('wp:positionV', { relativeFrom: 'line' }, [mark('wp:posOffset', {}, [String(emu(down))])]),
          mark('wp:extent', size),
          mark('wp:effectExtent', { l: 0, t: 0, r: 0, b: 0 }),
          mark('wp:wrapNone'),
          mark('wp:docPr', told),
          mark('wp:cNvGraphicFramePr'),
          mark('a:graphic', {}, [
            mark('a:graphicData', { uri: 'http://schemas.openxmlformats.org/drawingml/2006/picture' }, [
              mark('pic:pic', {}, [
                mark('pic:nvPicPr', {}, [mark('pic:cNvPr', told), mark('pic:cNvPicPr')]),
                mark('pic:blipFill', {}, [mark('a:blip', { 'r:embed': pictureId(index) }), mark('a:stretch', {}, [mark('a:fillRect')])]),
                mark('pic:spPr', {}, [
                  mark('a:xfrm', {}, [mark('a:off', { x: 0, y: 0 }), mark('a:ext', size)]),
                  mark('a:prstGeom', { prst: 'rect' }, [mark('a:avLst')]),
                ]),
              ]),
            ]),
          ]),
        ],
      ),
    ]),
  ])
}

/** The pictures' bytes among the parts, told of where the package tells of its parts. */
export const withPictures = (parts: WordParts, hands: readonly { readonly strokes: readonly Stroke[] }[]): WordParts | undefined => {
  if (hands.length === 0) return parts
  const rels = parseXml(parts['word/_rels/document.xml.rels'] ?? new Uint8Array())
  const types = parseXml(parts['[Content_Types].xml'] ?? new Uint8Array())
  const relRoot = rels?.documentElement
  const typeRoot = types?.documentElement
  if (rels === undefined || types === undefined || !relRoot || !typeRoot) return undefined
  const isTold = childElements(typeRoot).some((one) => one.getAttribute('Extension')?.toLowerCase() === 'png')
  if (!isTold) {
    const png = types.createElementNS(typeRoot.namespaceURI, 'Default')
    png.setAttribute('Extension', 'png')
    png.setAttribute('ContentType', 'image/png')
    typeRoot.insertBefore(png, typeRoot.firstChild)
  }
  for (const index of hands.keys()) {
    const one = rels.createElementNS(relRoot.namespaceURI, 'Relationship')
    one.setAttribute('Id', pictureId(index))
    one.setAttribute('Type', 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/image')
    one.setAttribute('Target', `media/hand${index + 1}.png`)
    relRoot.appendChild(one)
  }
  return {
    ...parts,
    '[Content_Types].xml': serializeXml(types),
    'word/_rels/document.xml.rels': serializeXml(rels),
    ...Object.fromEntries(hands.map((hand, index) => [`word/media/hand${index + 1}.png`, handPng(hand.strokes)])),
  }
}
