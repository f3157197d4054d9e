import { seedDemo } from '@doorstroomhub/gateway/demo/seed/demo.ts'
import { openSubgraphs } from '@doorstroomhub/gateway/subgraphs.ts'
import { memoryBus } from '@doorstroomhub/kit/bus.ts'
import type { Database } from '@doorstroomhub/kit/database.ts'
import { openDatabase } from '@doorstroomhub/kit/standalone.ts'
import { randomBytes } from 'node:crypto'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openIssuer } from './issuer.ts'

/** What all contestants of a run have in common: the keys, the sign-in provider, and who asks. */
export interface House {
  numberKey: Uint8Array
  /** Settings of the hub's, as its environment. */
  env: Readonly<Record<string, string>>
  /** Marieke of ROC Voorbeeld, for an intake talk. */
  headers: Readonly<Record<string, string>>
  /** The same for another of the demo's people, for a purpose or for none. */
  headersOf(account: string, purpose?: string): Promise<Record<string, string>>
  /** A folder of this run. */
  folder: string
  close(): Promise<void>
}

/** Makes keys and opens the provider. */
export async function openHouse(): Promise<House> {
  const issuer = await openIssuer()
  const folder = await mkdtemp(join(tmpdir(), 'hub-bench-'))
  const numberKey = randomBytes(32)
  const headersOf = async (account: string, purpose?: string): Promise<Record<string, string>> => ({
    'content-type': 'application/json',
    accept: 'application/json',
    authorization: `Bearer ${await issuer.tokenOf(account)}`,
    ...(purpose === undefined ? {} : { 'x-purpose': purpose }),
  })
  return {
    numberKey,
    folder,
    headersOf,
    env: {
      PORT: '0',
      HOST: '127.0.0.1',
      LOG_LEVEL: 'error',
      // One asker asks as much as it can here, on purpose.
      COST_PER_MINUTE: '1000000000000',
      REQUESTS_PER_MINUTE: '1000000000',
      SUBSCRIPTIONS_PER_VIEWER: '100000',
      SOCKETS_PER_VIEWER: '100000',
      OIDC_ISSUER: issuer.url,
      VIEWER_SECRET: randomBytes(32).toString('base64url'),
      NUMBER_KEY: Buffer.from(numberKey).toString('base64url'),
      DATA_DIR: folder,
    },
    headers: await headersOf('marieke', 'INTAKE_TALK'),
    async close() {
      await issuer.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Where a hub keeps its data, as its environment. */
export type Place = { DATABASE_URL: string } | { DATA_DIR: string }

/** A folder for an embedded database. */
export const embedded = (house: House, name: string): { DATA_DIR: string } => ({ DATA_DIR: join(house.folder, name) })

/** The same data once more: two processes cannot share an embedded database. */
export async function copyOf(house: House, place: { DATA_DIR: string }, name: string): Promise<{ DATA_DIR: string }> {
  const copy = embedded(house, name)
  await cp(place.DATA_DIR, copy.DATA_DIR, { recursive: true })
  return copy
}

/** The tables of all five, and the demo region in them: the ten people and so many invented dossiers. */
export async function fill(
  house: House,
  place: Place,
  { generated, andThen }: { generated: number; andThen?: (database: Database) => Promise<void> },
): Promise<void> {
  const url = 'DATABASE_URL' in place ? place.DATABASE_URL : null
  const dataDir = 'DATA_DIR' in place ? place.DATA_DIR : house.folder
  const database = await openDatabase({ databaseUrl: url, dataDir })
  try {
    const bus = memoryBus()
    const clock = () => new Date()
    const keys = { personalNumber: house.numberKey }
    const subgraphs = await openSubgraphs({ database, bus, clock, keys, onError: () => undefined })
    for (const subgraph of subgraphs.reverse()) await subgraph.close()
    await bus.close()
    await seedDemo(database, { now: clock(), key: house.numberKey, generated })
    await andThen?.(database)
    await database.sql('analyze')
  } finally {
    await database.close()
  }
}
