/** A page of a packet: no script, nothing fetched, to be read from a folder and printed. `about` is plain text, `body` markup. */
export const pageOf = (title: string, about: string, body: string): string => `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>
body { margin: 0 auto; max-width: 62rem; padding: 2rem 1rem 4rem; font: 16px/1.7 "Noto Serif SC", "Songti SC", SimSun, serif; color: #1f2328; }
h1 { font-size: 1.5rem; font-weight: 600; margin: 0; } h1 + p { margin: .25rem 0 1.5rem; color: #57606a; }
h2 { font-size: 1.25rem; font-weight: 600; margin: 2.5rem 0 .5rem; border-bottom: 1px solid #1f2328; } h3 { font-size: 1rem; font-weight: 600; margin: 1.5rem 0 .25rem; } p { margin: .25rem 0; overflow-wrap: anywhere; }
table { width: 100%; border-collapse: collapse; } th { text-align: left; font-weight: 600; border-bottom: 1px solid #1f2328; }
th, td { padding: .5rem .75rem .5rem 0; vertical-align: top; } td { border-bottom: 1px solid #d0d7de; overflow-wrap: anywhere; } td:first-child { white-space: nowrap; }
a { color: #0b5cad; } small, .grey { color: #57606a; } @media (max-width: 40rem) { thead { display: none; } td { display: block; border: 0; padding: 0; } tr { display: block; padding: .75rem 0; border-bottom: 1px solid #d0d7de; } }
</style></head><body>
<h1>${escaped(title)}</h1>
<p>${escaped(about)}</p>
${body}
</body></html>
`

/** A link from the packet's own folder to a file in it. */
export const linkTo = (path: string, words: string): string =>
  `<a href="${encodeURI(path).replace(/[#?]/g, encodeURIComponent)}">${escaped(words)}</a>`

export const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
