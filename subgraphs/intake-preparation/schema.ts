import { makeBuilder } from '@doorstroomhub/kit/builder.ts'
import { notAvailable } from '@doorstroomhub/kit/errors.ts'
import type { GraphQLSchema } from 'graphql'
import { freezeIntakePreparation, openSection, restoreSection, type IntakePreparationContext } from './commands.ts'
import {
  ROLES,
  type Contributor,
  type FrozenSection,
  type FrozenVersion,
  type IntakePreparation,
  type SectionDocument,
} from './entities.ts'
import { accessTo, isId, SECTION_ACCESS, SECTION_KEYS, type SectionAccess, type SectionKey } from './sections.ts'

/** A section as one reader may know it. */
interface ReadSection {
  key: SectionKey
  access: SectionAccess
  /** Null when the section is closed to the reader, or when nobody wrote in it yet. */
  document: SectionDocument | null
}

/** A version as one reader may know it. */
interface ReadVersion extends FrozenVersion {
  open: ReadonlySet<SectionKey>
}

/** The live document's part of the graph. */
export function makeSchema(): GraphQLSchema {
  const builder = makeBuilder<IntakePreparationContext>()
  const RoleType = builder.enumType('Role', { description: 'What somebody is to a dossier.', values: ROLES })
  const SectionKeyType = builder.enumType('SectionKey', {
    description: 'The four sections: about me, questions for the talk, what helps me, agreements.',
    values: SECTION_KEYS,
  })
  const SectionAccessType = builder.enumType('SectionAccess', {
    description: 'What you may do in a section.',
    values: SECTION_ACCESS,
  })

  const facts = async (preparation: IntakePreparation, context: IntakePreparationContext) =>
    (await context.judgements.mayOfApplication(preparation.applicationId, 'INTAKE_PREPARATION')).facts

  const ContributorType = builder.objectRef<Contributor>('Contributor').implement({
    description: 'Somebody who wrote in a section.',
    fields: (t) => ({
      name: t.exposeString('name', { nullable: false }),
      role: t.field({ type: RoleType, nullable: false, resolve: ({ role }) => role }),
      lastAt: t.field({
        type: 'DateTime',
        nullable: false,
        description: 'When they last wrote here.',
        resolve: ({ lastAt }) => lastAt,
      }),
    }),
  })

  const Section = builder.objectRef<ReadSection>('Section').implement({
    description: 'A section of the intake preparation. Closed to you: access NONE, and nothing else is told.',
    fields: (t) => ({
      key: t.field({ type: SectionKeyType, nullable: false, resolve: ({ key }) => key }),
      access: t.field({ type: SectionAccessType, nullable: false, resolve: ({ access }) => access }),
      text: t.string({
        description: 'The words alone, a line per paragraph; at most a second behind the live document.',
        resolve: ({ access, document }) => (access === 'NONE' ? null : (document?.text ?? '')),
      }),
      html: t.string({
        description: 'The same with its form, as safe HTML.',
        resolve: ({ access, document }) => (access === 'NONE' ? null : (document?.html ?? '')),
      }),
      updatedAt: t.field({
        type: 'DateTime',
        description: 'The moment that text and html are from: the last edit in them. Null while nobody wrote.',
        resolve: ({ document }) => document?.updatedAt ?? null,
      }),
      contributors: t.field({
        type: [ContributorType],
        nullable: false,
        description: 'Who wrote here, the last one first.',
        resolve: ({ document }, _args, context) => (document ? context.loaders.contributors.load(document.id) : []),
      }),
    }),
  })

  const FrozenSectionType = builder.objectRef<FrozenSection>('FrozenSection').implement({
    description: 'A section as it was.',
    fields: (t) => ({
      key: t.field({ type: SectionKeyType, nullable: false, resolve: ({ section }) => section }),
      text: t.exposeString('text', { nullable: false }),
      html: t.exposeString('html', { nullable: false }),
    }),
  })

  const FrozenVersionType = builder.objectRef<ReadVersion>('FrozenVersion').implement({
    description: 'The intake preparation as it was at one moment. It never changes.',
    fields: (t) => ({
      id: t.exposeID('id', { nullable: false }),
      number: t.exposeInt('number', { nullable: false, description: '1, 2, 3 ...' }),
      frozenAt: t.field({ type: 'DateTime', nullable: false, resolve: ({ frozenAt }) => frozenAt }),
      frozenBy: t.string({ nullable: false, resolve: ({ frozenByName }) => frozenByName }),
      sections: t.field({
        type: [FrozenSectionType],
        nullable: false,
        description: 'The sections that are open to you now.',
        resolve: async ({ id, open }, _args, context) => {
          const rows = (await context.loaders.frozenSections.load(id)).filter(({ section }) => open.has(section))
          return rows.sort((a, b) => SECTION_KEYS.indexOf(a.section) - SECTION_KEYS.indexOf(b.section))
        },
      }),
      sha256: t.exposeString('sha256', {
        nullable: false,
        description: 'Over the seal and the content of all sections, hexadecimal.',
      }),
      seal: t.string({
        description:
          'What was hashed with the content, so that the hash tells nothing about a closed section. Null unless every section is open to you.',
        resolve: ({ seal, open }) => (open.size === SECTION_KEYS.length ? seal : null),
      }),
    }),
  })

  const Preparation = builder.objectRef<IntakePreparation>('IntakePreparation').implement({
    description:
      'The live document of one application, written together by the student, the school and the intaker: one section, one audience.',
    fields: (t) => ({
      id: t.exposeID('id', { nullable: false }),
      sections: t.field({
        type: [Section],
        nullable: false,
        description: 'All four, in reading order.',
        resolve: async (preparation, _args, context) => {
          const [known, documents] = await Promise.all([
            facts(preparation, context),
            context.loaders.documents.load(preparation.id),
          ])
          return SECTION_KEYS.map((key): ReadSection => {
            const access = accessTo(known, key)
            const document = access === 'NONE' ? null : (documents.find(({ section }) => section === key) ?? null)
            return { key, access, document }
          })
        },
      }),
      versions: t.field({
        type: [FrozenVersionType],
        nullable: false,
        description: 'The frozen versions, the newest first.',
        resolve: async (preparation, _args, context) => {
          const [known, versions] = await Promise.all([
            facts(preparation, context),
            context.loaders.versions.load(preparation.id),
          ])
          const open = new Set(SECTION_KEYS.filter((key) => accessTo(known, key) !== 'NONE'))
          return versions.map((version): ReadVersion => ({ ...version, open }))
        },
      }),
    }),
  })
  builder.asEntity(Preparation, {
    key: builder.selection<{ id: string }>('id'),
    resolveReference: async ({ id }, context) => {
      const preparation = await context.loaders.preparation.load(id)
      if (!preparation) return null
      const judgement = await context.judgements.mayOfApplication(preparation.applicationId, 'INTAKE_PREPARATION')
      if (!judgement.related) return null
      if (!judgement.allowed) throw notAvailable()
      return preparation
    },
  })

  const Application = builder.objectRef<{ id: string }>('Application').implement({
    description: 'An application; here: its intake preparation.',
    fields: (t) => ({
      id: t.exposeID('id', { nullable: false }),
      intakePreparation: t.field({
        type: Preparation,
        description:
          'Group INTAKE_PREPARATION, section by section. The student, guardians of a student under 16, the school; the mbo with consent.',
        resolve: async ({ id }, _args, context) => {
          const { dossierId } = await context.judgements.mayOfApplication(id, 'INTAKE_PREPARATION')
          return dossierId ? context.loaders.ofApplication.load({ applicationId: id, dossierId }) : null
        },
      }),
    }),
  })
  builder.asEntity(Application, {
    key: builder.selection<{ id: string }>('id'),
    resolveReference: async ({ id }, context, info) => {
      const foreseen = context.judgements.foreseen('Application', info)
      return isId(id) && (await context.judgements.relatedOfApplication(id, foreseen)).related ? { id } : null
    },
  })

  const SectionTicket = builder
    .objectRef<{ ticket: string; access: SectionAccess; expiresAt: Date }>('SectionTicket')
    .implement({
      description: 'A key for one websocket at `/documents/<intakePreparationId>/<section in lower case>?ticket=...`.',
      fields: (t) => ({
        ticket: t.exposeString('ticket', { nullable: false, description: 'Works once.' }),
        access: t.field({ type: SectionAccessType, nullable: false, resolve: ({ access }) => access }),
        expiresAt: t.field({
          type: 'DateTime',
          nullable: false,
          description: 'Thirty seconds from now.',
          resolve: ({ expiresAt }) => expiresAt,
        }),
      }),
    })
  const OpenSectionInput = builder.inputType('OpenSectionInput', {
    fields: (t) => ({
      intakePreparationId: t.id({ required: true }),
      section: t.field({ type: SectionKeyType, required: true }),
    }),
  })
  const FreezeInput = builder.inputType('FreezeInput', {
    fields: (t) => ({ intakePreparationId: t.id({ required: true }) }),
  })
  const RestoreSectionInput = builder.inputType('RestoreSectionInput', {
    fields: (t) => ({
      intakePreparationId: t.id({ required: true }),
      section: t.field({ type: SectionKeyType, required: true }),
      version: t.int({ required: true, description: 'The number of a frozen version.' }),
    }),
  })
  builder.mutationType({
    fields: (t) => ({
      openSection: t.field({
        type: SectionTicket,
        nullable: false,
        description:
          'A ticket for a client without a session cookie. Whoever may read the section; NOT_AVAILABLE for the others.',
        args: { input: t.arg({ type: OpenSectionInput, required: true }) },
        resolve: (_root, { input }, context) => openSection(context, input),
      }),
      freezeIntakePreparation: t.field({
        type: FrozenVersionType,
        nullable: false,
        description: 'Keeps all sections as they are now, for good. Whoever may write in at least one of them.',
        args: { input: t.arg({ type: FreezeInput, required: true }) },
        resolve: (_root, { input }, context) => freezeIntakePreparation(context, input),
      }),
      restoreSection: t.field({
        type: Section,
        nullable: false,
        description:
          'Makes an old version of a section the newest, as an edit of yours; nothing is lost. Whoever may write in it. INVALID when there is no such version, CONFLICT when rights changed meanwhile.',
        args: { input: t.arg({ type: RestoreSectionInput, required: true }) },
        resolve: (_root, { input }, context) => restoreSection(context, input),
      }),
    }),
  })

  return builder.toSubGraphSchema({ linkUrl: 'https://specs.apollo.dev/federation/v2.6' })
}
