import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { BEGINNINGS } from './beginnings.ts'
import { PATHS } from './paths.ts'

/** The page that the routes beside it show at this address. */
function routed(folder: string, address: string): string | undefined {
  const routes = readFileSync(join(import.meta.dirname, folder, 'routes.tsx'), 'utf8').split('createRoute({')
  const route = routes.find((text) => text.includes(`path: '${address}',`))
  return /import\('(.*)\.tsx'\)/.exec(route ?? '')?.[1]
}

test.each(Object.entries(BEGINNINGS))(
  '%s begins where their menu does, with the page that is there',
  (role, [address, page]) => {
    expect(address).toBe(PATHS[role as keyof typeof BEGINNINGS][0])
    const folder = dirname(page)
    expect(join(folder, routed(folder, address) ?? '')).toBe(page)
  },
)
