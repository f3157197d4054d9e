import type { Database } from '@doorstroomhub/kit/database.ts'
import { openPostgreSql } from '@doorstroomhub/kit/postgresql.ts'
import { createHash, randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { madeOnce } from './once.ts'
import { prepare } from './prepared.ts'

/** The server on which tests may make databases; null where there is none. */
export const testServer = (): string | null => process.env['TEST_POSTGRES_URL'] || null

const MADE = 'world.postgresql'
/** The template's name belongs to this run alone. */
const templateOf = (folder: string): string =>
  `hub_test_${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`

function addressOf(name: string): string {
  const url = new URL(testServer() ?? '')
  url.pathname = `/${name}`
  return url.href
}

/** Runs statements on the server itself. */
async function onServer(...statements: string[]): Promise<void> {
  const server = await openPostgreSql(testServer() ?? '')
  try {
    for (const statement of statements) await server.sql(statement)
  } finally {
    await server.close()
  }
}

/** A fresh PostgreSQL database with the prepared world in it; gone when it is closed. */
export async function freshPostgreSql(folder: string, counting: boolean): Promise<Database> {
  const template = templateOf(folder)
  await madeOnce(folder, MADE, async () => {
    await onServer(`drop database if exists ${template} with (force)`, `create database ${template}`)
    const database = await openPostgreSql(addressOf(template))
    try {
      await prepare(database)
    } finally {
      await database.close()
    }
    return Buffer.from(template)
  })
  const name = `${template}_${randomUUID().slice(0, 8)}`
  await onServer(`create database ${name} template ${template}`)
  const database = await openPostgreSql(addressOf(name), { counting })
  const close = database.close
  database.close = async () => {
    await close()
    await onServer(`drop database ${name} with (force)`)
  }
  return database
}

/** After the run: the template goes too, when this run made one. */
export async function dropTemplate(folder: string): Promise<void> {
  if (existsSync(join(folder, MADE)) || existsSync(join(folder, `${MADE}.making`)))
    await onServer(`drop database if exists ${templateOf(folder)} with (force)`)
}
