import { accountOf } from '@doorstroomhub/gateway/demo/accounts.ts'
import { temporaryFolder } from '@doorstroomhub/gateway/demo/testing.ts'
import { tokenOf } from '@doorstroomhub/gateway/demo/token.ts'
import { datesFrom } from '@doorstroomhub/gateway/demo/world/dates.ts'
import { ten } from '@doorstroomhub/gateway/demo/world/people/ten.ts'
import type { WorldContent, WorldDossier } from '@doorstroomhub/gateway/demo/world/types.ts'
import type { Database } from '@doorstroomhub/kit/database.ts'
import { openPostgreSql } from '@doorstroomhub/kit/postgresql.ts'
import { audienceKey, signAsking, type Viewer } from '@doorstroomhub/kit/viewer.ts'
import { openCluster, type Cluster, type ClusterOptions } from '@doorstroomhub/tools/cluster/open.ts'
import { buildSchema } from 'graphql'
import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { post } from '../world/answer.ts'
import type { Direct } from '../world/direct.ts'
import { tokenFor } from '../world/token.ts'
import type { Person, World } from '../world.ts'

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
  const people = ten(datesFrom(new Date()))
  const tokens = new Map<string, Promise<string>>()

  function token(who: string | Viewer): Promise<string> {
    const name = typeof who === 'string' ? who : who.subject
    const known = tokens.get(name)
    if (known) return known
    const dataDir = join(folder.path, 'cluster')
    const fresh =
      typeof who === 'string'
        ? tokenOf(who, cluster.issuer)
        : tokenFor(who, { issuer: cluster.issuer, dataDir, now: new Date() })
    tokens.set(name, fresh)
    return fresh
  }

  function viewer(name: string): Viewer {
    const known = accountOf(name)
    if (!known) throw new Error(`The demo has nobody named ${name}.`)
    const { account, organisation, role, region, municipality, scopes } = known
    const acts = organisation && { brin: organisation.brin, name: organisation.name, kind: organisation.kind }
    return { subject: account, name: known.name, role, organisation: acts, region, municipality, scopes: [...scopes] }
  }

  function as(who: string | Viewer, { purpose = null }: { purpose?: string | null } = {}): Person {
    const name = typeof who === 'string' ? who : who.subject
    const query: Person['query'] = async (document, variables = {}, headers = {}) =>
      post(
        `${cluster.url}/graphql`,
        { query: document, variables },
        {
          authorization: `Bearer ${await token(who)}`,
          ...(purpose === null ? {} : { 'x-purpose': purpose }),
          ...headers,
        },
      )
    const attempt: Person['attempt'] = (mutation, input, shown = '{ __typename }') => {
      const type = schema.getMutationType()?.getFields()[mutation]?.args[0]?.type
      if (!type) throw new Error(`The graph has no mutation ${mutation}.`)
      return query(`mutation ($input: ${String(type)}) { ${mutation}(input: $input) ${shown} }`, { input })
    }
    return {
      name,
      purpose,
      query,
      attempt,
      async act(mutation, input, shown) {
        const answer = await attempt(mutation, input, shown)
        if (answer.errors.length > 0) throw new Error(`${name} may not ${mutation}: ${answer.text}`)
        return answer.data[mutation]
      },
    }
  }

  async function direct(subgraph: string): Promise<Direct> {
    const { port } = cluster.planned.find(({ service }) => service === subgraph)!
    const url = `http://127.0.0.1:${port}/graphql`
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
    cluster,
    said,
    url: cluster.url,
    database,
    dataDir: folder.path,
    secret,
    as,
    token,
    viewer,
    direct,
    ids: Object.fromEntries(people.map(({ subject, id }) => [subject, id])),
    applications: Object.fromEntries(
      people.map(({ subject, applications }) => [
        subject,
        Object.fromEntries(applications.map(({ institution, id }) => [institution, id])),
      ]),
    ),
    told(student) {
      const one = people.find(({ subject }) => subject === student)
      if (!one?.content) throw new Error(`${student} has no dossier.`)
      return one as WorldDossier & { content: WorldContent }
    },
    async close() {
      await database.close()
      await cluster.close()
      await folder.remove()
    },
  }
}
