import { withSecretFiles } from '@doorstroomhub/kit/secret-files.ts'
import { openDatabase } from '@doorstroomhub/kit/standalone.ts'
import { chmod, rename, rm, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { readSettings } from '../settings.ts'
import { settingNames } from '../settings/table.ts'
import { endedNow } from './ended.ts'
import { dump } from './postgresql.ts'
import { asCommand, CannotDo } from './words.ts'

/**
 * `npm run backup -- <file>`: everything in the database of one moment, in one file. `npm run backup -- --ended <file>`: only the short list
 * of what ended, without which a restore refuses (docs/operating.md).
 */
async function backup(): Promise<string> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { ended: { type: 'boolean' } } })
  const [file] = positionals
  if (!file || positionals.length > 1) throw new CannotDo('Say where to: npm run backup -- <file>')
  const settings = await readSettings(withSecretFiles(process.env, settingNames))
  // Never half a file under the name that was asked for.
  const part = `${file}.part`
  try {
    await writeFile(part, '', { mode: 0o600 })
    await chmod(part, 0o600)
    if (values.ended) await writeEnded(part)
    else if (settings.databaseUrl) await dump(settings.databaseUrl, part)
    else await dumpEmbedded(part)
    await rename(part, file)
  } finally {
    await rm(part, { force: true })
  }
  return `${file} holds ${values.ended ? 'what ended' : 'everything in the database'}. The keys of the settings are not in it: keep them elsewhere.`

  async function writeEnded(to: string): Promise<void> {
    const database = await openDatabase(settings)
    try {
      await writeFile(to, JSON.stringify({ ended: await endedNow(database.sql) }))
    } finally {
      await database.close()
    }
  }

  async function dumpEmbedded(to: string): Promise<void> {
    const { openEmbedded } = await import('@doorstroomhub/kit/embedded.ts')
    const database = await openEmbedded({ folder: settings.dataDir })
    try {
      const copy = await database.pglite.dumpDataDir('gzip')
      await writeFile(to, Buffer.from(await copy.arrayBuffer()))
    } finally {
      await database.close()
    }
  }
}

await asCommand(backup)
