import { defineEntity, type InferEntity, p } from '@mikro-orm/core'
import type {
  Detail,
  FieldGroup,
  MboLevel,
  MinorPolicy,
  OrganisationKind,
  PostEnrolment,
  Purpose,
  Route,
} from '../rules/words.ts'

/** An RMC region (Doorstroompunt), `01` to `39`. */
export const Region = defineEntity({
  name: 'Region',
  tableName: 'region',
  properties: { code: p.string().primary(), name: p.string() },
})
export type Region = InferEntity<typeof Region>

/** A school, an institution, a municipality (its `GM` code stands where a school has its BRIN). */
export const Organisation = defineEntity({
  name: 'Organisation',
  tableName: 'organisation',
  properties: {
    brin: p.string().primary(),
    name: p.string(),
    kind: p.string().$type<OrganisationKind>(),
    regionCode: p.string().nullable(),
  },
})
export type Organisation = InferEntity<typeof Organisation>

/** An mbo programme by its crebo. */
export const Programme = defineEntity({
  name: 'Programme',
  tableName: 'programme',
  properties: {
    crebo: p.string().primary(),
    name: p.string(),
    level: p.string().$type<MboLevel>(),
    route: p.string().$type<Route>(),
  },
})
export type Programme = InferEntity<typeof Programme>

export interface AllowedGroup {
  group: FieldGroup
  detail: Detail
  from: string | null
  purposes: Purpose[]
}

export interface Signer {
  subject: string
  name: string
  brin: string | null
  at: string
}

/** What the schools of a region agreed. Its content never changes after it is activated: a change is a new version. */
export const Agreement = defineEntity({
  name: 'Agreement',
  tableName: 'agreement',
  properties: {
    id: p.uuid().primary(),
    regionCode: p.string(),
    version: p.integer(),
    state: p.string().$type<'DRAFT' | 'ACTIVE' | 'ENDED'>(),
    allowed: p.json<AllowedGroup[]>(),
    minorPolicy: p.string().$type<MinorPolicy>(),
    postEnrolment: p.string().$type<PostEnrolment>(),
    goals: p.array(),
    beatSeconds: p.integer(),
    signers: p.json<Signer[]>(),
    createdAt: p.datetime(),
    activatedAt: p.datetime().nullable(),
    endedAt: p.datetime().nullable(),
  },
})
export type Agreement = InferEntity<typeof Agreement>
