import type { Stroke } from '@zicha/core'

/** The ground on which a signature is drawn; strokes are told in its units. */
export const ground = { width: 600, height: 200 } as const

/** How thick a pen draws on that ground. */
export const penWidth = 7

/** A drawn signature as a picture without a ground, black only. */
export const svgOf = (strokes: readonly Stroke[]): string => {
  const lines = strokes.map((stroke) => `M${stroke.map(([x, y]) => `${x} ${y}`).join('L')}${stroke.length === 1 ? 'l.1 0' : ''}`)
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${ground.width}" height="${ground.height}" viewBox="0 0 ${ground.width} ${ground.height}">` +
    `<path d="${lines.join('')}" fill="none" stroke="#000" stroke-width="${penWidth}" stroke-linecap="round" stroke-linejoin="round"/></svg>`
  )
}
