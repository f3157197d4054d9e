import { expect, test } from 'vitest'
import { importFaults } from './imports.ts'

const faults = (files: Record<string, string>) => importFaults(new Map(Object.entries(files)))
const fault = (path: string, text: string) => faults({ [path]: text }).join('\n')

test.each([
  [
    'subgraphs/person/schema.ts',
    `import { decide } from '@doorstroomhub/consent/rules/decide.ts'`,
    'never imports another',
  ],
  [
    'subgraphs/person/schema.ts',
    `import type { Case } from '@doorstroomhub/consent/rules/case.ts'`,
    'never imports another',
  ],
  ['subgraphs/person/person.test.ts', `import '@doorstroomhub/consent/main.ts'`, 'never imports another'],
  ['subgraphs/person/schema.ts', `import { engine } from '@doorstroomhub/gateway/engine.ts'`, 'knows no gateway'],
  ['subgraphs/kit/serve.ts', `import { person } from '@doorstroomhub/person/main.ts'`, 'kit imports nothing of ours'],
  ['subgraphs/kit/serve.ts', `export * from '@doorstroomhub/gateway/engine.ts'`, 'kit imports nothing of ours'],
  ['gateway/hub.ts', `import { Person } from '@doorstroomhub/person/entities.ts'`, 'by its main.ts alone'],
  ['gateway/hub.ts', `const { save } = await import('@doorstroomhub/person/commands.ts')`, 'by its main.ts alone'],
  ['gateway/hub.ts', `type P = import('@doorstroomhub/person/loaders.ts').P`, 'by its main.ts alone'],
  ['gateway/demo/seed.ts', `import { save } from '@doorstroomhub/person/commands.ts'`, 'nothing through its inside'],
  ['gateway/pages.ts', `import { App } from '@doorstroomhub/web/main.tsx'`, 'imports none of them'],
  ['web/main.tsx', `import { asking } from '@doorstroomhub/kit/viewer.ts'`, 'by the graph alone'],
  ['gateway/hub.ts', `import { world } from '@doorstroomhub/test/world.ts'`, 'nothing but tests and tools'],
  [
    'subgraphs/person/main.ts',
    `import { freePort } from '@doorstroomhub/tools/test/port.ts'`,
    'nothing but tests and tools',
  ],
  ['gateway/hub.ts', `import { front } from './front.testing.ts'`, 'for tests alone'],
  ['gateway/hub.ts', `import { vi } from 'vitest'`, 'for tests alone'],
  ['subgraphs/person/main.ts', `import { x } from '../kit/errors.ts'`, 'by its name'],
  ['gateway/hub.ts', `import { x } from '@doorstroomhub/gateway/engine.ts'`, 'inside a package imports are relative'],
])('%s is refused: %s', (path, text, reason) => {
  expect(fault(path, text)).toContain(reason)
})

test.each([
  ['subgraphs/person/schema.ts', `import { invalid } from '@doorstroomhub/kit/errors.ts'`],
  ['gateway/hub.ts', `import { person } from '@doorstroomhub/person/main.ts'`],
  ['gateway/hub.ts', `import { invalid } from '@doorstroomhub/kit/errors.ts'`],
  ['gateway/demo/seed.ts', `import { Person } from '@doorstroomhub/person/entities.ts'`],
  ['gateway/demo/seed.ts', `import { Dossier } from '@doorstroomhub/consent/dossier/entities.ts'`],
  ['gateway/demo/seed.ts', `import { words } from '@doorstroomhub/consent/rules/words.ts'`],
  ['test/world.ts', `import { Person } from '@doorstroomhub/person/entities.ts'`],
  ['test/world.ts', `import { test } from 'vitest'`],
  ['gateway/front.test.ts', `import { front } from './front.testing.ts'`],
  ['web/main.tsx', `import { page } from './pages/page.tsx'`],
])('%s is allowed: %s', (path, text) => {
  expect(fault(path, text)).toBe('')
})

test.each([
  ['schema', 'main'],
  ['commands', 'schema'],
  ['commands', 'loaders'],
  ['loaders', 'commands'],
  ['entities', 'commands'],
  ['access', 'entities'],
  ['mutations', 'main'],
])('inside a subgraph %s may not need %s', (upper, lower) => {
  const path = `subgraphs/consent/${upper}.ts`
  expect(fault(path, `import { x } from './${lower}.ts'`)).toContain('may not need')
  expect(fault(path, `import type { X } from './${lower}.ts'`)).toBe('')
})

test.each([
  ['main', 'access'],
  ['schema', 'commands'],
  ['schema', 'loaders'],
  ['commands', 'entities'],
  ['loaders', 'entities'],
])('inside a subgraph %s may need %s', (upper, lower) => {
  expect(fault(`subgraphs/consent/${upper}.ts`, `import { x } from './${lower}.ts'`)).toBe('')
})

test('a layer reaches up through a file of no layer too, and the way is told', () => {
  const found = faults({
    'subgraphs/consent/access.ts': `import { x } from './rules/table.ts'`,
    'subgraphs/consent/rules/table.ts': `import { x } from '../dossier/entities.ts'`,
    'subgraphs/consent/dossier/entities.ts': '',
  })
  expect(found).toEqual([
    'subgraphs/consent/access.ts -> subgraphs/consent/rules/table.ts -> subgraphs/consent/dossier/entities.ts: access may not need entities',
  ])
})

test('a folder named after a layer is that layer', () => {
  expect(fault('subgraphs/consent/entities/consent.ts', `import { x } from '../commands.ts'`)).toContain(
    'entities may not need',
  )
})

test('files that need each other are a circle, unless one needs only types', () => {
  const first = `import { b } from './b.ts'`
  expect(faults({ 'gateway/a.ts': first, 'gateway/b.ts': `export { a } from './a.ts'` })).toEqual([
    'gateway/a.ts -> gateway/b.ts -> gateway/a.ts: a circle of imports',
  ])
  expect(faults({ 'gateway/a.ts': first, 'gateway/b.ts': `import type { A } from './a.ts'` })).toEqual([])
})

test('a circle behind a file that is not part of it is found too', () => {
  const found = faults({
    'gateway/start.ts': `import './a.ts'`,
    'gateway/a.ts': `import './b.ts'`,
    'gateway/b.ts': `import './c.ts'`,
    'gateway/c.ts': `import './a.ts'`,
  })
  expect(found).toEqual(['gateway/a.ts -> gateway/b.ts -> gateway/c.ts -> gateway/a.ts: a circle of imports'])
})

test('an import in a comment or a string is none', () => {
  expect(
    fault(
      'subgraphs/kit/a.ts',
      `// import '@doorstroomhub/person/main.ts'\nconst s = "import '@doorstroomhub/person/main.ts'"`,
    ),
  ).toBe('')
})
