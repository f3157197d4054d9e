import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { world, type World } from '../world.ts'

const FOLDER = fileURLToPath(new URL('../../examples/mbo-student-system', import.meta.url))

interface State {
  cursor: string | null
  applicants: Record<
    string,
    { identity: { callName: string } | null; accommodations: unknown; applications: { status: string }[] }
  >
  handled: { cursor: string; kind: string; dossier: string | null }[]
}

let here: World
let state: string
const running = new Set<ChildProcess>()

beforeAll(async () => {
  here = await world()
  state = join(here.dataDir, 'student-system')
})
afterEach(() => rm(state, { recursive: true, force: true }))
afterAll(async () => {
  for (const child of running) child.kill('SIGKILL')
  await here.close()
  expect(here.log).toEqual([])
})

/** The example as a program of its own, which knows nothing of us. */
function start(args: readonly string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, ['main.ts', ...args], {
    cwd: FOLDER,
    env: {
      PATH: process.env['PATH'],
      HUB: here.url,
      CLIENT_ID: 'roc-voorbeeld',
      CLIENT_SECRET_FILE: join(here.dataDir, 'keys', 'roc-voorbeeld.secret'),
      STATE: state,
      EVERY_SECONDS: '0.05',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const ended = once(child, 'close').then(([code]) => {
    running.delete(child)
    return { code: code as number | null, said }
  })
  return { child, ended, said: () => said }
}

const kept = async (): Promise<State> => JSON.parse(await readFile(join(state, 'state.json'), 'utf8')) as State

/** Every status message that the graph has for this system, in its order. (Of sharing it tells less once something is closed.) */
async function told(): Promise<string[]> {
  const cursors: string[] = []
  for (let after: string | null = null; ;) {
    const { data } = await here
      .as('roc-voorbeeld')
      .query(
        'query ($after: String) { changes(first: 500, after: $after) { edges { node { kind at dossier { id } } } pageInfo { hasNextPage endCursor } } }',
        { after },
      )
    for (const { node } of data.changes.edges)
      if (node.kind === 'APPLICATION_STATUS') cursors.push(`${node.kind} ${node.dossier?.id}`)
    if (!data.changes.pageInfo.hasNextPage) return cursors
    after = data.changes.pageInfo.endCursor
  }
}
const handledIn = ({ handled }: State): string[] =>
  handled.filter(({ kind }) => kind === 'APPLICATION_STATUS').map(({ kind, dossier }) => `${kind} ${dossier}`)

test('it keeps of each applicant what is open, and forgets what is closed', async () => {
  const first = await start(['follow', '--once']).ended
  expect(first.code, first.said).toBe(0)
  const { applicants } = await kept()
  expect(applicants[here.ids['noor']!]).toMatchObject({ identity: { callName: 'Noor' } })
  expect(applicants[here.ids['eva']!]).toMatchObject({ identity: null, accommodations: null })
  expect(applicants[here.ids['fatima']!]).toBeUndefined()

  const { data } = await here
    .as('yara')
    .query('query ($id: ID!) { dossier(id: $id) { consents { id state } } }', { id: here.ids['yara'] })
  expect(applicants[here.ids['yara']!]!.identity).not.toBeNull()
  const { id } = data.dossier.consents.find((each: { state: string }) => each.state === 'GRANTED')
  await here.as('yara').act('revokeConsent', { id })
  expect((await start(['follow', '--once']).ended).code).toBe(0)
  expect((await kept()).applicants[here.ids['yara']!]).toMatchObject({ identity: null, accommodations: null })
})

test('killed while it follows and started again, it misses nothing and does nothing twice', async () => {
  const statuses = ['CONTRACT_OFFERED', 'NOT_ENROLLED'] as const
  // More of them with KILLS=8.
  const students = ['tim', 'eva', 'noor', 'sem'].slice(0, Math.max(1, Number(process.env['KILLS'] ?? 4) / 2))
  const changed = async (student: string, status: string) =>
    here
      .as('marieke')
      .act('reportApplicationStatus', { applicationId: here.applications[student]!['01VB'], status }, '{ id }')

  let run = start(['follow'])
  await expect.poll(() => run.said()).toContain('up to date')
  for (const status of statuses)
    for (const student of students) {
      await changed(student, status)
      // Somewhere in between, wherever it is: reading, asking, writing.
      run.child.kill('SIGKILL')
      await run.ended
      run = start(['follow'])
    }
  const all = await told()
  await expect.poll(async () => handledIn(await kept()).length, { timeout: 30_000 }).toBe(all.length)
  run.child.kill('SIGKILL')
  await run.ended
  const state = await kept()
  expect(handledIn(state)).toEqual(all)
  expect(new Set(state.handled.map(({ cursor }) => cursor)).size).toBe(state.handled.length)
  expect(state.applicants[here.ids['tim']!]!.applications[0]!.status).toBe('NOT_ENROLLED')
})

test('it reports a status, and is told in words why not', async () => {
  const application = here.applications['lotte']!['01VB']!
  const done = await start(['report', application, 'CONTRACT_OFFERED']).ended
  expect(done).toEqual({ code: 0, said: 'CONTRACT_OFFERED\n' })
  const notOwn = await start(['report', here.applications['fatima']!['02DE']!, 'CONTRACT_OFFERED']).ended
  expect(notOwn).toEqual({ code: 1, said: 'NOT_FOUND: Not found.\n' })
  const stranger = await start(['follow', '--once'], { CLIENT_SECRET_FILE: '', CLIENT_SECRET: 'no' }).ended
  expect(stranger.code).toBe(1)
})
