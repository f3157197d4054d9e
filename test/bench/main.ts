import { findPostgresql } from '@doorstroomhub/tools/test/postgresql.ts'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { growthRow } from './growth.ts'
import { intakersListRows } from './intakers-list.ts'
import { firstPageRow } from './first-page.ts'
import { idleRow } from './idle.ts'
import { liveEditRow } from './live-edit.ts'
import { openAsker } from './load.ts'
import { cores, machine } from './machine.ts'
import { mentorsListRow } from './mentors-list.ts'
import { mutationRow } from './mutation.ts'
import { openSectionsRow } from './open-sections.ts'
import { pageOf } from './page.ts'
import { recoveryRow } from './recovery.ts'
import { regionRow } from './region.ts'
import type { Bench, Row } from './row.ts'
import { rulesRow } from './rules.ts'
import { startUpRow } from './start-up.ts'
import { studentsDossierRow } from './students-dossier.ts'
import { tableOf, type Results } from './table.ts'

/**
 * `npm run bench -- [--quick] [--only row] [--without row] [--beside file] [--out file]`: measures the hub against its peers, in one run
 * on one machine. Prints one table, ratios first, and writes test/bench/results.json and, as a page with bars, results.html.
 * `--beside`: rows that did not run now are taken over from the results of an earlier run, and say of when they are.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      quick: { type: 'boolean', default: false },
      only: { type: 'string', multiple: true },
      without: { type: 'string', multiple: true },
      beside: { type: 'string' },
      out: { type: 'string' },
    },
  })
  const earlier = values.beside === undefined ? null : (JSON.parse(await readFile(values.beside, 'utf8')) as Results)
  const began = performance.now()
  const say = (line: string): void =>
    void process.stderr.write(`${((performance.now() - began) / 1000).toFixed(0).padStart(4)} s  ${line}\n`)
  const before = machine()
  const held = cores()
  const closing: (() => Promise<void>)[] = []
  const databases: string[] = []
  const close = async (): Promise<void> => {
    for (const each of closing.splice(0).toReversed()) await each().catch((cause: unknown) => say(String(cause)))
  }
  // Told to stop, it ends what it started.
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void close().then(() => process.exit(130)))

  const bench: Bench = {
    quick: values.quick,
    say,
    async postgresql() {
      const found = await findPostgresql(process.env)
      if ('missing' in found) {
        say(`no PostgreSQL: ${found.missing}`)
        return null
      }
      closing.push(() => found.stop())
      if (!databases.includes(found.what)) databases.push(found.what)
      // All contestants of a row are up at the same time, and a server allows a hundred connections as it comes.
      const url = new URL(found.url)
      url.searchParams.set('pool_size', '4')
      return { url: url.href, what: found.what }
    },
  }
  const asker = openAsker(held?.load ?? null)
  closing.push(() => asker.close())

  const rows: Record<string, () => Promise<Row | Row[]>> = {
    'intakers-list': () => intakersListRows(bench, asker, held?.server ?? null),
    'students-dossier': () => studentsDossierRow(bench, asker, held?.server ?? null),
    'mentors-list': () => mentorsListRow(bench, asker, held?.server ?? null),
    rules: () => rulesRow(bench, asker, held?.server ?? null),
    growth: () => growthRow(bench, asker, held?.server ?? null),
    'first-page': () => firstPageRow(bench, held),
    mutation: () => mutationRow(bench, held),
    'live-edit': () => liveEditRow(bench),
    'open-sections': () => openSectionsRow(bench, held),
    recovery: () => recoveryRow(bench),
    region: () => regionRow(bench, held),
    idle: () => idleRow(bench, held),
    'start-up': () => startUpRow(bench, held?.server ?? null),
  }
  const results: Results = {
    at: new Date().toISOString(),
    quick: values.quick,
    machine: before,
    database: '',
    pinned: held ? `servers on core ${held.server}, load on core ${held.load}` : 'not held to cores',
    rows: [],
    failed: [],
  }
  const unknown = [...(values.only ?? []), ...(values.without ?? [])].find((name) => !(name in rows))
  try {
    if (unknown !== undefined)
      throw new Error(`There is no row ${unknown}: the rows are ${Object.keys(rows).join(', ')}.`)
    for (const [name, run] of Object.entries(rows)) {
      if ((values.only && !values.only.includes(name)) || values.without?.includes(name)) continue
      say(name)
      try {
        results.rows.push(...[await run()].flat())
      } catch (cause) {
        results.failed.push({ name, why: cause instanceof Error ? cause.message : String(cause) })
      }
    }
  } finally {
    await close()
  }
  results.database = ['PGlite', ...databases].join(' and ')
  if (earlier) results.rows = beside(results, earlier)
  process.stdout.write(tableOf(results))
  const out = values.out ?? join(import.meta.dirname, 'results.json')
  await writeFile(out, `${JSON.stringify(results, null, 2)}\n`)
  await writeFile(out.replace(/(\.json)?$/, '.html'), pageOf(results))
  // Not left to come about by itself: what a row that broke has left running would go on, and ends with this.
  process.exit(results.failed.length > 0 ? 1 : 0)
}

/** All rows in the order of the earlier run, each as it was measured last; those of then say so. */
function beside({ rows, failed }: Results, earlier: Results): Row[] {
  const fresh = new Map(rows.map((row) => [row.name, row]))
  const kept = earlier.rows
    .filter(({ name }) => !fresh.has(name) && !failed.some((one) => one.name === name))
    .map((row) => ({
      ...row,
      notes: [...row.notes, `Not of this run: measured on ${earlier.at}, ${earlier.machine.model}.`],
    }))
  const order = earlier.rows.map(({ name }) => name)
  const place = ({ name }: Row): number => (order.includes(name) ? order.indexOf(name) : order.length)
  return [...rows, ...kept].toSorted((a, b) => place(a) - place(b))
}

await main()
