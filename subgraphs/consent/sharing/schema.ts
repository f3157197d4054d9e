import { asker } from '../context.ts'
import type { Refs } from '../refs.ts'
import { canWithConsent } from '../rules/can.ts'
import { isOpenRequest } from './reading.ts'

/** Consents and requests in the graph. */
export function implementSharing(refs: Refs): void {
  const institution = 'The institution that receives.'
  refs.Consent.implement({
    description:
      'A yes: groups of one dossier, for one institution, for one purpose. The owner and guardians see all of it; vo staff which institutions receive something now (no groups); the institution its own while open.',
    fields: (t) => ({
      id: t.id({ nullable: false, resolve: ({ consent }) => consent.id }),
      institution: t.field({
        type: refs.Organisation,
        nullable: false,
        description: institution,
        resolve: async ({ consent }, _args, context) => (await context.loaders.organisation.load(consent.institution))!,
      }),
      groups: t.field({
        type: [refs.FieldGroup],
        nullable: { list: false, items: false },
        resolve: ({ groups }) => [...groups],
      }),
      purpose: t.field({ type: refs.Purpose, nullable: false, resolve: ({ consent }) => consent.purpose }),
      state: t.field({ type: refs.ConsentState, nullable: false, resolve: ({ consent }) => consent.state }),
      wording: t.string({
        nullable: false,
        description: 'The exact words that were shown when this was decided. Empty to others than owner and guardians.',
        resolve: ({ consent, whole }) => (whole ? consent.wording : ''),
      }),
      approvals: t.field({
        type: [refs.Approval],
        nullable: { list: false, items: false },
        description: 'Who said yes. Empty to others than owner and guardians.',
        resolve: ({ consent, whole }, _args, context) => (whole ? context.loaders.approvals.load(consent.id) : []),
      }),
      grantedAt: t.field({ type: 'DateTime', resolve: ({ consent }) => consent.grantedAt }),
      expiresAt: t.field({ type: 'DateTime', resolve: ({ consent }) => consent.expiresAt }),
      revokedAt: t.field({
        type: 'DateTime',
        description: 'When it was stopped.',
        resolve: ({ consent }) => (consent.state === 'REVOKED' ? consent.endedAt : null),
      }),
      stoppedBy: t.field({
        type: refs.Party,
        description:
          'Who stopped or declined it; null when time or the system did. Null to others than owner and guardians.',
        resolve: async ({ consent, whole }, _args, context) => {
          if (!whole || consent.endedBy == null) return null
          const parties = await context.loaders.parties.load(consent.dossierId)
          return parties.find(({ subject }) => subject === consent.endedBy) ?? null
        },
      }),
      can: t.field({
        type: [refs.DossierAction],
        nullable: { list: false, items: false },
        description: 'What this viewer may do with this consent now: APPROVE_CONSENT, REVOKE_CONSENT.',
        resolve: async ({ consent }, _args, context) => {
          const one = await context.loaders.cases.load(consent.dossierId)
          const own = one?.consents.find(({ id }) => id === consent.id)
          return one && own ? canWithConsent(one, own, asker(context), context.now()) : []
        },
      }),
      leftOut: t.field({
        type: ['ID'],
        nullable: { list: false, items: false },
        description: 'Items that the owner kept out. Empty to others than owner and guardians.',
        resolve: ({ consent, whole }) => (whole ? consent.leftOut : []),
      }),
    }),
  })
  refs.ShareableGroup.implement({
    description: 'A group that the owner can share with one institution for one purpose, within the agreement.',
    fields: (t) => ({
      group: t.field({ type: refs.FieldGroup, nullable: false, resolve: ({ group }) => group }),
      purpose: t.field({ type: refs.Purpose, nullable: false, resolve: ({ purpose }) => purpose }),
      detail: t.field({ type: refs.Detail, nullable: false, resolve: ({ detail }) => detail }),
    }),
  })
  refs.OpenGroup.implement({
    description:
      'A group as an institution would read it now; the content itself is in the other fields of the dossier.',
    fields: (t) => ({
      group: t.field({ type: refs.FieldGroup, nullable: false, resolve: ({ group }) => group }),
      basis: t.field({
        type: refs.LegalBasis,
        nullable: false,
        description: 'On which ground.',
        resolve: ({ basis }) => basis,
      }),
      detail: t.field({
        type: refs.Detail,
        nullable: false,
        description: 'TICK: without the written text.',
        resolve: ({ detail }) => detail,
      }),
      leftOut: t.field({
        type: ['ID'],
        nullable: { list: false, items: false },
        description: 'Items that stay out.',
        resolve: ({ leftOut }) => [...leftOut],
      }),
      sections: t.field({
        type: [refs.SectionKey],
        nullable: { list: false, items: false },
        description: 'Of INTAKE_PREPARATION: the sections that are open.',
        resolve: ({ sections }) => [...sections],
      }),
    }),
  })
  refs.Approval.implement({
    description: 'One person’s yes, with the words that they saw.',
    fields: (t) => ({
      by: t.field({
        type: refs.Party,
        nullable: false,
        resolve: ({ name, role }) => ({ name, role, brin: null }),
      }),
      at: t.field({ type: 'DateTime', nullable: false, resolve: ({ at }) => at }),
      wording: t.exposeString('wording', { nullable: false }),
    }),
  })
  refs.ConsentRequest.implement({
    description:
      'An institution’s question. The institution sees it for 14 days, whatever came of it; what came of it is for the owner alone.',
    fields: (t) => ({
      id: t.exposeID('id', { nullable: false }),
      institution: t.field({
        type: refs.Organisation,
        nullable: false,
        description: institution,
        resolve: async (request, _args, context) => (await context.loaders.organisation.load(request.institution))!,
      }),
      groups: t.field({
        type: [refs.FieldGroup],
        nullable: { list: false, items: false },
        resolve: ({ groups }) => groups,
      }),
      purpose: t.field({ type: refs.Purpose, nullable: false, resolve: ({ purpose }) => purpose }),
      message: t.exposeString('message'),
      askedAt: t.field({ type: 'DateTime', nullable: false, resolve: ({ askedAt }) => askedAt }),
      open: t.boolean({
        nullable: false,
        description: 'Whether it waits for an answer of the owner. To the institution always true.',
        resolve: (request, _args, context) => isOpenRequest(context, request),
      }),
    }),
  })
  refs.GuidanceCase.implement({
    description:
      'A special-guidance case after enrolment: one named officer reads CONDITION, for this reason (domain §4, G).',
    fields: (t) => ({
      id: t.exposeID('id', { nullable: false }),
      institution: t.field({
        type: refs.Organisation,
        nullable: false,
        resolve: async (guidance, _args, context) => (await context.loaders.organisation.load(guidance.institution))!,
      }),
      officer: t.exposeString('officerName', { nullable: false, description: 'Who reads.' }),
      reason: t.exposeString('reason', { nullable: false }),
      openedAt: t.field({ type: 'DateTime', nullable: false, resolve: ({ openedAt }) => openedAt }),
      closedAt: t.field({ type: 'DateTime', resolve: ({ closedAt }) => closedAt }),
    }),
  })
}
