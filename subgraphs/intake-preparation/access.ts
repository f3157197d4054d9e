import { inside, signedIn, when, type AccessTable } from '@doorstroomhub/kit/access.ts'
import { notAvailable, notFound } from '@doorstroomhub/kit/errors.ts'

/** Who may see the live document: the referee opens it by application, section by section. */
export const access: AccessTable = {
  Application: {
    id: inside,
    intakePreparation: when<{ id: string }>(async (application, _args, context) => {
      const judgement = await context.judgements.mayOfApplication(application.id, 'INTAKE_PREPARATION')
      if (!judgement.related) return notFound()
      return judgement.allowed ? true : notAvailable()
    }, 'INTAKE_PREPARATION'),
  },
  // Each asks the referee for the section that it is about, and says so in the graph.
  Mutation: { openSection: signedIn, freezeIntakePreparation: signedIn, restoreSection: signedIn },
  SectionTicket: inside,
  // Reached through an application that was opened, or through a reference that was judged the same.
  IntakePreparation: inside,
  Section: inside,
  FrozenVersion: inside,
  FrozenSection: inside,
  Contributor: inside,
}
