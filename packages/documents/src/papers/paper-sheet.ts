import encodeQR from 'qr'
import { page, typeSize } from '../layout/page.ts'
import { svgOf } from '../layout/hand.ts'
import { dayText } from '../layout/lay-out.ts'
import type { Paper } from './paper.ts'

/** What `paper.typ` draws, as JSON: the paper with its measures. */
export const paperSheetOf = (paper: Paper): string =>
  JSON.stringify({
    page,
    size: { cell: typeSize.小五, title: paperTitleSize, line: typeSize.五号, heading: 12, number: typeSize.四号 },
    ...paper,
    letter: paper.letter ?? [],
    after: paper.after ?? '',
    sender: paper.sender ?? '',
    code: paper.verificationCode === undefined ? '' : `核验码 ${paper.verificationCode}`,
    verify: paper.verifyAddress === undefined ? null : { address: paper.verifyAddress, code: encodeQR(paper.verifyAddress, 'svg', { ecc: 'medium', border: 1 }) },
    signatures: (paper.signatures ?? []).map(({ strokes, ...one }) => ({ ...one, hand: strokes === undefined ? '' : svgOf(strokes) })),
    day: dayText(paper.madeOn),
    madeOn: paper.madeOn.split('-').map(Number),
  })

/** 小二 */
export const paperTitleSize = 18
