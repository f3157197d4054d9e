import { notAvailable } from '@doorstroomhub/kit/errors.ts'
import { pageSize } from '@doorstroomhub/kit/pages.ts'
import type { ConsentBuilder } from '../context.ts'
import type { Refs } from '../refs.ts'
import { isOwnRegion } from '../rules/regional.ts'
import { revisionOf, waitsForSignatureOf } from './commands.ts'
import { Agreement, Region } from './entities.ts'
import { regionStatus, weeksOf } from './following.ts'

/** Regions, organisations, programmes and agreements: what is true for everybody. */
export function implementRegion(builder: ConsentBuilder, refs: Refs): void {
  refs.Region.implement({
    description: 'An RMC region (Doorstroompunt), `01` to `39`. There is no way from a region to a dossier.',
    fields: (t) => ({
      code: t.exposeID('code', { nullable: false }),
      name: t.exposeString('name', { nullable: false }),
      status: t.field({
        type: refs.RegionStatus,
        description:
          "Counts as they left last, at the beat of the agreement, rounded and suppressed. The region's own analyst; to others NOT_AVAILABLE.",
        resolve: (region, _args, context) => regionStatus(context.sql, region.code, context.now()),
      }),
      weeks: t.field({
        type: [refs.RegionWeek],
        nullable: { list: true, items: false },
        description: "What was published per week, oldest first; `last` at most 104. The region's own analyst.",
        args: { last: t.arg.int({ defaultValue: 26 }) },
        resolve: ({ code }, { last }, context) => weeksOf(context.sql, code, pageSize(last, 26, 104)),
      }),
      agreement: t.field({
        type: refs.Agreement,
        description: 'The agreement in force. Anybody signed in.',
        resolve: ({ code }, _args, context) => context.loaders.activeAgreement.load(code),
      }),
      agreements: t.field({
        type: [refs.Agreement],
        nullable: { list: true, items: false },
        description:
          "Every version, drafts too, newest first. The administrator, or the region's own analyst: who may sign.",
        resolve: ({ code }, _args, context) =>
          context.em.find(Agreement, { regionCode: code }, { orderBy: { version: -1 }, limit: 100 }),
      }),
    }),
  })
  refs.RegionWeek.implement({
    description: 'What was published of a region in one week.',
    fields: (t) => ({
      week: t.field({ type: 'Date', nullable: false, description: 'The Monday.', resolve: ({ week }) => week }),
      counts: t.field({
        type: [refs.StatusCount],
        nullable: { list: false, items: false },
        resolve: ({ counts }) => counts,
      }),
    }),
  })
  refs.RegionStatus.implement({
    description: 'A snapshot of counts of one region.',
    fields: (t) => ({
      code: t.exposeID('code', { nullable: false }),
      schoolYear: t.string({
        nullable: false,
        description: '`2026-2027`: the school year before the mbo starts.',
        resolve: ({ startYear }) => `${startYear - 1}-${startYear}`,
      }),
      at: t.field({ type: 'DateTime', nullable: false, resolve: ({ at }) => at }),
      counts: t.field({
        type: [refs.StatusCount],
        nullable: { list: false, items: false },
        resolve: ({ counts }) => counts,
      }),
    }),
  })
  refs.StatusCount.implement({
    description: 'A cell of the table: a status, and a level or (null) the total of all levels.',
    fields: (t) => ({
      status: t.field({ type: refs.DossierStatus, nullable: false, resolve: ({ status }) => status }),
      level: t.field({ type: refs.SchoolLevel, resolve: ({ level }) => level }),
      shown: t.exposeString('shown', {
        nullable: false,
        description:
          '`35`, `<10` (until it is well over ten again), or `…` where another cell or an earlier snapshot would give it away.',
      }),
      count: t.exposeInt('count', { description: 'Rounded to 5; null when suppressed.' }),
      suppressed: t.exposeBoolean('suppressed', { nullable: false }),
    }),
  })
  refs.Organisation.implement({
    description: 'A school or institution by BRIN, or a municipality by `GM` code.',
    fields: (t) => ({
      brin: t.exposeString('brin', { nullable: false }),
      name: t.exposeString('name', { nullable: false }),
      kind: t.field({ type: refs.OrganisationKind, nullable: false, resolve: ({ kind }) => kind }),
      region: t.field({
        type: refs.Region,
        resolve: ({ regionCode }, _args, context) => (regionCode ? context.loaders.region.load(regionCode) : null),
      }),
    }),
  })
  builder.asEntity(refs.Organisation, {
    key: builder.selection<{ brin: string }>('brin'),
    resolveReference: ({ brin }, context) => (context.asking.viewer ? context.loaders.organisation.load(brin) : null),
  })
  refs.Programme.implement({
    description: 'An mbo programme.',
    fields: (t) => ({
      crebo: t.exposeString('crebo', { nullable: false, description: 'Five digits.' }),
      name: t.exposeString('name', { nullable: false }),
      level: t.field({ type: refs.MboLevel, nullable: false, resolve: ({ level }) => level }),
      route: t.field({ type: refs.Route, nullable: false, resolve: ({ route }) => route }),
    }),
  })
  refs.Agreement.implement({
    description:
      'What the schools of a region agreed about the dossier. It only narrows: nothing widens law or consent.',
    fields: (t) => ({
      id: t.exposeID('id', { nullable: false }),
      region: t.field({
        type: refs.Region,
        nullable: false,
        resolve: async ({ regionCode }, _args, context) => (await context.loaders.region.load(regionCode))!,
      }),
      version: t.exposeInt('version', { nullable: false }),
      state: t.exposeString('state', { nullable: false, description: 'DRAFT, ACTIVE or ENDED.' }),
      revision: t.string({
        nullable: false,
        description: 'Another one for other words; give it back as expectedRevision.',
        resolve: (agreement) => revisionOf(agreement),
      }),
      allowed: t.field({
        type: [refs.AllowedGroup],
        nullable: { list: false, items: false },
        resolve: ({ allowed }) => allowed,
      }),
      minorPolicy: t.field({ type: refs.MinorPolicy, nullable: false, resolve: ({ minorPolicy }) => minorPolicy }),
      postEnrolment: t.field({
        type: refs.PostEnrolment,
        nullable: false,
        resolve: ({ postEnrolment }) => postEnrolment,
      }),
      signedBy: t.stringList({
        nullable: { list: false, items: false },
        description: 'Who signed; it is in force with the second.',
        resolve: ({ signers }) => signers.map(({ name }) => name),
      }),
      maySign: t.boolean({
        nullable: false,
        description:
          'Whether it is a draft that waits for the signature of the viewer, who has not signed these words.',
        resolve: (agreement, _args, context) => waitsForSignatureOf(context, agreement),
      }),
      beatSeconds: t.exposeInt('beatSeconds', {
        nullable: false,
        description: 'How often a dashboard may get new counts.',
      }),
      goals: t.exposeStringList('goals', { nullable: { list: false, items: false } }),
    }),
  })
  refs.AllowedGroup.implement({
    description: 'A group that may be shared in this region: how much of it, from which day, for what.',
    fields: (t) => ({
      group: t.field({ type: refs.FieldGroup, nullable: false, resolve: ({ group }) => group }),
      detail: t.field({ type: refs.Detail, nullable: false, resolve: ({ detail }) => detail }),
      from: t.field({ type: 'Date', resolve: ({ from }) => from }),
      purposes: t.field({
        type: [refs.Purpose],
        nullable: { list: false, items: false },
        resolve: ({ purposes }) => purposes,
      }),
    }),
  })
  builder.queryField('region', (t) =>
    t.field({
      type: refs.Region,
      description: 'A region by its code. Anybody signed in.',
      args: { code: t.arg.id({ required: true }) },
      resolve: (_root, { code }, context) => context.loaders.region.load(String(code)),
    }),
  )
  builder.queryField('regions', (t) =>
    t.field({
      type: [refs.Region],
      nullable: { list: false, items: false },
      description: 'Every region that takes part, by code. Anybody signed in.',
      resolve: (_root, _args, context) => context.em.find(Region, {}, { orderBy: { code: 1 } }),
    }),
  )
  builder.subscriptionField('regionStatus', (t) =>
    t.field({
      type: refs.RegionStatus,
      nullable: false,
      description:
        "Counts of a region: one at once, then whenever what is shown has changed, at the beat of its agreement. The region's own analyst.",
      args: { code: t.arg.id({ required: true }) },
      subscribe: (_root, { code }, context) => {
        if (!isOwnRegion(context.asking.viewer, String(code))) throw notAvailable()
        return context.live.regions.follow(String(code))
      },
      resolve: (status) => status as never,
    }),
  )
}
