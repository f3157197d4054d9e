import { temporaryFolder } from '@doorstroomhub/gateway/demo/testing.ts'
import { tokenOf } from '@doorstroomhub/gateway/demo/token.ts'
import { startHub, type Hub } from '@doorstroomhub/gateway/hub.ts'
import { openEmbedded } from '@doorstroomhub/kit/embedded.ts'
import { openLog } from '@doorstroomhub/kit/log.ts'
import { openDatabase } from '@doorstroomhub/kit/standalone.ts'
import { findPostgresql } from '@doorstroomhub/tools/test/postgresql.ts'
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { afterEach, inject } from 'vitest'
import { post, type Answer } from '../world/answer.ts'
import { NOW, NUMBER_KEY, prepare, preparedCopy } from '../world/prepared.ts'
import { testServer } from '../world/postgresql.ts'
import { settingsIn } from '../world.ts'

const ROOT = join(import.meta.dirname, '../..')

/** What is closed after the test. */
export const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

/** A place where a hub keeps what it has. */
export interface Place {
  dataDir: string
  databaseUrl: string | null
}

/** A new one, with the demo world in it or with nothing. */
export async function place(kind: 'embedded' | 'postgresql', filled: boolean): Promise<Place> {
  const folder = await temporaryFolder()
  closing.push(() => folder.remove())
  if (kind === 'embedded') {
    if (filled)
      await (await openEmbedded({ folder: folder.path, copy: await preparedCopy(inject('preparedWorld')) })).close()
    return { dataDir: folder.path, databaseUrl: null }
  }
  const found = await findPostgresql({ TEST_DATABASE_URL: testServer()! })
  if ('missing' in found) throw new Error(found.missing)
  closing.push(() => found.stop())
  const at = { dataDir: folder.path, databaseUrl: found.url }
  if (filled) {
    const database = await openDatabase(at)
    try {
      await prepare(database)
    } finally {
      await database.close()
    }
  }
  return at
}

/** The hub of this place, at a moment. */
export async function hubAt(at: Place, now = NOW): Promise<Hub> {
  return startHub({
    settings: { ...settingsIn(at.dataDir), databaseUrl: at.databaseUrl },
    clock: () => now,
    log: openLog('silent'),
  })
}

/** `npm run backup` and `npm run restore`, as processes of their own. */
export function run(program: 'backup' | 'restore', at: Place, args: string[]): Promise<{ code: number; said: string }> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [join(ROOT, 'gateway/backup', `${program}.ts`), ...args],
      {
        env: {
          PATH: process.env['PATH'],
          DATA_DIR: at.dataDir,
          NUMBER_KEY: Buffer.from(NUMBER_KEY).toString('base64url'),
          ...(at.databaseUrl ? { DATABASE_URL: at.databaseUrl } : {}),
        },
      },
      (error, stdout, stderr) => resolve({ code: error ? Number(error.code ?? 1) : 0, said: `${stdout}${stderr}` }),
    )
  })
}

/** Somebody of the demo asks. */
export async function ask(
  hub: Hub,
  who: string,
  query: string,
  purpose: string | null = null,
  variables = {},
): Promise<Answer> {
  const headers = { authorization: `Bearer ${await tokenOf(who, hub.port)}`, ...(purpose && { 'x-purpose': purpose }) }
  return post(`${hub.url}/graphql`, { query, variables }, headers)
}
