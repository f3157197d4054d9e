import type { ConsentBuilder } from '../context.ts'
import type { Refs } from '../refs.ts'
import { endableBy, endParty } from './commands.ts'

/** Whose part in a dossier can end, and how it ends. */
export function implementParties(builder: ConsentBuilder, refs: Refs): void {
  refs.EndableParty.implement({
    description: 'Somebody whose part in the dossier this viewer may end.',
    fields: (t) => ({
      id: t.id({
        nullable: false,
        description: 'Give it back as partyId.',
        resolve: ({ id }) => String(id),
      }),
      name: t.exposeString('name', { nullable: false }),
      role: t.field({ type: refs.Role, nullable: false, resolve: ({ role }) => role }),
      organisation: t.field({
        type: refs.Organisation,
        resolve: ({ brin }, _args, context) => (brin ? context.loaders.organisation.load(brin) : null),
      }),
    }),
  })
  builder.objectField(refs.Dossier, 'endableParties', (t) =>
    t.field({
      type: [refs.EndableParty],
      nullable: { list: true, items: false },
      description:
        'Whose part this viewer may end now, see endParty; pages ask it, never guess. Names are group IDENTITY. Always empty to who stands outside school and family.',
      resolve: ({ id }, _args, context) => endableBy(context, id),
    }),
  )
  const EndPartyInput = builder.inputType('EndPartyInput', {
    fields: (t) => ({
      dossierId: t.id({ required: true }),
      partyId: t.id({ required: true, description: 'As `Dossier.endableParties` gives it.' }),
    }),
  })
  builder.mutationField('endParty', (t) =>
    t.field({
      type: refs.Dossier,
      nullable: false,
      description:
        'Ends the part that somebody has in the dossier, at once, also in what they have open. What they approved stays. The mentor of guardians, care coordinators and other mentors; a guardian of themselves, who reads nothing but the id in the answer; the student of guardians from 18.',
      args: { input: t.arg({ type: EndPartyInput, required: true }) },
      resolve: (_root, { input }, context) =>
        endParty(context, { dossierId: String(input.dossierId).toLowerCase(), partyId: String(input.partyId) }),
    }),
  )
}
