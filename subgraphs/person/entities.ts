import { defineEntity, type InferEntity, p } from '@mikro-orm/core'

/** Values of `gender`, in the words of OSO: 0 unknown, 1 woman, 2 man. ISO 5218 has 1 and 2 the other way round, so nothing passes through unmapped. */
export const GENDERS = ['UNKNOWN', 'FEMALE', 'MALE'] as const
export const NUMBER_KINDS = ['BSN', 'ONDERWIJSNUMMER'] as const
export const SCHOOL_LEVELS = ['PRO', 'VMBO_BB', 'VMBO_KB', 'VMBO_GL', 'VMBO_TL', 'VSO', 'HAVO', 'VAVO'] as const
export const PURPOSES = ['INTAKE_TALK', 'SUPPORT_ARRANGEMENT', 'STUDY_START', 'ENROLMENT_ADMIN'] as const
export const ROLES = [
  'STUDENT',
  'GUARDIAN',
  'MENTOR',
  'CARE_COORDINATOR',
  'INTAKER',
  'REGION_ANALYST',
  'MUNICIPALITY',
  'PARTNER',
  'ADMINISTRATOR',
] as const

export type Gender = (typeof GENDERS)[number]
export type NumberKind = (typeof NUMBER_KINDS)[number]
export type SchoolLevel = (typeof SCHOOL_LEVELS)[number]
export type Purpose = (typeof PURPOSES)[number]
export type Role = (typeof ROLES)[number]

/** Group IDENTITY: one row per dossier. */
export const Identity = defineEntity({
  name: 'Identity',
  tableName: 'identity',
  properties: {
    dossierId: p.uuid().primary(),
    initials: p.string(),
    surnamePrefix: p.string().nullable(),
    surname: p.string(),
    callName: p.string().nullable(),
    birthDate: p.date(),
    gender: p.string().$type<Gender>(),
    municipalityCode: p.string().nullable(),
    municipalityName: p.string().nullable(),
    leavingSchool: p.string().nullable(),
    leavingLevel: p.string().$type<SchoolLevel>().nullable(),
    updatedAt: p.datetime(),
  },
})
export type Identity = InferEntity<typeof Identity>

/** Group PERSONAL_NUMBER: sealed with AES-256-GCM; the keyed hash finds a number without opening any. */
export const PersonalNumber = defineEntity({
  name: 'PersonalNumber',
  tableName: 'personal_number',
  properties: {
    dossierId: p.uuid().primary(),
    kind: p.string().$type<NumberKind>(),
    sealed: p.blob(),
    lookup: p.string(),
  },
})
export type PersonalNumber = InferEntity<typeof PersonalNumber>

/** A Dutch address. */
export interface Address {
  street: string
  houseNumber: string
  postcode: string
  city: string
}

/** Group CONTACT: one row per dossier. */
export const Contact = defineEntity({
  name: 'Contact',
  tableName: 'contact',
  properties: {
    dossierId: p.uuid().primary(),
    email: p.string().nullable(),
    phone: p.string().nullable(),
    address: p.json<Address>().nullable(),
    updatedAt: p.datetime(),
  },
})
export type Contact = InferEntity<typeof Contact>

/** One time that a whole personal number was shown: who, when, what for; never the number. Append-only, outlives the content. */
export const NumberReveal = defineEntity({
  name: 'NumberReveal',
  tableName: 'number_reveal',
  properties: {
    id: p.uuid().primary(),
    dossierId: p.uuid(),
    at: p.datetime(),
    subject: p.string(),
    name: p.string(),
    role: p.string().$type<Role>(),
    /** BRIN. */
    organisation: p.string().nullable(),
    purpose: p.string().$type<Purpose>(),
    requestId: p.string(),
  },
})
export type NumberReveal = InferEntity<typeof NumberReveal>

export const entities = [Identity, PersonalNumber, Contact, NumberReveal]
