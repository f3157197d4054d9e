import { expect, test } from 'vitest'
import { catalogNames, dependencyFaults, type Package } from './dependencies.ts'

const gateway: Package = { folder: 'gateway', dependencies: ['ws', '@types/ws', '@doorstroomhub/kit'] }
const root: Package = { folder: '.', dependencies: ['vitest'] }
const code = `import { WebSocket } from 'ws'\nimport '@doorstroomhub/kit/errors.ts'\nimport { readFile } from 'node:fs'\n`
const judge = (text: string, own = gateway, catalog = ['ws'], reasons = '- `ws` 8: sockets') =>
  dependencyFaults(new Map([['gateway/a.ts', text]]), [root, own], catalog, reasons)

const faults = (...args: Parameters<typeof judge>) => judge(...args).faults

test('what is named, imported and explained is right', () => {
  expect(faults(code)).toEqual([])
  expect(faults(`${code}import { test } from 'vitest'\n`)).toEqual([])
  expect(faults(`${code}import type { A } from './b.ts'\n`)).toEqual([])
})

test('a dependency that nothing imports earns a remark', () => {
  expect(judge(code, { ...gateway, dependencies: [...gateway.dependencies, 'undici'] })).toEqual({
    faults: [],
    remarks: ['gateway/package.json names undici, which nothing in it imports'],
  })
})

test('an import that its package does not name is a fault, a type too', () => {
  expect(faults(`${code}import type { Agent } from 'undici/types'\n`)).toEqual([
    'gateway/a.ts imports undici, which gateway/package.json does not name',
  ])
})

test('a dependency of the catalog needs a package that names it and a reason', () => {
  expect(faults(code, gateway, ['ws', 'left-pad'])).toEqual([
    'no package names left-pad of the catalog',
    'docs/dependencies.md gives no reason for `left-pad`',
  ])
})

test('the catalog is read as it is written', () => {
  const text = `packages:\n  - web\n\ncatalog:\n  '@types/ws': 8.18.2\n  # a remark\n  ws: 8.23.0\n\n  yjs: 13\n\noverrides:\n  graphql: 16\n`
  expect(catalogNames(text)).toEqual(['@types/ws', 'ws', 'yjs'])
})
