/**
 * The printed page, in millimetres: A4 upright with the margins of GB/T 9704-2012
 * (天头 37, 订口 28, 版心 156 × 225, page number 7 below the text).
 */
export const page = {
  width: 210,
  height: 297,
  top: 37,
  left: 28,
  right: 26,
  bottom: 35,
  textWidth: 156,
  textHeight: 225,
  numberBelowText: 7,
} as const

/** Chinese type sizes in points. */
export const typeSize = { 二号: 22, 三号: 16, 四号: 14, 五号: 10.5, 小五: 9 } as const

export const lineHeight = { cell: 12.5, title: 34, unit: 24 } as const

export const millimetresOf = (points: number): number => (points * 25.4) / 72

/** Room at each side of a cell's text. */
export const cellPadding = { x: 1, y: 0.8 } as const
