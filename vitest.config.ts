import { defineConfig } from 'vitest/config'

/** Modules are loaded by Node itself, as in production: through vite `graphql` would be there twice and refuse itself. */
export default defineConfig({
  test: { experimental: { viteModuleRunner: false } },
})
