import { temporaryFolder } from '@doorstroomhub/gateway/demo/testing.ts'
import type { Database } from '@doorstroomhub/kit/database.ts'
import { openPostgreSql } from '@doorstroomhub/kit/postgresql.ts'
import { audienceKey, signAsking } from '@doorstroomhub/kit/viewer.ts'
import { openCluster, type Cluster, type ClusterOptions } from '@doorstroomhub/tools/cluster/open.ts'
import { buildSchema } from 'graphql'
import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { post } from '../world/answer.ts'
import type { Direct } from '../world/direct.ts'
import { peopleBefore } from '../world/people.ts'
import type { World } from '../world.ts'

/** What of a world a cluster has: everything but a clock of its own and a hub in this process. */
export type ClusterWorld = Omit<World, 'hub' | 'clock' | 'timePasses' | 'statementsOf' | 'log' | 'close'> & {
  cluster: Cluster
  database: Database
  /** What happened to processes, in words. */
  said: string[]
  close(): Promise<void>
}

/** Whether this machine can have a cluster: the tests' PostgreSQL and NATS, and Linux. */
export const canCluster =
  process.platform === 'linux' && Boolean(process.env['TEST_POSTGRES_URL']) && Boolean(process.env['TEST_NATS_URL'])

/** The demo world as it is today, in a cluster of its own on a fresh database. */
export async function clusterWorld(options: Partial<ClusterOptions> = {}): Promise<ClusterWorld> {
  const folder = await temporaryFolder()
  const said: string[] = []
  const cluster = await openCluster({
    replicas: 2,
    dataDir: folder.path,
    poolSize: 2,
    demo: 20,
    env: {
      PATH: process.env['PATH'],
      TEST_DATABASE_URL: process.env['TEST_POSTGRES_URL'],
      NATS_URL: process.env['TEST_NATS_URL'],
      // Requests of all people of the tests come from one address.
      ...options.env,
    },
    say: (sentence) => void said.push(sentence),
    ...options,
  }).catch(async (cause: unknown) => {
    await folder.remove()
    throw cause
  })
  const database = await openPostgreSql(cluster.databaseUrl)
  const secret = Buffer.from(await readFile(join(cluster.secrets, 'viewer_secret'), 'utf8'), 'base64url')
  const schema = buildSchema(await readFile(join(import.meta.dirname, '../../gateway/schema.graphql'), 'utf8'))
  const people = peopleBefore({
    url: cluster.url,
    schema,
    issuer: cluster.issuer,
    dataDir: join(folder.path, 'cluster'),
    now: () => new Date(),
    seeded: new Date(),
  })

  async function direct(subgraph: string): Promise<Direct> {
    const { port, env } = cluster.planned.find(({ service }) => service === subgraph)!
    const url = `http://${env['HOST']}:${port}/graphql`
    return {
      url,
      close: async () => undefined,
      async ask(asker, document, variables = {}, { purpose = null, headers = {} } = {}) {
        const asking = { viewer: asker, purpose, requestId: randomUUID(), language: 'en' as const }
        const sign = (audience: string) => signAsking(asking, audience, audienceKey(secret, audience), new Date())
        const signed: Record<string, string> = asker
          ? { 'x-hub-viewer': await sign(subgraph), 'x-hub-judge': await sign('judge') }
          : {}
        return post(url, { query: document, variables }, { ...signed, ...headers })
      },
    }
  }

  return {
    ...people,
    cluster,
    said,
    url: cluster.url,
    database,
    dataDir: folder.path,
    secret,
    direct,
    async close() {
      await database.close()
      await cluster.close()
      await folder.remove()
    },
  }
}
