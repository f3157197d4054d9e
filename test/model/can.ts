/** `Dossier.can` as the model has it: an action is there when an attempt at it would be more than a refusal. */
import type { Action } from './actions/action.ts'
import { propose, accept, report } from './actions/applications.ts'
import { approve, eraseDossier, move, pause, resume, statement } from './actions/dossier.ts'
import { approveConsent, give, refuse, request, revoke } from './actions/sharing.ts'
import { enough, policyAtHome, policyTowards, standing, type Model } from './case.ts'
import type { Person } from './people.ts'

/** The names of what this person may do now. */
export function canOf(model: Model, who: Person): string[] {
  const succeeds = <Input>(action: Action<Input>, input: Input) => action.judge(model, who, input) === 'OK'
  /** With the right words in it, which the person still has to choose. */
  const couldBe = <Input>(action: Action<Input>, input: Input) =>
    ['OK', 'INVALID'].includes(action.judge(model, who, input))
  const said = (yes: readonly { subject: string }[]) => yes.some(({ subject }) => subject === who.viewer.subject)
  const { version, consents, applications, requests, places } = model
  const to = (status: Model['status']) => succeeds(move, { to: status, version })
  const isLive = (institution: string) =>
    applications.some(
      (one) => one.institution === institution && one.status !== 'WITHDRAWN' && one.status !== 'NOT_ENROLLED',
    )
  const institutions = places.institutions.map(({ brin }) => brin)
  const pending = consents.filter(({ state }) => state === 'PENDING_APPROVAL')
  const stoppable = consents.filter(({ state }) => state === 'PENDING_APPROVAL' || state === 'GRANTED')
  // A group that every agreement may hold, so that only who asks and when decides.
  const wish = { groups: ['IDENTITY' as const], purpose: 'INTAKE_TALK' as const, message: null }
  const asked = requests.some(
    (one) => one.institution === who.viewer.organisation?.brin && model.now - one.askedAt < 14 * 86_400_000,
  )
  const actions: Record<string, boolean> = {
    MOVE_TO_DRAFT: to('DRAFT'),
    MOVE_TO_CONSULTATION: to('IN_CONSULTATION'),
    MOVE_TO_READY: to('READY'),
    END_TALK: to('SHARED'),
    APPROVE:
      model.status === 'READY' &&
      succeeds(approve, { version }) &&
      approverStill(model, who) &&
      (!said(model.yes) || enough(model, model.yes, policyAtHome(model))),
    PAUSE: !model.paused && succeeds(pause, {}),
    RESUME: model.paused && succeeds(resume, {}),
    ERASE: succeeds(eraseDossier, {}),
    GIVE_CONSENT: institutions.some(
      (institution) => isLive(institution) && couldBe(give, { ...wish, institution, leftOut: [] }),
    ),
    APPROVE_CONSENT: pending.some(
      (consent) =>
        couldBe(approveConsent, { consent }) &&
        (!said(consent.yes) || enough(model, consent.yes, policyTowards(model, consent.institution))),
    ),
    REFUSE_REQUEST: requests.some((one) => one.outcome === 'OPEN' && succeeds(refuse, { request: one })),
    REVOKE_CONSENT: stoppable.some((consent) => succeeds(revoke, { consent })),
    REQUEST_CONSENT: isLive(who.viewer.organisation?.brin ?? '') && !asked && couldBe(request, wish),
    GIVE_NUMBER_STATEMENT: !model.statement && succeeds(statement, {}),
    REPORT_APPLICATION_STATUS:
      who.viewer.role !== 'STUDENT' &&
      applications.some((application) =>
        couldBe(report, { application, status: 'CONTRACT_OFFERED', supersedes: null }),
      ),
    PROPOSE_TALK: applications.some((application) => succeeds(propose, { application, inDays: 1 })),
    INVITE: standing(model, who) === 'MENTOR' && model.status !== 'CLOSED',
    ACCEPT_TALK: applications.some((application) => succeeds(accept, { application })),
  }
  return Object.keys(actions).filter((action) => actions[action])
}

/** Who has said yes but is asked no more has nothing left to say. */
const approverStill = (model: Model, who: Person): boolean =>
  approve.judge({ ...model, yes: [] }, who, { version: model.version }) === 'OK'
