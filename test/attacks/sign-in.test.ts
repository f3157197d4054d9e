import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { visitor } from '../sign-in/visitor.ts'
import { world, type World } from '../world.ts'
import { expectAlive } from './alive.ts'

const WHO = '{ viewer { subject } }'
const SESSION = 'hub_session'

let here: World
beforeAll(async () => {
  here = await world()
})
afterEach(() => expectAlive(here))
afterAll(async () => {
  await here.close()
  expect(here.log).toEqual([])
})

test.for([
  'https://evil.example/',
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/%2fevil.example',
  '/%5Cevil.example',
  '/.//evil.example',
  '/..//evil.example',
  '/%2e%2e//evil.example',
  '/\t/evil.example',
  '/%09/evil.example',
  '/%252fevil.example',
  'javascript:alert(1)',
  'evil.example',
  '/sign-out',
  '/sign-in?return=/sign-in',
  '/x\r\nset-cookie: a=b',
  '',
])('signing in never leads elsewhere: %j', async (to) => {
  const back = await visitor(here.url).signIn('noor', to)
  expect([back.status, back.headers.get('location')]).toEqual([303, '/'])
})

test('a cookie of somebody else’s making, or changed in any part, is refused', async () => {
  const noor = visitor(here.url)
  await noor.signIn('noor')
  const good = noor.session()
  const parts = good.split('.')
  const flipped = (at: number): string => {
    const sign = good[at] === 'A' ? 'B' : 'A'
    return good.slice(0, at) + sign + good.slice(at + 1)
  }
  const none = Buffer.from('{"alg":"none","enc":"none"}').toString('base64url')
  const tampered = [
    flipped(5),
    flipped(good.lastIndexOf('.') - 10),
    flipped(good.lastIndexOf('.') + 3),
    [none, ...parts.slice(1)].join('.'),
    parts.slice(0, 4).join('.'),
    `${good}${good}`,
    'x',
  ]
  await noor.visit('/sign-in')
  // What was sealed for a sign-in that is going on is no session.
  tampered.push([...noor.cookies].find(([name]) => name.startsWith('hub_sign_in_'))![1])
  for (const value of tampered) {
    const answer = await noor.ask(WHO, { cookie: `${SESSION}=${value}`, origin: here.url })
    expect([answer.status, answer.errors[0]?.code]).toEqual([401, 'UNAUTHENTICATED'])
  }
  const twice = await noor.ask(WHO, { cookie: `${SESSION}=${good}; ${SESSION}=${good}`, origin: here.url })
  expect(twice.status).toBe(401)
})
