import react from '@vitejs/plugin-react'
import { join } from 'node:path'
import { defineConfig, type Plugin } from 'vite'
import { BEGINNINGS } from './pages/beginnings.ts'

const first = join(import.meta.dirname, 'parts', 'first.ts')

/** Puts the small script that asks the first questions before the large one that shows the answers, and tells it what each role begins with. */
const firstScript: Plugin = {
  name: 'first-script',
  transformIndexHtml(_html, { bundle = {}, chunk: main }) {
    const chunks = Object.values(bundle).filter((each) => each.type === 'chunk')
    const made = (file: string) => chunks.find(({ facadeModuleId }) => facadeModuleId === file)
    /** What a page needs that is not there already. */
    const more = (file: string, into: Set<string>): Set<string> => {
      if (into.has(file) || file === main?.fileName || main?.imports.includes(file)) return into
      into.add(file)
      for (const next of chunks.find(({ fileName }) => fileName === file)?.imports ?? []) more(next, into)
      return into
    }
    const begins = Object.entries(BEGINNINGS).map(([role, [path, page]]) => {
      const chunk = made(join(import.meta.dirname, 'pages', `${page}.tsx`))
      return [role, [path, ...(chunk ? more(chunk.fileName, new Set()) : [])]] as const
    })
    const src = `/${made(first)?.fileName ?? 'parts/first.ts'}`
    const attrs = { type: 'module', src, 'data-begins': JSON.stringify(Object.fromEntries(begins)) }
    return [{ tag: 'script', attrs, injectTo: 'head-prepend' }]
  },
}

/** The pages: nothing inline (the door's content security policy forbids it), a chunk per page, names that change with what is in them. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  plugins: [react(), firstScript],
  // The router's store and the editor bring what React 17 lacked.
  resolve: {
    alias: [
      {
        find: /^use-sync-external-store\/shim\/with-selector(\.js)?$/,
        replacement: 'use-sync-external-store/with-selector',
      },
      { find: /^use-sync-external-store\/shim(\/index\.js)?$/, replacement: 'react' },
    ],
  },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
    reportCompressedSize: false,
    manifest: true,
    rolldownOptions: { input: [join(import.meta.dirname, 'index.html'), first] },
  },
  // `npm run pages` beside a running hub: everything but the pages is asked of it.
  server: {
    proxy: Object.fromEntries(
      ['/graphql', '/documents', '/sign-in', '/sign-out', '/oidc', '/health'].map((path) => [
        path,
        { target: `http://localhost:${process.env['PORT'] ?? 4000}`, ws: true },
      ]),
    ),
  },
})
