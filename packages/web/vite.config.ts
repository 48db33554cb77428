import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { compressFiles } from './compress-files.ts'
import { orderStyles } from './order-styles.ts'
import { preloadFirstPage } from './preload-first-page.ts'
import { writeServiceWorker } from './write-service-worker.ts'

/** In development the pages speak to the server that `npm start` runs, or to another by ZICHA_DEV_API. */
export default defineConfig(({ mode }) => ({
  plugins: [react(), preloadFirstPage(), orderStyles(), writeServiceWorker(), compressFiles()],
  server: { proxy: { '/api': process.env['ZICHA_DEV_API'] ?? 'http://127.0.0.1:3000' } },
  build: {
    target: ['chrome100', 'safari15.4', 'firefox100'],
    // The server's content policy allows no inline scripts and no data addresses for them.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // What each route loads, for the bench of the pages.
    manifest: 'pieces.json',
    rolldownOptions: {
      output: {
        // One piece of what most pages share: forty small ones cost a school's phone a second of waiting for each other.
        codeSplitting: { groups: [{ name: 'shared', test: /packages\/web\/src\//, minShareCount: 3 }] },
      },
    },
    sourcemap: mode === 'development',
  },
}))
