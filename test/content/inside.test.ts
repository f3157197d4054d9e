import { afterAll, beforeAll, expect, test } from 'vitest'
import { contentWorld, type ContentWorld } from './world.ts'

let world: ContentWorld
beforeAll(async () => {
  world = await contentWorld()
})
afterAll(() => world?.close())

const read = async (name: string, student: string) =>
  world.read(
    name,
    'consent',
    world.dossier(student).id,
    'readersInside { name role groups choices shared }',
    'INTAKE_TALK',
  )

test('a student sees who of the school and the family reads what, and what is their own choice', async () => {
  const { data } = await read('noor', 'noor')
  const byRole = Object.fromEntries((data['readersInside'] as { role: string }[]).map((one) => [one.role, one]))
  expect(Object.keys(byRole).sort()).toEqual(['CARE_COORDINATOR', 'GUARDIAN', 'MENTOR'])
  expect(byRole['GUARDIAN']).toMatchObject({ choices: [], shared: [] })
  expect(byRole['GUARDIAN']).toHaveProperty('groups', expect.arrayContaining(['CONDITION', 'CAREER_FILE']))
  expect(byRole['MENTOR']).toMatchObject({ name: 'Joris Hoekstra', choices: ['CONDITION', 'INTAKE_PREPARATION'] })
  expect(byRole['MENTOR']).toHaveProperty('groups', expect.not.arrayContaining(['CONDITION']))
})

test('from 16 the family reads what the student shares, and what is shared shows', async () => {
  const share = (on: boolean) =>
    world.act('daan', 'consent', 'shareInside', {
      dossierId: world.dossier('daan').id,
      group: 'CAREER_FILE',
      role: 'GUARDIAN',
      on,
    })
  const guardians = async () =>
    (await read('daan', 'daan')).data['readersInside'].filter(({ role }: { role: string }) => role === 'GUARDIAN')
  for (const one of await guardians())
    expect(one).toMatchObject({ choices: ['ACCOMMODATIONS', 'CONDITION', 'CAREER_FILE'], shared: [] })
  await share(true)
  const told = await guardians()
  expect(told).toHaveLength(2)
  for (const one of told) {
    expect(one.shared).toEqual(['CAREER_FILE'])
    expect(one.groups).toContain('CAREER_FILE')
    expect(one.groups).not.toContain('CONDITION')
  }
  await share(false)
  for (const one of await guardians()) expect(one.groups).not.toContain('CAREER_FILE')
})

test('a guardian of somebody who is eighteen is no reader any more', async () => {
  const { data } = await read('fatima', 'fatima')
  expect(data['readersInside'].map(({ role }: { role: string }) => role)).not.toContain('GUARDIAN')
})

test.for(['joris', 'father-of-noor', 'marieke'])('%s does not learn with whom the student shares', async (name) => {
  expect((await read(name, 'noor')).errors).toEqual(['NOT_AVAILABLE'])
})
