import type { Plugin } from 'vite'

/** The main script's styles are those of every page, and pages rely on coming behind them: they stand first in index.html. */
export const orderStyles = (): Plugin => ({
  name: 'order-styles',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (html, { chunk: main }) => {
      const links = html.match(/<link rel="stylesheet"[^>]*>/g) ?? []
      const own = links.find((link) => [...(main?.viteMetadata?.importedCss ?? [])].some((file) => link.includes(file)))
      const [first] = links
      if (own === undefined || first === undefined) throw new Error('index.html names no styles of the main script')
      return own === first ? html : html.replace(own, '').replace(first, `${own}\n    ${first}`)
    },
  },
})
