import type { ConsentBuilder } from '../context.ts'
import type { Refs } from '../refs.ts'
import { acceptInvitation, createInvitation, revokeInvitation } from './commands.ts'
import { isOpen } from './entities.ts'

/** Invitations in the graph: the mentor's list, and how one is made, taken back and used. */
export function implementInvitations(builder: ConsentBuilder, refs: Refs): void {
  refs.Invitation.implement({
    description:
      'A way into one dossier for one account, good once and for 14 days. Its code is shown only when it is made.',
    fields: (t) => ({
      id: t.exposeID('id', { nullable: false }),
      role: t.field({
        type: refs.Role,
        nullable: false,
        description: 'STUDENT or GUARDIAN.',
        resolve: ({ role }) => role,
      }),
      name: t.exposeString('name', { nullable: false, description: "For whom, in the mentor's words." }),
      createdAt: t.field({ type: 'DateTime', nullable: false, resolve: ({ createdAt }) => createdAt }),
      expiresAt: t.field({ type: 'DateTime', nullable: false, resolve: ({ expiresAt }) => expiresAt }),
    }),
  })
  refs.CreatedInvitation.implement({
    description: 'An invitation with its code, which is shown this once and kept nowhere.',
    fields: (t) => ({
      invitation: t.field({ type: refs.Invitation, nullable: false, resolve: ({ invitation }) => invitation }),
      code: t.exposeString('code', {
        nullable: false,
        description: 'Seven groups of four signs, to hand over on paper.',
      }),
    }),
  })
  builder.objectField(refs.Dossier, 'invitations', (t) =>
    t.field({
      type: [refs.Invitation],
      nullable: { list: true, items: false },
      description: 'Invitations that were not used yet. The mentor.',
      resolve: async ({ id }, _args, context) =>
        (await context.loaders.invitations.load(id)).filter((one) => isOpen(one, context.now())),
    }),
  )
  const CreateInvitationInput = builder.inputType('CreateInvitationInput', {
    fields: (t) => ({
      dossierId: t.id({ required: true }),
      role: t.field({ type: refs.Role, required: true, description: 'STUDENT or GUARDIAN.' }),
      name: t.string({ required: true, description: 'For whom it is. At most 120 characters.' }),
    }),
  })
  const InvitationIdInput = builder.inputType('InvitationIdInput', {
    description: 'An invitation by its id.',
    fields: (t) => ({ id: t.id({ required: true }) }),
  })
  const AcceptInvitationInput = builder.inputType('AcceptInvitationInput', {
    fields: (t) => ({
      code: t.string({
        required: true,
        description: 'As it was handed over; capitals, spaces and dashes do not matter.',
      }),
    }),
  })
  builder.mutationFields((t) => ({
    createInvitation: t.field({
      type: refs.CreatedInvitation,
      nullable: false,
      description:
        'Makes a code that binds one account to the dossier: of the student when there is none yet, or of a guardian of a student under 18. The mentor.',
      args: { input: t.arg({ type: CreateInvitationInput, required: true }) },
      resolve: (_root, { input }, context) =>
        createInvitation(context, { ...input, dossierId: String(input.dossierId).toLowerCase() }),
    }),
    revokeInvitation: t.field({
      type: refs.Invitation,
      nullable: false,
      description: 'Takes back an invitation that was not used. The mentor.',
      args: { input: t.arg({ type: InvitationIdInput, required: true }) },
      resolve: (_root, { input }, context) => revokeInvitation(context, String(input.id).toLowerCase()),
    }),
    acceptInvitation: t.field({
      type: refs.Dossier,
      nullable: false,
      description:
        'Binds the own account to the dossier of the code. A student or guardian. INVALID, in the same words, for a code that never was, was used, was taken back or is too old; RATE_LIMITED after ten tries in an hour.',
      args: { input: t.arg({ type: AcceptInvitationInput, required: true }) },
      resolve: (_root, { input }, context) => acceptInvitation(context, input.code),
    }),
  }))
}
