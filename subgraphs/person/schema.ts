import { makeBuilder, type Builder } from '@doorstroomhub/kit/builder.ts'
import { forReader } from '@doorstroomhub/kit/reader.ts'
import type { Sealer } from '@doorstroomhub/kit/sealed.ts'
import type { WritingContext } from '@doorstroomhub/kit/writing.ts'
import type { GraphQLSchema } from 'graphql'
import {
  GENDERS,
  NUMBER_KINDS,
  PURPOSES,
  ROLES,
  SCHOOL_LEVELS,
  type Address,
  type Contact,
  type Identity,
  type NumberReveal,
  type PersonalNumber as NumberRow,
  type Role,
} from './entities.ts'
import type { Loaders } from './loaders.ts'
import { implementMutations } from './mutations.ts'
import { mask } from './number.ts'

export interface PersonContext extends WritingContext {
  loaders: Loaders
  sealer: Sealer
}

/** Whose own number it is, and who answers for them, see who was shown the whole of it. */
const SEE_REVEALS = new Set(['OWNER', 'GUARDIAN'])

/** Nothing to be reached by is the same as no contact at all. */
const filled = (contact: Contact | null): Contact | null =>
  contact && (contact.email || contact.phone || contact.address) ? contact : null

/** The person's part of the graph. */
export function makeSchema(): GraphQLSchema {
  const builder = makeBuilder<PersonContext>()
  const types = valueTypes(builder)

  const Dossier = types.Dossier.implement({
    description: 'A dossier; here: who the student is.',
    fields: (t) => ({
      id: t.exposeID('id', { nullable: false }),
      identity: t.field({
        type: types.Identity,
        description: 'Group IDENTITY. The student, guardians, the school; the mbo with consent or after enrolment.',
        resolve: async (dossier, _args, context) =>
          forReader(context, dossier.id, 'IDENTITY', await context.loaders.identity.load(dossier.id)),
      }),
      personalNumber: t.field({
        type: types.PersonalNumber,
        description:
          'Group PERSONAL_NUMBER, masked. The student, a guardian of a student under 16, the mentor; the mbo after enrolment when the number statement was given (WVO art. 103b).',
        resolve: async (dossier, _args, context) => {
          const row = await context.loaders.personalNumber.load(dossier.id)
          const { facts, relation } = await context.judgements.may(dossier.id, 'PERSONAL_NUMBER')
          return forReader(
            context,
            dossier.id,
            'PERSONAL_NUMBER',
            row && {
              row,
              statementGiven: facts['statementGiven'] === true,
              maySeeReveals: SEE_REVEALS.has(relation ?? ''),
            },
          )
        },
      }),
      contact: t.field({
        type: types.Contact,
        description: 'Group CONTACT. The student, guardians, the school; the mbo with consent or after enrolment.',
        resolve: async (dossier, _args, context) =>
          forReader(context, dossier.id, 'CONTACT', filled(await context.loaders.contact.load(dossier.id))),
      }),
    }),
  })
  builder.asEntity(Dossier, {
    key: builder.selection<{ id: string }>('id'),
    resolveReference: async ({ id }, context, info) => {
      const foreseen = context.judgements.foreseen('Dossier', info)
      return (await context.judgements.related(id, foreseen)).related ? { id } : null
    },
  })

  implementMutations(builder, types)
  return builder.toSubGraphSchema({ linkUrl: 'https://specs.apollo.dev/federation/v2.6' })
}

export type PersonTypes = ReturnType<typeof valueTypes>

function valueTypes(builder: Builder<PersonContext>) {
  const Gender = builder.enumType('Gender', {
    description: 'As registered (OSO codes 0, 1, 2).',
    values: GENDERS,
  })
  const NumberKind = builder.enumType('PersonalNumberKind', {
    description: 'BSN, or the onderwijsnummer of who has none.',
    values: NUMBER_KINDS,
  })
  const SchoolLevel = builder.enumType('SchoolLevel', {
    description: 'Level of secondary education.',
    values: SCHOOL_LEVELS,
  })
  const Municipality = builder.objectRef<{ code: string; name: string }>('Municipality').implement({
    description: 'A municipality: `GM` and four digits, and its name.',
    fields: (t) => ({
      code: t.exposeString('code', { nullable: false }),
      name: t.exposeString('name', { nullable: false }),
    }),
  })
  const Organisation = organisations(builder)

  const Identity = builder.objectRef<Identity>('Identity').implement({
    description: 'Who the student is: the personal data of the dossier (legally required in a transfer).',
    fields: (t) => ({
      initials: t.exposeString('initials', { nullable: false, description: 'With dots, no spaces: `Chr.Th.`' }),
      surnamePrefix: t.exposeString('surnamePrefix', { description: '`van der`' }),
      surname: t.exposeString('surname', { nullable: false }),
      callName: t.exposeString('callName', { description: 'The name that people use.' }),
      birthDate: t.field({ type: 'Date', nullable: false, resolve: (identity) => identity.birthDate }),
      gender: t.field({ type: Gender, nullable: false, resolve: (identity) => identity.gender }),
      municipality: t.field({
        type: Municipality,
        description: 'Where the student lives.',
        resolve: ({ municipalityCode, municipalityName }) =>
          municipalityCode ? { code: municipalityCode, name: municipalityName ?? municipalityCode } : null,
      }),
      leavingSchool: t.field({
        type: Organisation,
        description: 'The secondary school that the student leaves.',
        resolve: ({ leavingSchool }) => (leavingSchool ? { brin: leavingSchool } : null),
      }),
      leavingLevel: t.field({ type: SchoolLevel, resolve: (identity) => identity.leavingLevel }),
    }),
  })

  const { NumberReveal, Purpose } = reveals(builder, Organisation)
  const PersonalNumber = builder
    .objectRef<{ row: NumberRow; statementGiven: boolean; maySeeReveals: boolean }>('PersonalNumber')
    .implement({
      description: 'The personal number (PGN), never whole: see revealPersonalNumber.',
      fields: (t) => ({
        kind: t.field({ type: NumberKind, nullable: false, resolve: ({ row }) => row.kind }),
        masked: t.string({
          nullable: false,
          description: '`•••••6782`: the last four digits.',
          // Opened where it is asked for, and only there.
          resolve: ({ row }, _args, context) => mask(context.sealer.open(row.sealed, row.dossierId)),
        }),
        statementGiven: t.exposeBoolean('statementGiven', {
          nullable: false,
          description: 'Whether the statement (instemmingsverklaring) for giving the number to the mbo was given.',
        }),
        reveals: t.field({
          type: [NumberReveal],
          nullable: { list: true, items: false },
          description: 'Who was shown the whole number, newest first. For the student and guardians; null for others.',
          resolve: ({ row, maySeeReveals }, _args, context) =>
            maySeeReveals ? context.loaders.reveals.load(row.dossierId) : null,
        }),
      }),
    })

  const Address = builder.objectRef<Address>('Address').implement({
    description: 'A Dutch address.',
    fields: (t) => ({
      street: t.exposeString('street', { nullable: false }),
      houseNumber: t.exposeString('houseNumber', { nullable: false }),
      postcode: t.exposeString('postcode', { nullable: false, description: '`8011 AB`' }),
      city: t.exposeString('city', { nullable: false }),
    }),
  })

  const Contact = builder.objectRef<Contact>('Contact').implement({
    description: 'How to reach the student.',
    fields: (t) => ({
      email: t.exposeString('email'),
      phone: t.exposeString('phone'),
      address: t.field({ type: Address, resolve: ({ address }) => address }),
    }),
  })
  const Dossier = builder.objectRef<{ id: string }>('Dossier')
  return { Dossier, Identity, PersonalNumber, Contact, Gender, SchoolLevel, Purpose }
}

type OrganisationRef = ReturnType<typeof organisations>

/** A school or institution: the same stub in every subgraph. */
function organisations(builder: Builder<PersonContext>) {
  const Organisation = builder.objectRef<{ brin: string }>('Organisation').implement({
    description: 'A school or institution by its BRIN; consent knows its name.',
    fields: (t) => ({ brin: t.exposeString('brin', { nullable: false }) }),
  })
  builder.asEntity(Organisation, {
    key: builder.keyDirective(builder.selection<{ brin: string }>('brin'), false),
    resolveReference: ({ brin }) => ({ brin }),
  })
  return Organisation
}

function reveals(builder: Builder<PersonContext>, Organisation: OrganisationRef) {
  const Purpose = builder.enumType('Purpose', { description: 'What the mbo wants to read it for.', values: PURPOSES })
  const Role = builder.enumType('Role', { description: 'In which role somebody acts.', values: ROLES })
  const Party = builder.objectRef<{ name: string; role: Role; organisation: string | null }>('Party').implement({
    description: 'Somebody, in a role, for an organisation.',
    shareable: true,
    fields: (t) => ({
      name: t.exposeString('name', { nullable: false }),
      role: t.field({ type: Role, nullable: false, resolve: ({ role }) => role }),
      organisation: t.field({
        type: Organisation,
        resolve: ({ organisation }) => (organisation === null ? null : { brin: organisation }),
      }),
    }),
  })
  const NumberReveal = builder.objectRef<NumberReveal>('NumberReveal').implement({
    description: 'One time that the whole personal number was shown. Never the number.',
    fields: (t) => ({
      at: t.field({ type: 'DateTime', nullable: false, resolve: ({ at }) => at }),
      by: t.field({
        type: Party,
        nullable: false,
        resolve: ({ name, role, organisation }) => ({ name, role, organisation: organisation ?? null }),
      }),
      purpose: t.field({ type: Purpose, nullable: false, resolve: ({ purpose }) => purpose }),
    }),
  })
  return { NumberReveal, Purpose }
}
