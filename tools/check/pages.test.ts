import { expect, test } from 'vitest'
import { weigh } from './pages.ts'

const manifest = {
  'index.html': { file: 'main.js', imports: ['_shared.js'], css: ['main.css'] },
  '_shared.js': { file: 'shared.js' },
  'pages/student/my-dossier.tsx': { file: 'my-dossier.js', imports: ['_shared.js', '_form.js'] },
  '_form.js': { file: 'form.js' },
  'pages/together/together.tsx': { file: 'together.js', imports: ['_shared.js', '_yjs.js'], css: ['editor.css'] },
  '_yjs.js': { file: 'yjs.js' },
}
const light = {
  'main.js': 60_000,
  'shared.js': 40_000,
  'my-dossier.js': 10_000,
  'form.js': 5_000,
  'together.js': 20_000,
  'yjs.js': 100_000,
  'main.css': 8_000,
  'editor.css': 2_000,
}
const faultsOf = (change: Record<string, number>): string[] =>
  weigh(manifest, (file) => ({ ...light, ...change })[file] ?? 0).faults

test('a page is weighed with all that it needs, and nothing twice', () => {
  expect(weigh(manifest, (file) => light[file as keyof typeof light])).toEqual({
    faults: [],
    heaviest: { page: 'pages/student/my-dossier.tsx', bytes: 115_000 },
  })
})

test('a page, the editor and the styles that cost too much are named', () => {
  expect(faultsOf({ 'form.js': 21_000 })).toEqual([expect.stringContaining('pages/student/my-dossier.tsx')])
  expect(faultsOf({ 'yjs.js': 131_000 })).toEqual([expect.stringContaining('pages/together/together.tsx')])
  expect(faultsOf({ 'editor.css': 8_000 })).toEqual([expect.stringContaining('all styles together')])
})
