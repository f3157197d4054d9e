import { makeBuilder, type Builder } from '@doorstroomhub/kit/builder.ts'
import type { GroupAnswer } from '@doorstroomhub/kit/context.ts'
import { forReader, isOutsider } from '@doorstroomhub/kit/reader.ts'
import type { WritingContext } from '@doorstroomhub/kit/writing.ts'
import type { GraphQLSchema } from 'graphql'
import { commentTypes } from './comments.ts'
import {
  EXPERIENCE_KINDS,
  PLUS_CATEGORIES,
  type CareerComment,
  type CareerTalk,
  type Experience,
  type PlusItem,
  type Reflection,
} from './entities.ts'
import type { Loaders } from './loaders.ts'
import { implementMutations } from './mutations.ts'
import {
  shownFile,
  shownPlusDocument,
  shownSummary,
  type ShownFile,
  type ShownPlusDocument,
  type ShownSummary,
} from './shown.ts'

export interface CareerContext extends WritingContext {
  loaders: Loaders
}

/** Comments stay between student and school, so that for others none are even read. */
const commentsFor = async (answer: GroupAnswer, dossierId: string, context: CareerContext): Promise<CareerComment[]> =>
  isOutsider(answer) ? [] : context.loaders.comments.load(dossierId)

/** The career portfolio's part of the graph. */
export function makeSchema(): GraphQLSchema {
  const builder = makeBuilder<CareerContext>()
  const types = valueTypes(builder)

  const Dossier = types.Dossier.implement({
    description: 'A dossier; here: what the student can, wants and did.',
    fields: (t) => ({
      id: t.exposeID('id', { nullable: false }),
      careerSummary: t.field({
        type: types.CareerSummary,
        description:
          'Group CAREER_SUMMARY: LOB passport and LOB CV, one page for the intake talk; null when nothing is filled in. The student, a guardian of a student under 16, the mentor; the mbo with consent or after enrolment.',
        resolve: async (dossier, _args, context) => {
          const answer = await context.judgements.may(dossier.id, 'CAREER_SUMMARY')
          const [summary, experiences, comments] = await Promise.all([
            context.loaders.summary.load(dossier.id),
            context.loaders.experiences.load(dossier.id),
            commentsFor(answer, dossier.id, context),
          ])
          const shown = shownSummary(answer, dossier.id, { summary, experiences, comments })
          return forReader(context, dossier.id, 'CAREER_SUMMARY', shown)
        },
      }),
      careerFile: t.field({
        type: types.CareerFile,
        description:
          'Group CAREER_FILE: the whole career file, for the start of the mbo and not for the intake talk; null when nothing is filled in. The student, a guardian of a student under 16 (from 16 if the student shares it), the mentor; the mbo with consent for STUDY_START.',
        resolve: async (dossier, _args, context) => {
          const answer = await context.judgements.may(dossier.id, 'CAREER_FILE')
          const [reflections, experiences, talks, comments] = await Promise.all([
            context.loaders.reflections.load(dossier.id),
            context.loaders.experiences.load(dossier.id),
            context.loaders.talks.load(dossier.id),
            commentsFor(answer, dossier.id, context),
          ])
          const shown = shownFile(answer, { reflections, experiences, talks, comments })
          return forReader(context, dossier.id, 'CAREER_FILE', shown)
        },
      }),
      plusDocument: t.field({
        type: types.PlusDocument,
        description:
          'Group PLUS_DOCUMENT; null when nothing is filled in. The student, a guardian of a student under 16, the mentor; the mbo with consent.',
        resolve: async (dossier, _args, context) => {
          const answer = await context.judgements.may(dossier.id, 'PLUS_DOCUMENT')
          const [items, comments] = await Promise.all([
            context.loaders.plusItems.load(dossier.id),
            commentsFor(answer, dossier.id, context),
          ])
          return forReader(context, dossier.id, 'PLUS_DOCUMENT', shownPlusDocument(answer, { items, comments }))
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

const LIST = { list: false, items: false } as const

export type CareerTypes = ReturnType<typeof valueTypes>

function valueTypes(builder: Builder<CareerContext>) {
  const CareerCompetence = builder.enumType('CareerCompetence', {
    description: 'The five career competencies.',
    values: {
      QUALITIES: { description: 'Kwaliteitenreflectie: what can I do best?' },
      MOTIVES: { description: 'Motievenreflectie: what matters to me?' },
      WORK_EXPLORATION: { description: 'Werkexploratie: which work fits me?' },
      CAREER_DIRECTION: { description: 'Loopbaansturing: what will I do?' },
      NETWORKING: { description: 'Netwerken: who can help me?' },
    },
  })
  const ExperienceKind = builder.enumType('ExperienceKind', {
    description: 'What sort of experience.',
    values: EXPERIENCE_KINDS,
  })
  const PlusCategory = builder.enumType('PlusCategory', {
    description: 'What it was about.',
    values: PLUS_CATEGORIES,
  })

  const Experience = builder.objectRef<Experience>('Experience').implement({
    description: 'Something that the student did and learned from.',
    fields: (t) => ({
      id: t.exposeID('id', { nullable: false, description: 'To change it, or to leave it out of a consent.' }),
      title: t.exposeString('title', { nullable: false }),
      kind: t.field({ type: ExperienceKind, nullable: false, resolve: ({ kind }) => kind }),
      from: t.field({ type: 'Date', resolve: ({ from }) => from }),
      to: t.field({
        type: 'Date',
        description: 'Null while it goes on, or for a single day.',
        resolve: ({ to }) => to,
      }),
      place: t.exposeString('place', { description: 'The company, school or town.' }),
      learned: t.exposeString('learned', { description: 'What the student learned, in own words.' }),
      competencies: t.field({ type: [CareerCompetence], nullable: LIST, resolve: ({ competencies }) => competencies }),
    }),
  })

  const { CareerComment, CareerPart } = commentTypes(builder)

  const CareerSummary = builder.objectRef<ShownSummary>('CareerSummary').implement({
    description: 'LOB passport and LOB CV: one page for the intake talk, by the student.',
    fields: (t) => ({
      aboutMe: t.exposeString('aboutMe'),
      strengths: t.exposeStringList('strengths', { nullable: LIST, description: 'What the student is good at.' }),
      drives: t.exposeStringList('drives', { nullable: LIST, description: 'What matters to the student.' }),
      topExperiences: t.field({
        type: [Experience],
        nullable: LIST,
        description: 'The experiences that say most, from the career file, in the order of the student.',
        resolve: ({ topExperiences }) => topExperiences,
      }),
      jobInterest: t.exposeString('jobInterest', { description: 'Work that the student is curious about.' }),
      chosenProgrammes: t.exposeStringList('chosenProgrammes', {
        nullable: LIST,
        description: 'Programmes that the student thinks of, first choice first.',
      }),
      questionForIntaker: t.exposeString('questionForIntaker', {
        description: 'What the student wants to ask at the talk.',
      }),
      comments: t.field({
        type: [CareerComment],
        nullable: LIST,
        description: 'Talk between student and school, oldest first; none for others.',
        resolve: ({ comments }) => comments,
      }),
    }),
  })

  const Reflection = builder.objectRef<Reflection>('Reflection').implement({
    description: 'What the student says about one career competence.',
    fields: (t) => ({
      id: t.exposeID('id', { nullable: false, description: 'To leave it out of a consent.' }),
      competence: t.field({ type: CareerCompetence, nullable: false, resolve: ({ competence }) => competence }),
      text: t.exposeString('text', { nullable: false }),
      level: t.exposeInt('level', { description: "The student's own mark: 1 (just begun) to 4 (sure of it)." }),
    }),
  })

  const CareerTalk = builder.objectRef<CareerTalk>('CareerTalk').implement({
    description: 'A talk about the career (loopbaangesprek), as the student noted it.',
    fields: (t) => ({
      id: t.exposeID('id', { nullable: false, description: 'To change it, or to leave it out of a consent.' }),
      date: t.field({ type: 'Date', nullable: false, resolve: ({ date }) => date }),
      with: t.exposeString('with', { nullable: false, description: 'With whom.' }),
      summary: t.exposeString('summary', { nullable: false }),
      nextStep: t.exposeString('nextStep', { description: 'What the student does next.' }),
    }),
  })

  const CareerFile = builder.objectRef<ShownFile>('CareerFile').implement({
    description: 'The whole career file: reflections, experiences and talks.',
    fields: (t) => ({
      reflections: t.field({ type: [Reflection], nullable: LIST, resolve: ({ reflections }) => reflections }),
      experiences: t.field({ type: [Experience], nullable: LIST, resolve: ({ experiences }) => experiences }),
      talks: t.field({
        type: [CareerTalk],
        nullable: LIST,
        description: 'Oldest first.',
        resolve: ({ talks }) => talks,
      }),
      comments: t.field({
        type: [CareerComment],
        nullable: LIST,
        description: 'Talk between student and school, oldest first; none for others.',
        resolve: ({ comments }) => comments,
      }),
    }),
  })

  const PlusItem = builder.objectRef<PlusItem>('PlusItem').implement({
    description: 'An activity, talent or skill beside the lessons.',
    fields: (t) => ({
      id: t.exposeID('id', { nullable: false, description: 'To change it, or to leave it out of a consent.' }),
      category: t.field({ type: PlusCategory, nullable: false, resolve: ({ category }) => category }),
      title: t.exposeString('title', { nullable: false }),
      description: t.exposeString('description'),
      year: t.exposeInt('year', { description: 'The calendar year: `2026`.' }),
    }),
  })

  const PlusDocument = builder.objectRef<ShownPlusDocument>('PlusDocument').implement({
    description: 'What the student did beside the lessons (plusdocument).',
    fields: (t) => ({
      items: t.field({ type: [PlusItem], nullable: LIST, resolve: ({ items }) => items }),
      comments: t.field({
        type: [CareerComment],
        nullable: LIST,
        description: 'Talk between student and school, oldest first; none for others.',
        resolve: ({ comments }) => comments,
      }),
    }),
  })
  const Dossier = builder.objectRef<{ id: string }>('Dossier')
  return {
    Dossier,
    CareerSummary,
    CareerFile,
    PlusDocument,
    CareerCompetence,
    ExperienceKind,
    PlusCategory,
    CareerPart,
  }
}
