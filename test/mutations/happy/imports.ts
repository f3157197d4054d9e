import type { World } from '../../world.ts'
import { asked, done } from '../asking.ts'
import type { Happy } from '../happy.ts'

/** A file of one pupil that is not known yet. */
const pupil = (number: string) =>
  Buffer.from(`Leerlingnummer;Voorletters;Achternaam;Geboortedatum\n${number};L.;Lees;01-02-2010`).toString('base64')

const SIZE = Buffer.from(pupil('90001'), 'base64').length

/** A new one, with those out of the way that were tried before: one person has five open at most. */
async function begun(world: World): Promise<string> {
  const { imports } = await asked(world, 'joris', '{ imports { id } }', {})
  for (const { id } of imports) await done(world, 'joris', 'removeImport', { id }, '')
  return (await done(world, 'joris', 'startImport', { kind: 'PUPILS', fileName: 'een.csv', size: SIZE }, '{ id }')).id
}
async function whole(world: World, number: string): Promise<string> {
  const id = await begun(world)
  await done(world, 'joris', 'appendImport', { id, part: 1, content: pupil(number) }, '{ id }')
  return id
}
async function checked(world: World, number: string): Promise<string> {
  const id = await whole(world, number)
  await done(world, 'joris', 'checkImport', { id }, '{ id }')
  return id
}

/** How files come in. An import is its maker's alone. */
export const IMPORTS: Readonly<Record<string, Happy>> = {
  startImport: {
    who: 'joris',
    may: ['joris', 'amira'],
    input: async () => ({ kind: 'PUPILS', fileName: 'leerlingen.csv', size: SIZE }),
    shown: '{ id }',
  },
  appendImport: {
    who: 'joris',
    may: ['joris'],
    input: async (world) => ({ id: await begun(world), part: 1, content: pupil('90001') }),
    shown: '{ receivedParts }',
  },
  checkImport: {
    who: 'joris',
    may: ['joris'],
    input: async (world) => ({ id: await whole(world, '90002') }),
    shown: '{ state rows failed }',
  },
  continueImport: {
    who: 'joris',
    may: ['joris'],
    input: async (world) => ({ id: await checked(world, '90003') }),
    shown: '{ done finished }',
  },
  removeImport: {
    who: 'joris',
    may: ['joris'],
    input: async (world) => ({ id: await checked(world, '90004') }),
    shown: '',
  },
}
