import { movedSince, type Ended, type EndedAgain, type OpenConsent } from '@doorstroomhub/consent/main.ts'
import { memoryBus } from '@doorstroomhub/kit/bus.ts'
import type { Database } from '@doorstroomhub/kit/database.ts'
import { withSecretFiles } from '@doorstroomhub/kit/secret-files.ts'
import { openDatabase } from '@doorstroomhub/kit/standalone.ts'
import { openAsBlob } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { readSettings, type Settings } from '../settings.ts'
import { settingNames } from '../settings/table.ts'
import { openSubgraphs } from '../subgraphs.ts'
import { endedNow, headOf, keptIn, marksNow, readEnded } from './ended.ts'
import { load, roleOf, SCHEMAS } from './postgresql.ts'
import { asCommand, CannotDo, kindOf } from './words.ts'

const WITHOUT = 'the-past-may-come-back'

/**
 * `npm run restore -- <file>`: puts a backup in the place of what is there. What was erased or stopped after the backup is erased and
 * stopped again: the list of it is read from the database that is replaced, or from `--ended <file>`. Without either it refuses.
 */
async function restore(): Promise<string> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { ended: { type: 'string' }, [WITHOUT]: { type: 'boolean' } },
  })
  const [file] = positionals
  if (!file || positionals.length > 1) throw new CannotDo('Say what from: npm run restore -- <file>')
  const settings = await readSettings(withSecretFiles(process.env, settingNames))
  const kind = kindOf(await headOf(file))
  const wanted = settings.databaseUrl ? 'postgresql' : 'embedded'
  if (kind !== wanted)
    throw new CannotDo(
      kind === null || kind === 'ended'
        ? `${file} is no backup.`
        : `${file} is a backup of ${kind === 'embedded' ? 'the embedded database' : 'PostgreSQL'}, and the settings name the other kind.`,
    )
  const key = settings.keys.personalNumber
  if (!key) throw new CannotDo('NUMBER_KEY is missing: it must be the one of the hub that the backup was made of.')

  const kept = keptIn(settings.dataDir)
  const now = await endedThere(settings)
  const lists = [
    ...(values.ended === undefined ? [] : [await readEnded(values.ended)]),
    ...(now === null ? [] : [now]),
    ...(await kept.read()),
  ]
  if (lists.length === 0 && values[WITHOUT] !== true)
    throw new CannotDo(
      `Nobody knows here what was erased and stopped after this backup, so that it would come back. Give the newest list (npm run backup -- --ended <file>): npm run restore -- ${file} --ended <list>\nIf there is none and you answer for it: --${WITHOUT}`,
    )

  await kept.keep(lists)
  try {
    const again = settings.databaseUrl
      ? await inPostgresql(settings, settings.databaseUrl)
      : await inEmbedded(settings.dataDir)
    await kept.forget()
    return said(again)
  } catch (cause) {
    process.stderr.write(
      `This restore is not finished. Run it again before you start the hub. What ended is kept in ${kept.path} until then.\n`,
    )
    throw cause
  }

  async function inPostgresql(to: Settings, url: string): Promise<EndedAgain> {
    await prepare(to)
    await load(url, file!)
    const database = await openDatabase(to)
    try {
      return await endAll(database, key!, lists)
    } finally {
      await database.close()
    }
  }

  /** Beside what is there, and in its place when all has ended again; what was there goes when the new is whole. */
  async function inEmbedded(dataDir: string): Promise<EndedAgain> {
    const { openEmbedded } = await import('@doorstroomhub/kit/embedded.ts')
    const made = join(dataDir, 'restored')
    await rm(made, { recursive: true, force: true })
    const database = await openEmbedded({ folder: made, copy: await openAsBlob(file!) })
    let again: EndedAgain
    try {
      again = await endAll(database, key!, lists)
    } finally {
      await database.close()
    }
    for (const name of ['database', 'database.made']) {
      await rm(join(dataDir, name), { recursive: true, force: true })
      await rename(join(made, name), join(dataDir, name))
    }
    await rm(made, { recursive: true, force: true })
    return again
  }

  /** What is true now, in words. */
  function said({ erased, stopped, parties, paused, agreements, invitations, webhooks }: EndedAgain): string {
    const until = lists
      .map(({ at }) => at)
      .sort()
      .at(-1)
    return [
      `${file} is put back. Ended again: ${erased} erased, ${stopped} consents stopped, ${parties} people taken away, ${paused} dossiers paused because something had happened to them since, ${agreements} agreements ended.`,
      until === undefined
        ? 'What ended since the backup is not known, and stands open again.'
        : `What ended after ${until} is not known here, and stands open again.`,
      `Whatever was known: ${invitations} unused invitations withdrawn, ${webhooks} webhooks paused.`,
    ].join('\n')
  }
}

/** From the database that is about to be replaced; null when there is none that can be read. */
async function endedThere(settings: Settings): Promise<Ended | null> {
  const database = await openDatabase(settings)
  try {
    const [there] = await database.sql<{ there: boolean }>(
      `select to_regclass('consent.dossier') is not null and to_regclass('consent.ended_session') is not null
        and to_regclass('intake_preparation.document') is not null as there`,
    )
    return there?.there ? await endedNow(database.sql) : null
  } finally {
    await database.close()
  }
}

/** Nobody works in the database meanwhile, and who owns what will be there. */
async function prepare(settings: Settings): Promise<void> {
  const database = await openDatabase(settings)
  try {
    // A connection that was just closed is still there for a moment.
    for (const until = performance.now() + 3_000; ; await pause(100)) {
      const others = await database.sql(
        `select from pg_stat_activity
          where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`,
      )
      if (others.length === 0) break
      if (performance.now() > until)
        throw new CannotDo(
          `${others.length} others are connected to this database. Stop the hub and everything else that uses it first.`,
        )
    }
    for (const schema of SCHEMAS)
      await database.sql(
        `do $$ begin if not exists (select from pg_roles where rolname = '${roleOf(schema)}') then create role "${roleOf(schema)}" nologin; end if; end $$`,
      )
  } finally {
    await database.close()
  }
}

/** Opens the five, which also runs migrations that the backup does not have yet, ends what had ended, and waits until content is gone. */
async function endAll(database: Database, key: Uint8Array, lists: readonly Ended[]): Promise<EndedAgain> {
  // Before anything works in it: whatever does raises the same counts.
  const moved = movedSince(lists, await marksNow(database.sql))
  const bus = memoryBus()
  const subgraphs = await openSubgraphs({
    database,
    bus,
    clock: () => new Date(),
    keys: { personalNumber: key },
    idle: true,
    onError: (cause) => void process.stderr.write(`${String(cause)}\n`),
  })
  try {
    const consent = subgraphs.find(({ name }) => name === 'consent') as OpenConsent
    const again = await consent.endAgain(lists, moved)
    await gone(database)
    return again
  } finally {
    for (const subgraph of [...subgraphs].reverse()) await subgraph.close()
    await bus.close()
  }
}

const LONGEST_MS = 60_000

/** Until every subgraph has destroyed its content of every erased dossier. */
async function gone(database: Database): Promise<void> {
  const left = ['person', 'support_needs', 'career_portfolio']
    .map(
      (schema) => `(select count(*) from consent.dossier d where erased_at is not null
      and not exists (select from "${schema}".erased e where e.dossier_id = d.id))`,
    )
    .concat(
      `(select count(*) from consent.dossier d join intake_preparation.intake_preparation p on p.dossier_id = d.id
        where d.erased_at is not null)`,
    )
    .join(' + ')
  for (const until = performance.now() + LONGEST_MS; ; await pause(100)) {
    const [row] = await database.sql<{ left: string | number }>(`select ${left} as left`)
    if (Number(row?.left) === 0) return
    if (performance.now() > until)
      throw new CannotDo('What was erased could not be destroyed again everywhere within a minute.')
  }
}

await asCommand(restore)
