import type { World } from '../../world.ts'
import { asked } from '../asking.ts'

export const dossier =
  (student: string, more: Record<string, unknown> = {}) =>
  async (world: World) => ({
    dossierId: world.ids[student],
    ...more,
  })
export const idOf = (found: (world: World) => Promise<string> | string) => async (world: World) => ({
  id: await found(world),
})
export const content = (world: World) => world.told('eva').content
export async function version(world: World, student: string): Promise<number> {
  const { dossier: one } = await asked(world, student, 'query ($id: ID!) { dossier(id: $id) { version } }', {
    id: world.ids[student],
  })
  return one.version
}

export async function consentOf(world: World, student: string, state: string): Promise<string> {
  const { dossier: one } = await asked(
    world,
    student,
    'query ($id: ID!) { dossier(id: $id) { consents { id state } } }',
    {
      id: world.ids[student],
    },
  )
  return one.consents.find((consent: { state: string }) => consent.state === state).id
}

export const applicationOf = (world: World, student: string): string =>
  Object.values(world.applications[student] ?? {})[0]!
export async function preparationOf(world: World): Promise<string> {
  const { dossier: one } = await asked(
    world,
    'eva',
    'query ($id: ID!) { dossier(id: $id) { applications { intakePreparation { id } } } }',
    { id: world.ids['eva'] },
  )
  return one.applications[0].intakePreparation.id
}

export const AGREEMENT = {
  region: '10',
  allowed: [{ group: 'IDENTITY', detail: 'TICK_AND_ADVICE', from: '2026-09-01', purposes: ['INTAKE_TALK'] }],
  minorPolicy: 'BOTH_UNTIL_18',
  postEnrolment: 'CONSENT',
  goals: ['Een goed gesprek'],
  beatSeconds: 60,
}
export async function webhookOf(world: World): Promise<string> {
  const { webhooks } = await asked(world, 'roc-voorbeeld', '{ webhooks { id } }', {})
  return webhooks[0].id
}
