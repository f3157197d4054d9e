import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The pages: nothing inline (the door's content security policy forbids it), a chunk per page, names that change with what is in them. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
    reportCompressedSize: false,
    manifest: true,
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
