import { notFound } from '@doorstroomhub/kit/errors.ts'
import { applicationsFor } from '../applications/schema.ts'
import type { Pages } from '../connections.ts'
import { asker, factsOf, type ConsentBuilder, type ConsentContext } from '../context.ts'
import { readLog } from '../log/schema.ts'
import type { Refs } from '../refs.ts'
import { can } from '../rules/can.ts'
import { seenBy, type Seen } from '../rules/seen.ts'
import { wordsFor } from '../sharing/commands.ts'
import { consentsFor, openToNow, requestsFor, shareableWith } from '../sharing/reading.ts'
import { followStatus } from './following.ts'
import { implementInsideReader, readersInside } from './inside.ts'
import { listDossiers } from './list.ts'

/** What this viewer may know of the dossier's own state. */
export async function seen(context: ConsentContext, dossierId: string): Promise<Seen> {
  const facts = await factsOf(context, dossierId)
  const state = facts && seenBy(facts, asker(context), context.now())
  if (!state) throw notFound()
  return state
}

/** The region whose agreement counts between this viewer and the dossier. */
async function regionFor(context: ConsentContext, dossierId: string): Promise<string> {
  const { relation } = await seen(context, dossierId)
  const { brin } = asker(context)
  const own = relation === 'MBO' && brin !== null ? await context.loaders.organisation.load(brin) : null
  return own?.regionCode ?? (await factsOf(context, dossierId))!.region
}

/** The dossier in the graph, and the ways to it. */
export function implementDossier(builder: ConsentBuilder, refs: Refs, pages: Pages, readLogConnection: unknown): void {
  const InsideReader = implementInsideReader(builder, refs)
  refs.Dossier.implement({
    description:
      'The file that goes along when a student moves from vo to mbo. Each of its fields is one field group, guarded once: inside an opened group nothing is checked again.',
    fields: (t) => ({
      id: t.exposeID('id', { nullable: false, description: "The hub's own opaque id." }),
      status: t.field({
        type: refs.DossierStatus,
        nullable: false,
        description:
          'Where it stands (domain §7). To an mbo institution this follows only from what is open to itself; otherwise it is always DRAFT.',
        resolve: async ({ id }, _args, context) => (await seen(context, id)).status,
      }),
      version: t.int({
        nullable: false,
        description: 'Grows when an agreed dossier is opened again; give it back as expectedVersion.',
        resolve: async ({ id }, _args, context) => (await seen(context, id)).version,
      }),
      paused: t.boolean({
        nullable: false,
        description: 'The owner stopped sharing for a while. To the mbo always false.',
        resolve: async ({ id }, _args, context) => (await seen(context, id)).paused,
      }),
      pausedBecause: t.field({
        type: refs.PauseReason,
        description:
          'Why it is paused when its owner did not do it; null otherwise. Until `resumeSharing`. The student and guardians.',
        resolve: async ({ id }, _args, context) => (await context.loaders.cases.load(id))?.pausedBecause ?? null,
      }),
      statusHistory: t.field({
        type: [refs.DossierStatusChange],
        nullable: { list: true, items: false },
        description: 'Every status it had. The student, guardians and the school.',
        resolve: ({ id }, _args, context) => context.loaders.statusHistory.load(id),
      }),
      parties: t.field({
        type: [refs.Party],
        nullable: { list: true, items: false },
        description:
          'Who has a part in it. Names are group IDENTITY; an mbo institution sees the student and the mentor: that there is a care coordinator says that there is care.',
        resolve: async ({ id }, _args, context) => {
          const { relation } = await seen(context, id)
          const now = context.now()
          const standing = (await context.loaders.parties.load(id)).filter(({ until }) => !until || until > now)
          return relation === 'MBO' ? standing.filter(({ role }) => role === 'STUDENT' || role === 'MENTOR') : standing
        },
      }),
      readersInside: t.field({
        type: [InsideReader],
        nullable: { list: true, items: false },
        description: 'Who of the school and the family reads what today. The student.',
        resolve: ({ id }, _args, context) => readersInside(context, id),
      }),
      region: t.field({
        type: refs.Region,
        nullable: false,
        description:
          'The region of the school that the student leaves. To an mbo institution its own: where a student comes from is group IDENTITY.',
        resolve: async ({ id }, _args, context) => (await context.loaders.region.load(await regionFor(context, id)))!,
      }),
      agreement: t.field({
        type: refs.Agreement,
        description: 'What may be shared in that region.',
        resolve: async ({ id }, _args, context) => context.loaders.activeAgreement.load(await regionFor(context, id)),
      }),
      applications: t.field({
        type: [refs.Application],
        nullable: { list: true, items: false },
        description: 'Group APPLICATION_STATUS. An mbo institution sees its own alone.',
        resolve: ({ id }, _args, context) => applicationsFor(context, id),
      }),
      consents: t.field({
        type: [refs.Consent],
        nullable: { list: true, items: false },
        description: 'Group SHARING. See Consent for who sees what.',
        resolve: ({ id }, _args, context) => consentsFor(context, id),
      }),
      consentRequests: t.field({
        type: [refs.ConsentRequest],
        nullable: { list: true, items: false },
        description: 'Group SHARING. The student and guardians; an institution its own of the last 14 days.',
        resolve: ({ id }, _args, context) => requestsFor(context, id),
      }),
      shareableWith: t.field({
        type: [refs.ShareableGroup],
        nullable: { list: true, items: false },
        description:
          "What the agreement of this institution's region lets the owner share with it now; nothing without an application there that goes on. The student and guardians.",
        args: { institution: t.arg.string({ required: true }) },
        resolve: ({ id }, { institution }, context) => shareableWith(context, id, institution),
      }),
      sharingWords: t.string({
        description:
          'The words that `giveConsent` would keep for this, to read before saying yes; INVALID as `giveConsent` is. The student and guardians.',
        args: {
          institution: t.arg.string({ required: true }),
          purpose: t.arg({ type: refs.Purpose, required: true }),
          groups: t.arg({ type: [refs.FieldGroup], required: true }),
          leftOut: t.arg.idList({ required: false }),
        },
        resolve: ({ id }, { leftOut, ...said }, context) =>
          wordsFor(context, { ...said, dossierId: id, leftOut: leftOut?.map(String) ?? null }),
      }),
      openTo: t.field({
        type: [refs.OpenGroup],
        nullable: { list: true, items: false },
        description:
          'What anybody who talks with students at this institution would read of this dossier now, for this purpose: the same decision as theirs. The student and guardians.',
        args: {
          institution: t.arg.string({ required: true }),
          purpose: t.arg({ type: refs.Purpose, required: true }),
        },
        resolve: ({ id }, { institution, purpose }, context) => openToNow(context, id, institution, purpose),
      }),
      readLog: t.field({
        type: readLogConnection as never,
        description: 'Who looked, newest first. The student, and a guardian of a student under 16.',
        args: { first: t.arg.int({ defaultValue: 20 }), after: t.arg.string() },
        resolve: ({ id }, args, context) => readLog(context, id, args) as never,
      }),
      can: t.field({
        type: [refs.DossierAction],
        nullable: { list: false, items: false },
        description: 'What this viewer may do now; pages ask it, never guess.',
        resolve: async ({ id }, _args, context) => {
          const one = await context.loaders.cases.load(id)
          return one ? can(one, asker(context), context.now()) : []
        },
      }),
      approvals: t.field({
        type: [refs.DossierApproval],
        nullable: { list: true, items: false },
        description: 'Who said yes to the present version. The student, guardians and the school.',
        resolve: async ({ id }, _args, context) => {
          const { version } = await seen(context, id)
          return (await context.loaders.dossierApprovals.load(id)).filter((approval) => approval.version === version)
        },
      }),
      guidanceCases: t.field({
        type: [refs.GuidanceCase],
        nullable: { list: true, items: false },
        description: 'Special-guidance cases after enrolment. The student and guardians; an institution its own.',
        resolve: async ({ id }, _args, context) => {
          const { relation } = await seen(context, id)
          const all = await context.loaders.guidance.load(id)
          if (relation === 'OWNER' || relation === 'GUARDIAN') return all
          return relation === 'MBO' ? all.filter(({ institution }) => institution === asker(context).brin) : []
        },
      }),
    }),
  })
  builder.asEntity(refs.Dossier, {
    key: builder.selection<{ id: string }>('id'),
    resolveReference: async ({ id }, context) => ((await context.judgements.related(id)).related ? { id } : null),
  })

  refs.Party.implement({
    description: 'Somebody with a part in the dossier.',
    shareable: true,
    fields: (t) => ({
      name: t.exposeString('name', { nullable: false }),
      role: t.field({ type: refs.Role, nullable: false, resolve: ({ role }) => role }),
      organisation: t.field({
        type: refs.Organisation,
        resolve: ({ brin }, _args, context) => (brin ? context.loaders.organisation.load(brin) : null),
      }),
    }),
  })
  refs.DossierApproval.implement({
    description: 'A yes to one version of the dossier.',
    fields: (t) => ({
      by: t.field({ type: refs.Party, nullable: false, resolve: ({ name, role }) => ({ name, role, brin: null }) }),
      at: t.field({ type: 'DateTime', nullable: false, resolve: ({ at }) => at }),
      version: t.exposeInt('version', { nullable: false }),
    }),
  })
  refs.DossierStatusChange.implement({
    description: 'One step of the dossier.',
    fields: (t) => ({
      dossier: t.field({ type: refs.Dossier, nullable: false, resolve: ({ dossierId }) => ({ id: dossierId }) }),
      from: t.field({ type: refs.DossierStatus, resolve: ({ fromStatus }) => fromStatus }),
      to: t.field({ type: refs.DossierStatus, nullable: false, resolve: ({ toStatus }) => toStatus }),
      at: t.field({ type: 'DateTime', nullable: false, resolve: ({ at }) => at }),
    }),
  })

  const DossierConnection = pages.connection('Dossier', refs.Dossier, 'Dossiers, by id.')
  const DossierFilter = builder.inputType('DossierFilter', {
    description: 'Narrows the list; all given conditions hold together.',
    fields: (t) => ({
      status: t.field({ type: [refs.DossierStatus], description: 'As the viewer sees it.' }),
      institution: t.string({ description: 'BRIN of an institution applied to.' }),
      search: t.string({ description: "A part of the student's name; vo staff only." }),
      waitingForMe: t.boolean({ description: 'Only what waits for this viewer.' }),
    }),
  })
  builder.queryFields((t) => ({
    dossier: t.field({
      type: refs.Dossier,
      description: "One dossier. NOT_FOUND when it does not exist or is not the viewer's business: the same answer.",
      args: { id: t.arg.id({ required: true }) },
      resolve: async (_root, args, context) => {
        const id = String(args.id).toLowerCase()
        if (!(await context.judgements.related(id)).related) throw notFound()
        return { id }
      },
    }),
    dossiers: t.field({
      type: DossierConnection,
      nullable: false,
      description: 'The dossiers that the viewer has a relation to. `first` at most 100.',
      args: {
        first: t.arg.int({ defaultValue: 20 }),
        after: t.arg.string(),
        filter: t.arg({ type: DossierFilter }),
      },
      resolve: (_root, args, context) => listDossiers(context, args),
    }),
  }))
  builder.subscriptionField('dossierStatusChanged', (t) =>
    t.field({
      type: refs.DossierStatusChange,
      nullable: false,
      description:
        'Status changes of one dossier, or (without id) of every dossier that the viewer has a relation to, each answered anew under their rights of that moment. Ends with NOT_FOUND when the dossier is no longer theirs.',
      args: { dossierId: t.arg.id() },
      subscribe: (_root, { dossierId }, context) =>
        followStatus(context, dossierId == null ? null : String(dossierId).toLowerCase()),
      resolve: (change) => change as never,
    }),
  )
}
