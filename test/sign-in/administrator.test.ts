import { afterAll, beforeAll, expect, test } from 'vitest'
import { world, type World } from '../world.ts'
import { visitor } from './visitor.ts'

let here: World
beforeAll(async () => {
  here = await world()
})
afterAll(async () => {
  await here.close()
  expect(here.log).toEqual([])
})

const WHO = '{ viewer { subject } }'

interface Seen {
  signedIn: number
  signedOut: number
  signInsRefused: number
  proofsRefused: number
}
const seen = async (): Promise<Seen> =>
  (await here.as('beheer').query('{ hub { signedIn signedOut signInsRefused proofsRefused } }')).data.hub

test('the administrator sees how often people came in, went out and were not let in, and what was not believed', async () => {
  expect(await seen()).toEqual({ signedIn: 0, signedOut: 0, signInsRefused: 0, proofsRefused: 0 })
  const [noor, joris] = [visitor(here.url), visitor(here.url)]
  await noor.signIn('noor')
  await joris.signIn('joris')
  const stolen = noor.cookie()
  await noor.signOut()
  // Nobody was signed in any more: nobody went out.
  await noor.signOut()
  expect(await seen()).toEqual({ signedIn: 2, signedOut: 1, signInsRefused: 0, proofsRefused: 0 })

  expect((await visitor(here.url).visit('/sign-in/callback?code=x&state=y')).status).toBe(400)
  expect((await visitor(here.url).ask(WHO, { cookie: stolen, origin: here.url })).status).toBe(401)
  expect((await visitor(here.url).ask(WHO, { authorization: 'Bearer nonsense' })).status).toBe(401)
  // Who shows nothing is no proof that was refused.
  expect((await visitor(here.url).ask(WHO, {})).status).toBe(401)
  expect(await seen()).toEqual({ signedIn: 2, signedOut: 1, signInsRefused: 1, proofsRefused: 2 })

  const figures = await (await fetch(`${here.url}/metrics`)).text()
  for (const line of [
    'hub_sign_ins_total{outcome="in"} 2',
    'hub_sign_ins_total{outcome="out"} 1',
    'hub_sign_ins_total{outcome="refused"} 1',
    'hub_proofs_refused_total{shown="cookie"} 1',
    'hub_proofs_refused_total{shown="token"} 1',
  ])
    expect(figures).toContain(line)
})
