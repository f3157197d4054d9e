import { openEmbedded } from '@doorstroomhub/kit/embedded.ts'
import { audienceKey, signAsking } from '@doorstroomhub/kit/viewer.ts'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { temporaryFolder } from '@doorstroomhub/gateway/demo/testing.ts'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { revokes } from './access/acts.ts'
import { post } from './world/answer.ts'
import { NUMBER_KEY, preparedCopy } from './world/prepared.ts'
import { world, type World } from './world.ts'

const MAIN = fileURLToPath(new URL('../subgraphs/person/main.ts', import.meta.url))
const SURNAME = 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Dossier { id identity { surname } } } }'

/** `node subgraphs/person/main.ts` in a process of its own, with the referee in this one. */
describe('a subgraph that runs alone', () => {
  let here: World
  let child: ChildProcess
  let url: string
  let folder: Awaited<ReturnType<typeof temporaryFolder>>

  beforeAll(async () => {
    here = await world()
    folder = await temporaryFolder()
    const copy = await preparedCopy(inject('preparedWorld'))
    await (await openEmbedded({ folder: folder.path, copy })).close()
    const consent = await here.direct('consent')
    child = spawn(process.execPath, [MAIN], {
      env: {
        PATH: process.env['PATH'],
        PORT: '0',
        HOST: '127.0.0.1',
        DATA_DIR: folder.path,
        JUDGE_URL: new URL('/internal/judge', consent.url).href,
        VIEWER_SECRET: Buffer.from(here.secret).toString('base64url'),
        NUMBER_KEY: Buffer.from(NUMBER_KEY).toString('base64url'),
      },
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    url = await new Promise<string>((resolve, reject) => {
      let said = ''
      child.stdout!.on('data', (part) => {
        said += String(part)
        const found = /^ready (\S+)$/m.exec(said)?.[1]
        if (found) resolve(found)
      })
      child.once('exit', (code) => reject(new Error(`It ended with ${code}.`)))
    })
  })
  afterAll(async () => {
    if (child.exitCode === null) {
      child.kill('SIGTERM')
      await once(child, 'exit')
    }
    expect(child.exitCode).toBe(0)
    await here.close()
    await folder.remove()
  })

  /** As the gateway asks: the viewer signed for this subgraph, and the same signed for the referee. Their clocks are not the same one. */
  async function ask(who: string, purpose: string | null, student: string) {
    const asking = { viewer: here.viewer(who), purpose, requestId: 'request-of-the-test', language: 'en' as const }
    return post(
      url,
      { query: SURNAME, variables: { r: [{ __typename: 'Dossier', id: here.ids[student] }] } },
      {
        'x-hub-viewer': await signAsking(asking, 'person', audienceKey(here.secret, 'person'), new Date()),
        'x-hub-judge': await signAsking(asking, 'judge', audienceKey(here.secret, 'judge'), here.clock.now()),
      },
    )
  }

  test('says that it is alive and ready', async () => {
    for (const path of ['/health/live', '/health/ready'])
      expect((await fetch(new URL(path, url))).status, path).toBe(200)
  })
  test('shows nothing to who is not signed, and refuses who is signed by another', async () => {
    const r = [{ __typename: 'Dossier', id: here.ids['noor'] }]
    const unsigned = await post(url, { query: SURNAME, variables: { r } }, {})
    expect(unsigned.text).not.toContain('Vries')
    expect(unsigned.data).toEqual({ _entities: [null] })
    const asking = {
      viewer: here.viewer('noor'),
      purpose: null,
      requestId: 'request-of-the-test',
      language: 'en' as const,
    }
    const forged = await signAsking(asking, 'person', new Uint8Array(32).fill(9), new Date())
    const answer = await post(url, { query: SURNAME, variables: { r } }, { 'x-hub-viewer': forged })
    expect([answer.status, answer.errors[0]?.code]).toEqual([401, 'UNAUTHENTICATED'])
  })
  test('answers as the referee says, and what was read is in the log of the student', async () => {
    const own = await ask('noor', null, 'noor')
    expect(own.data._entities[0].identity).toEqual({ surname: 'Vries' })
    const shared = await ask('marieke', 'INTAKE_TALK', 'lotte')
    expect(shared.data._entities[0].identity).toEqual({ surname: 'Dijk' })
    const closed = await ask('marieke', 'INTAKE_TALK', 'eva')
    expect([closed.data._entities[0].identity, closed.errors[0]?.code]).toEqual([null, 'NOT_AVAILABLE'])
    expect((await ask('karim', 'INTAKE_TALK', 'noor')).data._entities).toEqual([null])
    const lines = await here.database.sql(
      `select subgraph, request_id, groups from consent.read_log where dossier_id = $1 and subject = 'marieke'`,
      [here.ids['lotte']],
    )
    expect(lines).toEqual([{ subgraph: 'person', request_id: 'request-of-the-test', groups: ['IDENTITY'] }])
  })
  test('hears on the very next request that the student stopped sharing', async () => {
    expect((await ask('marieke', 'INTAKE_TALK', 'lotte')).errors).toEqual([])
    await revokes(here, 'lotte', 'lotte', '01VB')
    const answer = await ask('marieke', 'INTAKE_TALK', 'lotte')
    expect([answer.data._entities[0].identity, answer.errors[0]?.code]).toEqual([null, 'NOT_AVAILABLE'])
  })
  test('says no to everything while the referee cannot be reached', async () => {
    const asking = {
      viewer: here.viewer('noor'),
      purpose: null,
      requestId: 'request-of-the-test',
      language: 'en' as const,
    }
    const answer = await post(
      url,
      { query: SURNAME, variables: { r: [{ __typename: 'Dossier', id: here.ids['noor'] }] } },
      {
        'x-hub-viewer': await signAsking(asking, 'person', audienceKey(here.secret, 'person'), new Date()),
        'x-hub-judge': await signAsking(asking, 'judge', new Uint8Array(32).fill(9), here.clock.now()),
      },
    )
    expect(answer.text).not.toContain('Vries')
    expect(answer.errors[0]?.code).toBe('INTERNAL')
  })
})
