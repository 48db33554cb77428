/**
 * One drawing of all pages, as Typst gives it, cut into one SVG a page: the same groups under a window of their own, with
 * only the glyphs that the page uses. A drawing without pages gives none.
 */
export const splitPages = (svg: string): readonly string[] => {
  const [, open = '', width = '0', total = '0'] = /^(<svg[^>]*viewBox="0 0 ([\d.]+) ([\d.]+)"[^>]*>)/.exec(svg) ?? []
  const definitions = svg.indexOf('<defs')
  const body = definitions === -1 ? svg.slice(open.length) : svg.slice(open.length, definitions)
  const drawings = body.split(pageStart).slice(1)
  const height = drawings.length === 0 ? 0 : Number(total) / drawings.length
  const symbols = symbolsOf(definitions === -1 ? '' : svg.slice(definitions))
  return drawings.map((drawing, index) => {
    const used = new Set([...drawing.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id ?? ''))
    const glyphs = [...used].flatMap((id) => symbols.get(id) ?? []).join('')
    const window = `viewBox="0 ${index * height} ${width} ${height}" width="${width}pt" height="${height}pt"`
    const group = drawing.replace(/<\/svg>\s*$/, '').trimEnd()
    return compact(
      `<svg ${window} xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">` +
        `<rect x="0" y="${index * height}" width="${width}" height="${height}" fill="#fff"/>${group}<defs>${glyphs}</defs></svg>`,
    )
  })
}

/** The white ground of a page opens it: a shape that stands directly under the root. */
const pageStart = /\n {4}<path class="typst-shape" fill="#ffffff"[^>]*\/>/

const symbolsOf = (definitions: string): ReadonlyMap<string, string> =>
  new Map([...definitions.matchAll(/<symbol id="([^"]+)"[\s\S]*?<\/symbol>/g)].map((one) => [one[1] ?? '', one[0]]))

const compact = (svg: string): string => svg.replace(/>\s+</g, '><').replace(/(\.\d{3})\d+/g, '$1')
