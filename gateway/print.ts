import { memoryBus } from '@doorstroomhub/kit/bus.ts'
import { openEmbedded } from '@doorstroomhub/kit/embedded.ts'
import { printSchema } from 'graphql'
import { randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { diff } from 'node:util'
import { openEngine } from './engine.ts'
import { exportSchema } from './exports/schema.ts'
import { ownPart } from './own.ts'
import { referencePage } from './reference.ts'
import { settingsTable } from './settings/table.ts'
import { openSubgraphs } from './subgraphs.ts'
import { composeSupergraph, compositionMark, printedSupergraph } from './supergraph.ts'

/** A file that is printed from the code and kept with it, so that a change of the graph is seen by whoever reviews it. */
export interface Printed {
  path: URL
  text: string
}

/** Prints each subgraph's part, the composed graph, and the graph as its users see it. */
export async function printAll(): Promise<Printed[]> {
  const database = await openEmbedded({ memory: true })
  const bus = memoryBus()
  const subgraphs = await openSubgraphs({
    database,
    bus,
    clock: () => new Date(),
    keys: { personalNumber: randomBytes(32) },
    onError: (error) => {
      throw error
    },
  })
  try {
    const supergraphSdl = await composeSupergraph([...subgraphs, ownPart])
    const engine = openEngine({
      supergraphSdl,
      execute: () => Promise.reject(new Error('Nothing is asked here.')),
      renewAsking: (asking) => asking,
      onUnexpected: () => undefined,
    })
    const printed = subgraphs.map(({ name, sdl }) => ({
      path: new URL(`../subgraphs/${name}/schema.graphql`, import.meta.url),
      text: `${sdl.trim()}\n`,
    }))
    return [
      ...printed,
      { path: printedSupergraph, text: `${compositionMark([...subgraphs, ownPart])}\n${supergraphSdl.trim()}\n` },
      { path: new URL('./schema.graphql', import.meta.url), text: `${printSchema(engine.schema).trim()}\n` },
      { path: new URL('../docs/partners/reference.md', import.meta.url), text: referencePage(engine.schema) },
      {
        path: new URL('../docs/export-schema.json', import.meta.url),
        text: `${JSON.stringify(exportSchema(engine.schema), null, 2)}\n`,
      },
      await printedSettings(),
    ]
  } finally {
    for (const subgraph of subgraphs.toReversed()) await subgraph.close()
    await bus.close()
    await database.close()
  }
}

/** The README's table of settings, which is the one that the hub reads. */
async function printedSettings(): Promise<Printed> {
  const path = new URL('../README.md', import.meta.url)
  const rows = settingsTable.map((row) => `| \`${row.name}\` | ${row.default} | ${row.meaning} |`)
  const table = ['| setting | when not given | meaning |', '|---|---|---|', ...rows].join('\n')
  const readme = await readFile(path, 'utf8')
  const block = /<!-- settings -->[\s\S]*<!-- \/settings -->/
  return { path, text: readme.replace(block, () => `<!-- settings -->\n${table}\n<!-- /settings -->`) }
}

/** The lines that differ, each with `-` (in the file) or `+` (in the code); empty when the file is up to date. */
export function difference(file: string, text: string): string[] {
  if (file === text) return []
  const changes = diff(file.split('\n'), text.split('\n')) as [-1 | 0 | 1, string][]
  return changes.filter(([kind]) => kind !== 0).map(([kind, line]) => `${kind === 1 ? '-' : '+'} ${line}`)
}

/** `node gateway/print.ts` writes the files; with `--check` it says what would change, and fails when anything would. */
async function main(): Promise<void> {
  const check = process.argv.includes('--check')
  for (const { path, text } of await printAll()) {
    const name = fileURLToPath(path)
    if (!check) {
      await writeFile(path, text)
      continue
    }
    const lines = difference(await readFile(path, 'utf8').catch(() => ''), text)
    if (lines.length === 0) continue
    process.stderr.write(`${name} is out of date (node gateway/print.ts):\n${lines.slice(0, 40).join('\n')}\n`)
    if (lines.length > 40) process.stderr.write(`... and ${lines.length - 40} lines more\n`)
    process.exitCode = 1
  }
}

if (import.meta.main) await main()
