import { memoryBus } from '@doorstroomhub/kit/bus.ts'
import { SESSION_ENDED, type EndedSession } from '@doorstroomhub/kit/subgraph.ts'
import type { Viewer } from '@doorstroomhub/kit/viewer.ts'
import { expect, test } from 'vitest'
import { openEnded, type EndedStore } from './ended.ts'
import { localPath } from './paths.ts'
import { openPeople, type People } from './people.ts'
import { sealFor } from './seal.ts'

const ORIGIN = 'https://hub.example'
const NOW = new Date('2026-03-02T08:00:00Z')
const noor: Viewer = {
  subject: 'noor',
  name: 'Noor de Vries',
  role: 'STUDENT',
  organisation: null,
  region: null,
  municipality: null,
  scopes: [],
}
const key = (fill: number): Uint8Array => new Uint8Array(32).fill(fill)

/** A place for what ended, that can be away. */
function place() {
  const rows: EndedSession[] = []
  const bus = memoryBus()
  let away = false
  const store: EndedStore = {
    async end(session) {
      if (away) throw new Error('away')
      rows.push({ ...session, at: NOW.toISOString() })
      bus.publish(SESSION_ENDED, '')
    },
    async since(at) {
      if (away) throw new Error('away')
      return rows.filter((row) => at === null || row.at >= at)
    },
  }
  return { store, bus, rows, goAway: (is: boolean) => void (away = is) }
}

async function gateway(at: ReturnType<typeof place>, keys = [key(1)], clock = () => NOW) {
  const failures: unknown[] = []
  const ended = await openEnded({ store: at.store, bus: at.bus, clock, onError: (cause) => failures.push(cause) })
  const people = openPeople({ origin: ORIGIN, keys, ended, rules: { secure: true }, clock })
  return { people, ended, failures }
}

const cookieOf = (line: string): string => line.split(';', 1)[0]!
const shown = (line: string) => ({ cookie: cookieOf(line), origin: ORIGIN })
const known = async (people: People, line: string): Promise<string | undefined> =>
  people.proofOf(shown(line)).then(
    (proof) => proof?.viewer.subject,
    (error: { code: string }) => error.code,
  )

test('over TLS the cookie is for this host alone', async () => {
  const { people } = await gateway(place())
  const line = await people.begin(noor, { until: null })
  expect(line).toMatch(/^__Host-hub_session=[^;]+; Path=\/; HttpOnly; SameSite=Lax; Secure$/)
  // Under its name without the prefix it could have been put there over plain HTTP.
  expect(await people.proofOf({ cookie: cookieOf(line).replace('__Host-', ''), origin: ORIGIN })).toBeNull()
})

test('a new key closes, an older one still opens, and one that is gone does not', async () => {
  const at = place()
  const line = await (await gateway(at, [key(1)])).people.begin(noor, { until: null })
  expect(await known((await gateway(at, [key(2), key(1)])).people, line)).toBe('noor')
  expect(await known((await gateway(at, [key(2)])).people, line)).toBe('UNAUTHENTICATED')
  const newer = await (await gateway(at, [key(2), key(1)])).people.begin(noor, { until: null })
  expect(await known((await gateway(at, [key(1)])).people, newer)).toBe('UNAUTHENTICATED')
})

test('what was sealed for one use is nothing for another', async () => {
  const sealed = await sealFor('sign-in', [key(1)]).close({ a: 1 })
  expect(await sealFor('sign-in', [key(1)]).open(sealed)).toEqual({ a: 1 })
  expect(await sealFor('session', [key(1)]).open(sealed)).toBeNull()
})

test('a session does not outlive what the provider says', async () => {
  let now = NOW
  const { people } = await gateway(place(), [key(1)], () => now)
  const line = await people.begin(noor, { until: new Date(NOW.getTime() + 10 * 60_000) })
  now = new Date(NOW.getTime() + 9 * 60_000)
  const proof = await people.proofOf(shown(line))
  expect(proof?.expiresAt).toEqual(new Date(NOW.getTime() + 10 * 60_000))
  expect(proof?.cookie).toBeDefined()
  now = new Date(NOW.getTime() + 10 * 60_000)
  expect(await known(people, line)).toBe('UNAUTHENTICATED')
  expect(await known(people, proof!.cookie!)).toBe('UNAUTHENTICATED')
})

test('a word of the provider that is too long for a cookie is left out of it', async () => {
  const { people } = await gateway(place())
  const long = await people.begin(noor, { until: null, idToken: 'x'.repeat(5_000) })
  expect(long.length).toBeLessThan(4_096)
  expect((await people.sessionOf(shown(long)))?.idToken).toBeUndefined()
  const short = await people.begin(noor, { until: null, idToken: 'x'.repeat(900) })
  expect((await people.sessionOf(shown(short)))?.idToken).toHaveLength(900)
})

test('what ends at one gateway is told to the other, and ends what is open there', async () => {
  const at = place()
  const [one, two] = [await gateway(at), await gateway(at)]
  const line = await one.people.begin(noor, { until: null })
  const proof = await two.people.proofOf(shown(line))
  const heard = new Promise<void>((resolve) => proof!.ended!.addEventListener('abort', () => resolve()))
  await one.people.end(await one.people.sessionOf(shown(line)))
  expect(await known(one.people, line)).toBe('UNAUTHENTICATED')
  await heard
  expect(await known(two.people, line)).toBe('UNAUTHENTICATED')
  // One that starts afterwards reads it.
  expect(await known((await gateway(at)).people, line)).toBe('UNAUTHENTICATED')
})

test('a session whose end could not be kept goes on, and whoever ends it hears so', async () => {
  const at = place()
  const { people } = await gateway(at)
  const line = await people.begin(noor, { until: null })
  at.goAway(true)
  await expect(people.end(await people.sessionOf(shown(line)))).rejects.toThrow('away')
  expect(await known(people, line)).toBe('noor')
  await expect(gateway(at)).rejects.toThrow('away')
})

test('a path on this hub is kept as it is', () => {
  for (const path of ['/', '/dossier/1?x=%2F%2Fy#z', '/a/b//c', '/sign-information']) expect(localPath(path)).toBe(path)
})
