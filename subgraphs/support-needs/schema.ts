import { makeBuilder, type Builder } from '@doorstroomhub/kit/builder.ts'
import { forReader } from '@doorstroomhub/kit/reader.ts'
import type { Sealer } from '@doorstroomhub/kit/sealed.ts'
import type { WritingContext } from '@doorstroomhub/kit/writing.ts'
import type { GraphQLSchema } from 'graphql'
import { openCondition, type OpenCondition, type Statement } from './condition.ts'
import {
  ACCOMMODATIONS,
  DISCUSS_PREFERENCES,
  ROLES,
  SUPPORT_AREAS,
  SUPPORT_LEVELS,
  type Role,
  type StudyAdvice,
  type SupportNeed,
} from './entities.ts'
import type { Loaders } from './loaders.ts'
import { implementMutations } from './mutations.ts'
import { shownAccommodations, shownConditions, shownStudyAdvice, type ShownAccommodations } from './shown.ts'

export interface SupportContext extends WritingContext {
  loaders: Loaders
  sealer: Sealer
}

/** The support needs' part of the graph. */
export function makeSchema(): GraphQLSchema {
  const builder = makeBuilder<SupportContext>()
  const types = valueTypes(builder)

  const Dossier = types.Dossier.implement({
    description: 'A dossier; here: what helps the student.',
    fields: (t) => ({
      id: t.exposeID('id', { nullable: false }),
      accommodations: t.field({
        type: types.Accommodations,
        description:
          'Group ACCOMMODATIONS; null when nothing is filled in. The student, a guardian of a student under 16 (from 16 if the student shares it), mentor and care coordinator; the mbo with consent, in the detail that the region agreed on.',
        resolve: async (dossier, _args, context) => {
          const [answer, profile, needs] = await Promise.all([
            context.judgements.may(dossier.id, 'ACCOMMODATIONS'),
            context.loaders.profile.load(dossier.id),
            context.loaders.needs.load(dossier.id),
          ])
          return forReader(context, dossier.id, 'ACCOMMODATIONS', shownAccommodations(answer, profile, needs))
        },
      }),
      conditions: t.field({
        type: [types.Condition],
        description:
          'Group CONDITION, special category data. The student, a guardian of a student under 16, the care coordinator who is involved, others of the school if the student shares it; the mbo with explicit consent, or in a logged case of special guidance.',
        resolve: async (dossier, _args, context) => {
          const [answer, rows] = await Promise.all([
            context.judgements.may(dossier.id, 'CONDITION'),
            context.loaders.conditions.load(dossier.id),
          ])
          const conditions = rows.map((row) => openCondition(context.sealer, row))
          return forReader(context, dossier.id, 'CONDITION', shownConditions(answer, conditions))
        },
      }),
      studyAdvice: t.field({
        type: [types.StudyAdvice],
        description:
          'Group STUDY_ADVICE. The student, a guardian of a student under 16, mentor and care coordinator; the mbo with consent, and of each advice only the version that the student accepted.',
        resolve: async (dossier, _args, context) => {
          const [answer, rows] = await Promise.all([
            context.judgements.may(dossier.id, 'STUDY_ADVICE'),
            context.loaders.studyAdvice.load(dossier.id),
          ])
          return forReader(context, dossier.id, 'STUDY_ADVICE', shownStudyAdvice(answer, rows))
        },
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

export type SupportTypes = ReturnType<typeof valueTypes>

function valueTypes(builder: Builder<SupportContext>) {
  const SupportArea = builder.enumType('SupportArea', {
    description: 'Where support is needed. NONE says in so many words that nothing is.',
    values: SUPPORT_AREAS,
  })
  const SupportLevel = builder.enumType('SupportLevel', { description: 'How much support.', values: SUPPORT_LEVELS })
  const Accommodation = builder.enumType('Accommodation', {
    description: 'What helps: an adjustment that a school can make.',
    values: ACCOMMODATIONS,
  })
  const DiscussPreference = builder.enumType('DiscussPreference', {
    description: 'How the student wants to talk about it at the intake talk.',
    values: DISCUSS_PREFERENCES,
  })
  const { Party } = parties(builder)

  const SupportNeed = builder.objectRef<SupportNeed>('SupportNeed').implement({
    description: 'One area in which the student needs support, and what helps there.',
    fields: (t) => ({
      id: t.exposeID('id', { nullable: false, description: 'To change it, or to leave it out of a consent.' }),
      area: t.field({ type: SupportArea, nullable: false, resolve: ({ area }) => area }),
      level: t.field({ type: SupportLevel, resolve: ({ level }) => level }),
      accommodations: t.field({
        type: [Accommodation],
        nullable: { list: false, items: false },
        resolve: ({ accommodations }) => accommodations,
      }),
    }),
  })

  const Accommodations = builder.objectRef<ShownAccommodations>('Accommodations').implement({
    description:
      'What helps the student. Where the region agreed on ticks alone, the mbo gets `needs` and the rest stays empty.',
    fields: (t) => ({
      needs: t.field({ type: [SupportNeed], nullable: { list: false, items: false }, resolve: ({ needs }) => needs }),
      strengths: t.exposeStringList('strengths', {
        nullable: { list: false, items: false },
        description: 'What goes well.',
      }),
      currentSupport: t.exposeStringList('currentSupport', {
        nullable: { list: false, items: false },
        description: 'Support that the student has now.',
      }),
      howToDiscuss: t.field({ type: DiscussPreference, resolve: ({ howToDiscuss }) => howToDiscuss }),
    }),
  })

  const Statement = builder.objectRef<Statement>('Statement').implement({
    description:
      'A written statement by an expert, such as a dyslexia statement. The hub holds what it is, not the paper.',
    fields: (t) => ({
      title: t.exposeString('title', { nullable: false, description: '`Dyslexieverklaring`' }),
      issuedBy: t.exposeString('issuedBy', { description: 'The person or office that gave it.' }),
      issuedOn: t.field({ type: 'Date', resolve: ({ issuedOn }) => issuedOn }),
      expiresOn: t.field({
        type: 'Date',
        description: 'Null when it stays valid.',
        resolve: ({ expiresOn }) => expiresOn,
      }),
    }),
  })

  const Condition = builder.objectRef<OpenCondition>('Condition').implement({
    description: 'A condition or diagnosis, as far as the student wants it known. Sealed at rest.',
    fields: (t) => ({
      id: t.exposeID('id', { nullable: false, description: 'To change it, or to leave it out of a consent.' }),
      name: t.exposeString('name'),
      explanation: t.exposeString('explanation', { description: 'What it means for this student, in own words.' }),
      statement: t.field({ type: Statement, resolve: ({ statement }) => statement }),
      ownView: t.exposeString('ownView', {
        description: "The student's own view (zienswijze), always shown beside the text.",
      }),
    }),
  })

  const StudyAdvice = builder.objectRef<StudyAdvice>('StudyAdvice').implement({
    description:
      "The mentor's or care coordinator's advice on the choice of study. A new text is a new version, which the student has not accepted yet.",
    fields: (t) => ({
      id: t.exposeID('id', {
        nullable: false,
        description: 'To accept or change it, or to leave it out of a consent.',
      }),
      text: t.exposeString('text', { nullable: false }),
      author: t.field({
        type: Party,
        nullable: false,
        description: 'Who wrote this version.',
        resolve: ({ authorName, authorRole, authorOrganisation }) => ({
          name: authorName,
          role: authorRole,
          organisation: authorOrganisation ?? null,
        }),
      }),
      version: t.exposeInt('version', { nullable: false, description: 'Counts from 1.' }),
      acceptedVersion: t.exposeInt('acceptedVersion', {
        description: 'The version that the student accepted. Closed outside the school while it is not `version`.',
      }),
      ownView: t.exposeString('ownView', {
        description: "The student's own view (zienswijze), always shown beside the text.",
      }),
    }),
  })
  const Dossier = builder.objectRef<{ id: string }>('Dossier')
  return {
    Dossier,
    Accommodations,
    Condition,
    StudyAdvice,
    SupportArea,
    SupportLevel,
    Accommodation,
    DiscussPreference,
  }
}

/** Somebody with a role, at a school: the same value type in every subgraph. */
function parties(builder: Builder<SupportContext>) {
  const Role = builder.enumType('Role', { description: 'In which role somebody acts.', values: ROLES })
  const Organisation = builder.objectRef<{ brin: string }>('Organisation').implement({
    description: 'A school or institution by its BRIN; consent knows its name.',
    fields: (t) => ({ brin: t.exposeString('brin', { nullable: false }) }),
  })
  builder.asEntity(Organisation, {
    key: builder.keyDirective(builder.selection<{ brin: string }>('brin'), false),
    resolveReference: ({ brin }) => ({ brin }),
  })
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
  return { Party }
}
