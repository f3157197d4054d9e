import { defineEntity, type InferEntity, p } from '@mikro-orm/core'
import type { ConsentState, FieldGroup, Purpose, Role } from '../rules/words.ts'

/** One yes in the making: groups of one dossier, for one institution, for one purpose. */
export const Consent = defineEntity({
  name: 'Consent',
  tableName: 'consent',
  properties: {
    id: p.uuid().primary(),
    dossierId: p.uuid(),
    institution: p.string(),
    groups: p.array().$type<FieldGroup[]>(),
    purpose: p.string().$type<Purpose>(),
    state: p.string().$type<ConsentState>(),
    /** The exact words that were shown, with their version. */
    wording: p.string(),
    wordingVersion: p.integer(),
    leftOut: p.array(),
    startedBy: p.string(),
    requestId: p.uuid().nullable(),
    createdAt: p.datetime(),
    grantedAt: p.datetime().nullable(),
    expiresAt: p.datetime().nullable(),
    /** When it stopped, for whatever reason; `state` says which. */
    endedAt: p.datetime().nullable(),
    endedBy: p.string().nullable(),
  },
})
export type Consent = InferEntity<typeof Consent>

/** A person's yes to one consent, with the words they saw. */
export const Approval = defineEntity({
  name: 'Approval',
  tableName: 'approval',
  properties: {
    id: p.bigint('number').primary().autoincrement(),
    consentId: p.uuid(),
    subject: p.string(),
    role: p.string().$type<Role>(),
    name: p.string(),
    at: p.datetime(),
    wording: p.string(),
    wordingVersion: p.integer(),
  },
})
export type Approval = InferEntity<typeof Approval>

/** An institution's polite question. What came of it is never shown to the institution. */
export const ConsentRequest = defineEntity({
  name: 'ConsentRequest',
  tableName: 'consent_request',
  properties: {
    id: p.uuid().primary(),
    dossierId: p.uuid(),
    institution: p.string(),
    groups: p.array().$type<FieldGroup[]>(),
    purpose: p.string().$type<Purpose>(),
    message: p.string().nullable(),
    askedAt: p.datetime(),
    askedBy: p.string(),
    askedByName: p.string(),
    outcome: p.string().$type<'OPEN' | 'ANSWERED' | 'REFUSED' | 'LAPSED'>(),
    answeredAt: p.datetime().nullable(),
  },
})
export type ConsentRequest = InferEntity<typeof ConsentRequest>

/** A named officer's access to a condition after enrolment, visible to the student (domain §4, G). */
export const GuidanceCase = defineEntity({
  name: 'GuidanceCase',
  tableName: 'guidance_case',
  properties: {
    id: p.uuid().primary(),
    dossierId: p.uuid(),
    institution: p.string(),
    officer: p.string(),
    officerName: p.string(),
    reason: p.string(),
    openedAt: p.datetime(),
    openedBy: p.string(),
    closedAt: p.datetime().nullable(),
  },
})
export type GuidanceCase = InferEntity<typeof GuidanceCase>
