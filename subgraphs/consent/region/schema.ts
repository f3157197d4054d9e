import type { ConsentBuilder, ConsentContext } from '../context.ts'
import type { Refs } from '../refs.ts'
import { cell, publish, type RegionStatus } from './counts.ts'
import type { DossierStatus, SchoolLevel } from '../rules/words.ts'

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
          "Counts of this moment, rounded and suppressed. The region's own analyst; to others NOT_AVAILABLE.",
        resolve: (region, _args, context) => regionStatus(context, region.code),
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
        description: '`35`, `<10`, or `…` where another cell would be given away.',
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
}

/** Counts of one region as they may leave it. */
export async function regionStatus(context: ConsentContext, code: string): Promise<RegionStatus> {
  const now = context.now()
  const rows = await context.sql<{ status: DossierStatus; school_level: SchoolLevel | null; count: number }>(
    `select status, school_level, count(*)::int as count from consent.dossier
      where region_code = $1 and status <> 'ERASED' group by status, school_level`,
    [code],
    'region-counts',
  )
  const exact = new Map(rows.map(({ status, school_level, count }) => [cell(status, school_level), count]))
  const startYear = now.getUTCMonth() >= 9 ? now.getUTCFullYear() + 1 : now.getUTCFullYear()
  return { code, startYear, at: now, counts: publish(exact) }
}
