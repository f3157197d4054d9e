/**
 * `npm run pages`: builds the pages into `dist/`, with `documents.json`: every question that they may ask, by the hash over its text,
 * which is all that the hub takes from a browser in production. `npm start` calls it too; with `--if-needed` nothing is done when
 * nothing that it is made of has changed.
 */
import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'

const web = import.meta.dirname
const dist = join(web, 'dist')

/** Everything that the pages are made of. */
function fingerprint(): string {
  const hash = createHash('sha256')
  const own = globSync('**/*.{ts,tsx,css,html,graphql,svg,json}', {
    cwd: web,
    exclude: ['node_modules/**', 'dist*/**'],
  })
  for (const file of own.sort()) hash.update(`${file}\n`).update(readFileSync(join(web, file)))
  return hash.update(readFileSync(join(web, '..', 'pnpm-lock.yaml'))).digest('hex')
}

function isBuilt(stamp: string): boolean {
  try {
    return readFileSync(join(dist, '.built'), 'utf8') === stamp
  } catch {
    return false
  }
}

/** The text of each question exactly as the pages' client sends it. */
async function documents(): Promise<Record<string, string>> {
  const { formatDocument, stringifyDocument } = await import('@urql/core')
  const texts: string[] = []
  for (const file of globSync('{graphql,pages,parts,editor}/**/*.graphql.ts', { cwd: web }).sort()) {
    const made = (await import(pathToFileURL(join(web, file)).href)) as Record<string, unknown>
    for (const value of Object.values(made))
      if (typeof value === 'object' && value !== null && 'kind' in value) {
        const document = value as Parameters<typeof formatDocument>[0]
        // A subscription goes as it is; what may be kept goes with the names of its types.
        texts.push(stringifyDocument(document), stringifyDocument(formatDocument(document)))
      }
  }
  return Object.fromEntries(texts.map((text) => [createHash('sha256').update(text).digest('hex'), text]))
}

/** `/` as the hub sends it to whom it does not know: the same document with its first words in it, which are there before any script. */
async function welcomeDocument(made: string): Promise<string> {
  const { build } = await import('vite')
  const outDir = join(made, 'server')
  await build({
    configFile: join(web, 'vite.config.ts'),
    logLevel: 'warn',
    build: { ssr: true, outDir, manifest: false, rolldownOptions: { input: join(web, 'welcome.tsx') } },
  })
  const { welcomeMarkup } = (await import(pathToFileURL(join(outDir, 'welcome.js')).href)) as {
    welcomeMarkup: () => Promise<string>
  }
  const markup = await welcomeMarkup()
  rmSync(outDir, { recursive: true })
  const [, heading] = /<h1[^>]*>(.*?)<\/h1>/.exec(markup)!
  return readFileSync(join(made, 'index.html'), 'utf8')
    .replace('<div id="page"></div>', `<div id="page">${markup}</div>`)
    .replace('<title>', `<title>${heading} - `)
}

/** Builds the pages, unless `ifNeeded` and they are as their sources are. */
export async function buildPages({ ifNeeded = false }: { ifNeeded?: boolean } = {}): Promise<void> {
  const stamp = fingerprint()
  if (ifNeeded && isBuilt(stamp)) return
  const { build } = await import('vite')
  // Made beside it and put in its place at once: a hub that runs never serves half a build.
  const made = join(web, `dist-${process.pid}`)
  const before = `${made}-before`
  try {
    await build({ configFile: join(web, 'vite.config.ts'), logLevel: 'warn', build: { outDir: made } })
    writeFileSync(join(made, 'welcome.html'), await welcomeDocument(made))
    // Packed once here, not at every request.
    for (const file of globSync('**/*.{js,css,html,svg}', { cwd: made })) {
      const bytes = readFileSync(join(made, file))
      writeFileSync(join(made, `${file}.gz`), gzipSync(bytes, { level: 9 }))
      writeFileSync(join(made, `${file}.br`), brotliCompressSync(bytes))
    }
    writeFileSync(join(made, 'documents.json'), `${JSON.stringify(await documents(), null, 1)}\n`)
    writeFileSync(join(made, '.built'), stamp)
    if (existsSync(dist)) renameSync(dist, before)
    renameSync(made, dist)
  } finally {
    rmSync(made, { recursive: true, force: true })
    rmSync(before, { recursive: true, force: true })
  }
}

if (import.meta.main) await buildPages({ ifNeeded: process.argv.includes('--if-needed') })
