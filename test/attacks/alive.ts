import { expect } from 'vitest'
import type { World } from '../world.ts'

/** After an attack the hub answers as before: it is ready, and somebody reads what is theirs (a mentor may have corrected the name to one of the words). */
export async function expectAlive(here: World): Promise<void> {
  expect((await fetch(`${here.url}/health/ready`)).status).toBe(200)
  const { data, errors } = await here
    .as('noor')
    .query('query ($id: ID!) { dossier(id: $id) { identity { surname } } }', { id: here.ids['noor'] })
  expect(errors).toEqual([])
  expect(data).toEqual({ dossier: { identity: { surname: expect.any(String) } } })
}
