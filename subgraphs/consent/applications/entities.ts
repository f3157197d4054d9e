import { defineEntity, type InferEntity, p } from '@mikro-orm/core'
import type { ApplicationStatus } from '../rules/words.ts'

/** A student's application for a programme at an institution: the statutory channel (domain §6). */
export const Application = defineEntity({
  name: 'Application',
  tableName: 'application',
  properties: {
    id: p.uuid().primary(),
    dossierId: p.uuid(),
    institution: p.string(),
    crebo: p.string(),
    status: p.string().$type<ApplicationStatus>(),
    appliedAt: p.datetime(),
    startYear: p.integer(),
    talkProposedAt: p.datetime().nullable(),
    talkAt: p.datetime().nullable(),
    enrolledAt: p.datetime().nullable(),
    talkEndedAt: p.datetime().nullable(),
    talkEndedBy: p.json<{ subject: string; name: string }>().nullable(),
    updatedAt: p.datetime(),
  },
})
export type Application = InferEntity<typeof Application>

/** One status message, with whom it went to. A correction is a new one that supersedes. */
export const ApplicationMessage = defineEntity({
  name: 'ApplicationMessage',
  tableName: 'application_message',
  properties: {
    id: p.uuid().primary(),
    applicationId: p.uuid(),
    status: p.string().$type<ApplicationStatus>(),
    at: p.datetime(),
    bySubject: p.string(),
    byName: p.string(),
    supersedes: p.uuid().nullable(),
    recipients: p.json<{ school: string; municipality: string | null }>(),
    /** Given by the database: the order in which messages came. */
    number: p.bigint('number').autoincrement(),
  },
})
export type ApplicationMessage = InferEntity<typeof ApplicationMessage>
