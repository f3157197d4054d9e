import { asked } from '../asking.ts'
import type { Happy } from '../happy.ts'

/** How somebody's part in a dossier ends: the guardian whom the invitations before it brought to Sem. */
export const PARTIES: Readonly<Record<string, Happy>> = {
  endParty: {
    who: 'joris',
    may: ['joris', 'mother-of-daan'],
    async input(world) {
      const dossierId = world.ids['sem']
      const { dossier } = await asked(
        world,
        'joris',
        'query ($id: ID!) { dossier(id: $id) { endableParties { id name } } }',
        { id: dossierId },
      )
      const { name } = world.viewer('mother-of-daan')
      return { dossierId, partyId: dossier.endableParties.find((one: { name: string }) => one.name === name).id }
    },
    shown: '{ id }',
  },
}
