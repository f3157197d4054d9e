import { notFound } from '@doorstroomhub/kit/errors.ts'
import { asker, factsOf, type ConsentBuilder, type ConsentContext } from '../context.ts'
import type { Refs } from '../refs.ts'
import { relationOf } from '../rules/decide.ts'
import type { Application } from './entities.ts'
import { isOnTime } from './on-time.ts'

/** The applications of a dossier that this viewer may know of: an institution sees its own alone. */
export async function applicationsFor(context: ConsentContext, dossierId: string): Promise<Application[]> {
  const facts = await factsOf(context, dossierId)
  const who = asker(context)
  const all = await context.loaders.applications.load(dossierId)
  return facts && relationOf(facts, who, context.now()) === 'MBO'
    ? all.filter(({ institution }) => institution === who.brin)
    : all
}

/** Applications in the graph: the statutory channel. */
export function implementApplications(builder: ConsentBuilder, refs: Refs): void {
  refs.Application.implement({
    description:
      'An application for an mbo programme. Its status goes to the vo school and the home municipality by legal duty (WEB 8.0.2); no consent stops it, and it opens no dossier.',
    fields: (t) => ({
      id: t.exposeID('id', { nullable: false }),
      institution: t.field({
        type: refs.Organisation,
        nullable: false,
        resolve: async ({ institution }, _args, context) => (await context.loaders.organisation.load(institution))!,
      }),
      programme: t.field({
        type: refs.Programme,
        nullable: false,
        resolve: async ({ crebo }, _args, context) => (await context.loaders.programme.load(crebo))!,
      }),
      status: t.field({ type: refs.ApplicationStatus, nullable: false, resolve: ({ status }) => status }),
      appliedAt: t.field({ type: 'DateTime', nullable: false, resolve: ({ appliedAt }) => appliedAt }),
      onTime: t.boolean({
        nullable: false,
        description:
          'Applied no later than 1 April 23:59:59 Europe/Amsterdam of the start year. Shown, never decided upon.',
        resolve: ({ appliedAt, startYear }) => isOnTime(appliedAt, startYear),
      }),
      startYear: t.exposeInt('startYear', { nullable: false, description: 'The year in which the programme starts.' }),
      talkProposedAt: t.field({
        type: 'DateTime',
        description: 'The time that the institution proposed for the talk and that the student did not answer yet.',
        resolve: ({ talkProposedAt }) => talkProposedAt,
      }),
      talkAt: t.field({
        type: 'DateTime',
        description: 'The time of the intake talk that both agreed on.',
        resolve: ({ talkAt }) => talkAt,
      }),
      messages: t.field({
        type: [refs.ApplicationMessage],
        nullable: { list: false, items: false },
        description: 'Every status message, oldest first; the last one counts.',
        resolve: ({ id }, _args, context) => context.loaders.messages.load(id),
      }),
    }),
  })
  refs.ApplicationMessage.implement({
    description:
      'A status message to the vo school and the home municipality. A correction names the one it supersedes.',
    fields: (t) => ({
      id: t.exposeID('id', { nullable: false }),
      status: t.field({ type: refs.ApplicationStatus, nullable: false, resolve: ({ status }) => status }),
      at: t.field({ type: 'DateTime', nullable: false, resolve: ({ at }) => at }),
      supersedes: t.id({ resolve: ({ supersedes }) => supersedes ?? null }),
      recipients: t.stringList({
        nullable: { list: false, items: false },
        description:
          'To whom it went: BRIN of the vo school, `GM` code of the municipality. Empty to an mbo institution: where a student lives and went to school is group IDENTITY.',
        resolve: ({ recipients }, _args, context) => {
          const { role } = asker(context)
          if (role === 'INTAKER' || role === 'PARTNER') return []
          return [recipients.school, ...(recipients.municipality === null ? [] : [recipients.municipality])]
        },
      }),
    }),
  })
  const known = async (id: string, context: ConsentContext) => {
    const { related, allowed } = await context.judgements.mayOfApplication(id, 'APPLICATION_STATUS')
    return related && allowed ? context.loaders.application.load(id) : null
  }
  builder.asEntity(refs.Application, {
    key: builder.selection<{ id: string }>('id'),
    resolveReference: ({ id }, context) => known(id, context),
  })
  builder.queryField('application', (t) =>
    t.field({
      type: refs.Application,
      description:
        "One application. NOT_FOUND when it does not exist, is of another institution or is not the viewer's business: the same answer.",
      args: { id: t.arg.id({ required: true }) },
      resolve: async (_root, { id }, context) => {
        const found = await known(String(id).toLowerCase(), context)
        if (!found) throw notFound()
        return found
      },
    }),
  )
}
