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
    const shortNames = new Map([...new Set([...drawing.matchAll(reference)].map(([, id]) => String(id)))].map((id, at) => [id, `g${at}`]))
    const glyphs = [...shortNames].map(([id, short]) => symbols.get(id)?.replace(`id="${id}"`, `id="${short}"`) ?? '').join('')
    const group = drawing.replace(/<\/svg>\s*$/, '').replace(reference, (_, id: string) => `href="#${shortNames.get(id)}"`)
    const top = Number((index * height).toFixed(3))
    const size = `width="${width}pt" height="${height.toFixed(3)}pt"`
    return (
      `<svg viewBox="0 ${top} ${width} ${height.toFixed(3)}" ${size} xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">` +
      `<rect x="0" y="${top}" width="${width}" height="${height.toFixed(3)}" fill="#fff"/>${compact(group)}<defs>${compact(glyphs)}</defs></svg>`
    )
  })
}

const reference = /href="#([^"]+)"/g

/** The white ground of a page opens it: a shape that stands directly under the root. */
const pageStart = /\n {4}<path class="typst-shape" fill="#ffffff"[^>]*\/>/

const symbolsOf = (definitions: string): ReadonlyMap<string, string> =>
  new Map([...definitions.matchAll(/<symbol id="([^"]+)"[\s\S]*?<\/symbol>/g)].map((one) => [one[1] ?? '', one[0]]))

/** A third of the bytes: a hundredth of a point is finer than any screen, black is what SVG draws unasked. */
const compact = (svg: string): string =>
  svg
    .replace(/>\s+</g, '><')
    .replace(/(\.\d\d)\d+/g, '$1')
    .replace(/ class="[^"]*"| y="0"(?= fill)/g, '')
    .replace(/ fill="#000000" fill-rule="nonzero"/g, '')
