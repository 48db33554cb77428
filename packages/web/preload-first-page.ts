import type { Plugin } from 'vite'

/** What a link in a group chat opens: a school's first page. */
const firstPage = /\/pages\/rounds\/units\/UnitHome\.tsx$/

/** Names the first page's own pieces in index.html: they come beside the main script and not after it. */
export const preloadFirstPage = (): Plugin => ({
  name: 'preload-first-page',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (html, { bundle, chunk: main }) => {
      const pieces = Object.values(bundle ?? {}).flatMap((one) => (one.type === 'chunk' ? [one] : []))
      const page = pieces.find(({ facadeModuleId }) => firstPage.test(facadeModuleId ?? ''))
      if (page === undefined) throw new Error('the build holds no first page of a school')
      const already = new Set([main?.fileName, ...(main?.imports ?? [])])
      const scripts = [page.fileName, ...page.imports].filter((file) => !already.has(file) && !html.includes(file))
      const styles = [...(page.viteMetadata?.importedCss ?? [])].filter((file) => !html.includes(file))
      return [
        ...scripts.map((file) => ({ tag: 'link', attrs: { rel: 'modulepreload', crossorigin: true, href: `/${file}` }, injectTo: 'head' as const })),
        ...styles.map((file) => ({ tag: 'link', attrs: { rel: 'preload', as: 'style', crossorigin: true, href: `/${file}` }, injectTo: 'head' as const })),
      ]
    },
  },
})
