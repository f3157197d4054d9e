import type { World } from '../../world.ts'
import { done } from '../asking.ts'
import type { Happy } from '../happy.ts'

const forParentOf = (world: World, student: string) => ({
  dossierId: world.ids[student],
  role: 'GUARDIAN',
  name: 'Een ouder',
})
const made = (world: World, student: string, shown: string) =>
  done(world, 'joris', 'createInvitation', forParentOf(world, student), shown)

/** How an account comes to a dossier. Each has a student of its own: one dossier holds six open invitations. */
export const INVITATIONS: Readonly<Record<string, Happy>> = {
  createInvitation: {
    who: 'joris',
    may: ['joris'],
    input: async (world) => forParentOf(world, 'yara'),
    shown: '{ code invitation { id } }',
  },
  revokeInvitation: {
    who: 'joris',
    may: ['joris'],
    input: async (world) => ({ id: (await made(world, 'noor', '{ invitation { id } }')).invitation.id }),
    shown: '{ name }',
  },
  acceptInvitation: {
    who: 'mother-of-daan',
    // Whoever holds the code: it is handed over, and known to nobody else.
    may: ['mother-of-daan', 'mother-of-sem', 'father-of-noor'],
    input: async (world) => ({ code: (await made(world, 'sem', '{ code }')).code }),
    shown: '{ id }',
  },
}
