import type { OpenConsent } from '@doorstroomhub/consent/main.ts'
import { afterAll, beforeAll } from 'vitest'
import { begin } from '../model/beginning.ts'
import type { Model } from '../model/case.ts'
import { ask, mutate } from '../model/hub.ts'
import type { Person } from '../model/people.ts'
import { world, type World } from '../world.ts'
import { testServer } from '../world/postgresql.ts'

/** The people and the dossiers of the stories, and the hub in which they happen. */
/** The hub of the test file that uses these scenes; each file runs in a process of its own. */
export let hub: World
beforeAll(async () => {
  hub = await world({ on: testServer() === null ? 'embedded' : 'postgresql' })
}, 300_000)
afterAll(() => hub.close())

export const DAY_MS = 86_400_000
export const later = (ms: number) => hub.clock.set(new Date(hub.clock.now().getTime() + ms))
export const timePasses = () => (hub.hub.subgraphs[0] as OpenConsent).runDue()

export async function attempt(who: Person, mutation: string, input: Record<string, unknown>, shown = '{ __typename }') {
  const { code, data, text } = await mutate(hub, who, mutation, input, { shown })
  return { code: code ?? 'OK', text, got: data?.[mutation] }
}
export async function must(who: Person, mutation: string, input: Record<string, unknown>, shown = '{ id }') {
  const { code, text, got } = await attempt(who, mutation, input, shown)
  if (code !== 'OK') throw new Error(`${who.name} may not ${mutation}: ${text}`)
  return got
}

export interface Scene extends Model {
  application: string
}
/** A dossier of a student with this birth date, two guardians, applied at the first institution. */
export async function scene(birthDate: string, policies = 0): Promise<Scene> {
  const { model } = await begin(hub, { birthDate, guardians: 2, scopes: 0, policies })
  return { ...model, application: await apply(model) }
}
export const BOTH = 0
export const STUDENT_FROM_16 = 3

export async function apply(model: Model): Promise<string> {
  const [{ crebo } = { crebo: '' }] = await hub.database.sql<{ crebo: string }>(
    'select crebo from consent.programme limit 1',
  )
  const { id } = await must(model.cast.mentor, 'registerApplication', {
    dossierId: model.id,
    institution: model.places.institutions[0].brin,
    crebo,
    startYear: model.startYear,
  })
  return id
}
export const give = (one: Scene, groups = ['IDENTITY'], purpose = 'INTAKE_TALK') =>
  must(
    one.cast.student,
    'giveConsent',
    { dossierId: one.id, institution: one.places.institutions[0].brin, groups, purpose },
    '{ id state }',
  )
export const dossier = async ({ id, cast }: Model, fields: string, who = cast.student) =>
  (await ask(hub, who, null, `query ($id: ID!) { dossier(id: $id) { ${fields} } }`, { id })).data?.dossier
export const status = async (one: Model): Promise<string> => (await dossier(one, 'status')).status
export const can = async (one: Model, who: Person): Promise<string[]> => (await dossier(one, 'can', who)).can
export async function ready(one: Scene): Promise<void> {
  await must(one.cast.mentor, 'moveDossier', { id: one.id, to: 'IN_CONSULTATION', expectedVersion: 1 })
  await must(one.cast.student, 'moveDossier', { id: one.id, to: 'READY', expectedVersion: 1 })
}
export const SIXTEEN = '2010-06-01'
/** Eighteen on the day after the story begins. */
export const ALMOST_ADULT = '2008-11-25'
