import { buildPages } from '@doorstroomhub/web/build.ts'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

interface Chunk {
  file: string
  imports?: string[]
  dynamicImports?: string[]
  css?: string[]
}
type Manifest = Readonly<Record<string, Chunk>>

/** In bytes after gzip: what a page may cost a phone. The editor comes on top of what every page needs. */
const MOST = { first: 130_000, page: 150_000, editor: 150_000, style: 15_000 }
/** Where people begin after signing in: the first of the menu of each role. */
const FIRST = [
  'student/my-dossier',
  'guardian/approvals',
  'school/pupils',
  'college/talks',
  'office/region',
  'office/residents',
  'office/hub',
].map((page) => `pages/${page}.tsx`)
/** The page with the live document; what it loads when somebody asks for it may cost a page's difference more. */
const EDITOR = 'pages/together/together.tsx'
const BESIDE = 'pages/together/'

/** What each page weighs, and what weighs too much. */
export function weigh(
  manifest: Manifest,
  size: (file: string) => number,
): { faults: string[]; heaviest: { page: string; bytes: number } } {
  const entry = 'index.html'
  /** A chunk with all that it needs before it runs. */
  const closure = (name: string, into = new Set<string>()): Set<string> => {
    if (into.has(name)) return into
    into.add(name)
    for (const other of manifest[name]!.imports ?? []) closure(other, into)
    return into
  }
  const weight = (names: Iterable<string>): number => {
    let bytes = 0
    for (const name of names) bytes += size(manifest[name]!.file)
    return bytes
  }
  const first = closure(entry)
  const faults: string[] = []
  let heaviest = { page: entry, bytes: weight(first) }
  for (const [page, chunk] of Object.entries(manifest)) {
    if (page === entry || !page.startsWith('pages/')) continue
    const more = [...closure(page)].filter((name) => !first.has(name))
    const isEditor = page.startsWith(BESIDE) && manifest[EDITOR] !== undefined && closure(page).has(EDITOR)
    const bytes = isEditor ? weight(more) : weight(first) + weight(more)
    const most = isEditor
      ? MOST.editor + (page === EDITOR ? 0 : MOST.page - MOST.first)
      : FIRST.includes(page)
        ? MOST.first
        : MOST.page
    if (bytes > most)
      faults.push(`${page} (${chunk.file}) costs ${kilobytes(bytes)} of script; ${kilobytes(most)} is the most`)
    if (!isEditor && bytes > heaviest.bytes) heaviest = { page, bytes }
  }
  const styles = new Set(Object.values(manifest).flatMap(({ css = [] }) => css))
  const style = [...styles].reduce((sum, file) => sum + size(file), 0)
  if (style > MOST.style)
    faults.push(`all styles together are ${kilobytes(style)}; ${kilobytes(MOST.style)} is the most`)
  return { faults, heaviest }
}

export const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`

/** Builds the pages when needed, and weighs them. */
export async function pagesWeighed(root: string): Promise<{ ok: boolean; note: string; details: string }> {
  await buildPages({ ifNeeded: true })
  const dist = join(root, 'web', 'dist')
  const manifest = JSON.parse(readFileSync(join(dist, '.vite', 'manifest.json'), 'utf8')) as Manifest
  const { faults, heaviest } = weigh(manifest, (file) => gzipSync(readFileSync(join(dist, file)), { level: 9 }).length)
  return {
    ok: faults.length === 0,
    note: `heaviest page ${kilobytes(heaviest.bytes)}: ${heaviest.page}`,
    details: faults.join('\n'),
  }
}
