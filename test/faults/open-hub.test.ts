import { runProvider, temporaryFolder } from '@doorstroomhub/gateway/demo/testing.ts'
import { startHub, type Hub } from '@doorstroomhub/gateway/hub.ts'
import type { Settings } from '@doorstroomhub/gateway/settings.ts'
import { composeSupergraph } from '@doorstroomhub/gateway/supergraph.ts'
import { openLog } from '@doorstroomhub/kit/log.ts'
import { once } from 'node:events'
import { readFile, writeFile } from 'node:fs/promises'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { post } from '../world/answer.ts'
import { settingsIn, world, type World } from '../world.ts'
import { startChild, type Child } from './child.ts'

const here = import.meta.dirname
const SPORT = join(here, 'sport.ts')
const KEY = new Uint8Array(32).fill(11)
const PLACES = ['consent', 'person', 'support-needs', 'career-portfolio', 'intake-preparation']
const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@override"])'

const startSport = (): Promise<Child> =>
  startChild(SPORT, { PORT: '0', HUB_KEY: Buffer.from(KEY).toString('base64url') })

/** Asks a subgraph for its part of the graph. */
async function sdlOf(url: string): Promise<string> {
  const answer = await post(url, { query: '{ _service { sdl } }' }, {})
  return answer.data._service.sdl
}

test('the example in docs/open-hub.md is the one that is tested here', async () => {
  const text = await readFile(join(here, '../../docs/open-hub.md'), 'utf8')
  expect(text).toContain(`\`\`\`ts\n${await readFile(SPORT, 'utf8')}\`\`\``)
})

describe('a subgraph of a region, beside the hub', () => {
  let own: World
  let sport: Child
  let hub: Hub
  let settings: Settings
  const log: string[] = []
  /** A guest that says what a test wants it to say. */
  let other: Server
  let said = ''
  const received: IncomingHttpHeaders[] = []

  beforeAll(async () => {
    ;[own, sport] = await Promise.all([world(), startSport()])
    other = createServer((request, response) => {
      received.push(request.headers)
      request.resume()
      response.end(JSON.stringify({ data: { _service: { sdl: `${LINK}\n${said}` }, otherWord: 'hello' } }))
    }).listen(0, '127.0.0.1')
    await once(other, 'listening')
    const subgraphs = await Promise.all(PLACES.map(async (name) => ({ name, url: (await own.direct(name)).url })))
    settings = {
      ...settingsIn(own.dataDir),
      subgraphs: [...subgraphs, { name: 'sport', url: sport.url, key: KEY }],
      oidc: { issuer: `${own.url}/oidc`, audience: null },
      demo: false,
    }
    // The example looks at the machine's clock.
    own.clock.set(new Date())
    hub = await startHub({
      settings,
      clock: own.clock.now,
      log: openLog('error', { write: (line) => void log.push(line) }),
    })
  })
  afterAll(async () => {
    await hub?.close()
    await sport?.end()
    other?.close()
    await own?.close()
  })

  const ask = async (who: string, query: string) => {
    own.clock.set(new Date())
    return post(
      `${hub.url}/graphql`,
      { query },
      { authorization: `Bearer ${await own.token(who)}`, 'x-purpose': 'INTAKE_TALK' },
    )
  }
  const CARD =
    '{ dossiers(first: 1) { edges { node { identity { callName } sportClub { name } } } } sportClubs { name } }'

  test('is part of the graph, and is told who asks in a way that it can check', async () => {
    const noor = await ask('noor', CARD)
    expect(noor.errors).toEqual([])
    expect(noor.data.dossiers.edges[0].node).toEqual({
      identity: { callName: 'Noor' },
      sportClub: { name: 'Vechtdal Volleybal' },
    })
    const marieke = await ask('marieke', CARD)
    expect(marieke.data.dossiers.edges[0].node.sportClub).toBeNull()
    expect(marieke.data.sportClubs).toHaveLength(2)
  })

  const withOther = () => ({
    subgraphs: [
      ...settings.subgraphs!,
      { name: 'other', url: `http://127.0.0.1:${(other.address() as AddressInfo).port}` },
    ],
    supergraphFile: null,
  })

  test('is refused with the reason when it takes over a field of the hub, and the graph stays as it was', async () => {
    said =
      'type Query { otherWord: String } type Dossier @key(fields: "id") { id: ID! paused: Boolean! @override(from: "consent") }'
    await expect(hub.renew(withOther())).rejects.toThrow(
      'The subgraph other is not let in: Dossier.paused is a field of the hub: another subgraph may not define, override, require or provide it.',
    )
    expect((await ask('noor', CARD)).errors).toEqual([])
    expect((await ask('noor', '{ otherWord }')).errors[0]?.message).toContain('otherWord')
  })

  test('is refused when it does not compose', async () => {
    said = 'type Query { otherWord: Nothing }'
    await expect(hub.renew(withOther())).rejects.toThrow(/The subgraph other is not let in: .*Nothing/)
    expect((await ask('noor', CARD)).errors).toEqual([])
  })

  test('is let in without a restart when it is good, and gets no word to the referee', async () => {
    said = 'type Query { otherWord: String }'
    await hub.renew(withOther())
    received.length = 0
    expect((await ask('noor', '{ otherWord viewer { name } }')).data).toMatchObject({ otherWord: 'hello' })
    expect(received.map((headers) => [typeof headers['x-hub-viewer'], headers['x-hub-judge']])).toEqual([
      ['string', undefined],
    ])
    expect(received[0]?.['authorization']).toBeUndefined()
  })

  test('that is away costs its own fields only, and the hub is ready without it', async () => {
    await sport.end('SIGKILL')
    const { data, errors } = await ask('noor', CARD.replace(' sportClubs { name }', ''))
    expect(data.dossiers.edges[0].node).toEqual({ identity: { callName: 'Noor' }, sportClub: null })
    expect(errors.map(({ path, code }) => [path, code])).toEqual([['dossiers.edges.0.node.sportClub', 'INTERNAL']])
    expect((await fetch(new URL('/health/ready', hub.url))).status).toBe(200)
  })

  test('that is away when the hub starts is left out, and the log says so', async () => {
    const lines: string[] = []
    const second = await startHub({
      settings: {
        ...settings,
        subgraphs: [...settings.subgraphs!.slice(0, 5), { name: 'sport', url: 'http://127.0.0.1:9/graphql' }],
      },
      clock: own.clock.now,
      log: openLog('error', { write: (line) => void lines.push(line) }),
    })
    try {
      expect(second.engine.schema.getQueryType()?.getFields()['sportClubs']).toBeUndefined()
      expect(second.engine.schema.getQueryType()?.getFields()['dossiers']).toBeDefined()
      expect(lines.join('')).toContain('The subgraph sport is not let in: The subgraph sport cannot be reached')
    } finally {
      await second.close()
    }
  })
})

describe('a gateway with a graph of somebody else', () => {
  test('starts on the file, answers without any part of ours, and takes another file on SIGHUP only when it is good', async () => {
    const [folder, sport] = await Promise.all([temporaryFolder(), startSport()])
    const provider = await runProvider({ dataDir: folder.path })
    const file = join(folder.path, 'supergraph.graphql')
    const sdl = await sdlOf(sport.url)
    await writeFile(file, await composeSupergraph([{ name: 'sport', sdl, url: sport.url }]))
    const gateway = await startChild(join(here, '../../gateway/main.ts'), {
      PORT: '0',
      DATA_DIR: folder.path,
      SUPERGRAPH: file,
      SUBGRAPHS: `sport=${sport.url}`,
      SUBGRAPH_KEYS: `sport=${Buffer.from(KEY).toString('base64url')}`,
      OIDC_ISSUER: provider.issuer,
      VIEWER_SECRET: Buffer.alloc(32, 3).toString('base64url'),
    })
    try {
      const headers = { authorization: `Bearer ${await provider.token('noor')}` }
      const ask = (query: string) => post(`${gateway.url}/graphql`, { query }, headers)
      expect((await ask('{ sportClubs { name } }')).data.sportClubs).toHaveLength(2)

      await writeFile(file, 'type Query {')
      gateway.process.kill('SIGHUP')
      await expect.poll(() => gateway.said()).toContain('NOT_COMPOSED')
      expect((await ask('{ sportClubs { name } }')).data.sportClubs).toHaveLength(2)

      const renamed = sdl.replace('type Query {', 'type Query {\n  swimmingClubs: [SportClub!]')
      await writeFile(file, await composeSupergraph([{ name: 'sport', sdl: renamed, url: sport.url }]))
      gateway.process.kill('SIGHUP')
      await expect.poll(() => gateway.said()).toContain('composed anew')
      expect((await ask('{ swimmingClubs { name } sportClubs { name } }')).status).toBe(200)
    } finally {
      expect(await gateway.end()).toBe(0)
      await provider.close()
      await sport.end()
      await folder.remove()
    }
  })
})
