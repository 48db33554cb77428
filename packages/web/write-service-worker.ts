import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

const needed = /\.(js|css|svg|html)$/
const name = 'service-worker.js'

/** Writes the worker beside the pages, with the list of this build's files in front: any change of them is a new worker. */
export const writeServiceWorker = (): Plugin => {
  let root = '.'
  let folder = 'dist'
  return {
    name: 'write-service-worker',
    apply: 'build',
    configResolved: (config) => {
      root = config.root
      folder = join(config.root, config.build.outDir)
    },
    closeBundle: () => {
      const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .map((file) => file.replaceAll('\\', '/'))
        .filter((file) => needed.test(file) && file !== name)
        .sort()
      const worker = readFileSync(join(root, name), 'utf8')
      const hash = createHash('sha256').update(worker)
      for (const file of files) hash.update(file).update(readFileSync(join(folder, file)))
      const build = { version: hash.digest('hex').slice(0, 16), files: files.map((file) => `/${file}`) }
      writeFileSync(join(folder, name), `const zichaBuild = ${JSON.stringify(build)}\n${worker}`)
    },
  }
}
