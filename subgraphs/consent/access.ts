import { ageOn } from '@doorstroomhub/kit/calendar.ts'
import { group, inside, signedIn, when, type AccessTable } from '@doorstroomhub/kit/access.ts'
import { notAvailable, notFound, unauthenticated } from '@doorstroomhub/kit/errors.ts'
import { asker, factsOf, type ConsentContext } from './context.ts'
import { isOwnRegion } from './rules/regional.ts'
import { seenBy } from './rules/seen.ts'
import { managesWebhooks } from './rules/webhooks.ts'

/** What belongs to the agreement itself and not to a group: for who has a relation to the dossier. */
const related = when<{ id: string }>(async ({ id }, _args, context) =>
  (await context.judgements.related(id)).related ? true : notFound(),
)

/** Student, guardians and school: never the mbo, whatever the student decided. */
const insiders = when<{ id: string }>(async ({ id }, _args, context) => {
  const { relation } = await context.judgements.related(id)
  if (relation === null) return notFound()
  return relation === 'MBO' || relation === 'MUNICIPALITY' ? notAvailable() : true
})

/** The student alone. */
const owner = when<{ id: string }>(async ({ id }, _args, context) => {
  const { relation } = await context.judgements.related(id)
  if (relation === null) return notFound()
  return relation === 'OWNER' ? true : notAvailable()
})

/** Who hands out invitations. */
const mentorOf = when<{ id: string }>(async ({ id }, _args, context) => {
  const { relation } = await context.judgements.related(id)
  if (relation === null) return notFound()
  return relation === 'MENTOR' ? true : notAvailable()
})

const UNDER = 16

/** The student, and a guardian of a student under 16 (domain §4, SHARING). */
const readsTheLog = when<{ id: string }>(async ({ id }, _args, context) => {
  const facts = await factsOf(context as ConsentContext, id)
  const seen = facts && seenBy(facts, asker(context as ConsentContext), context.now())
  if (!facts || !seen) return notFound()
  if (seen.relation === 'OWNER') return true
  const isUnderGuardian = seen.relation === 'GUARDIAN' && ageOn(facts.birthDate, context.now()) < UNDER
  return isUnderGuardian ? true : notAvailable()
})

/** The student and guardians: what is open to whom is theirs to know, as the rest of SHARING. */
const decides = when<{ id: string }>(async ({ id }, _args, context) => {
  const { related, allowed, relation } = await context.judgements.may(id, 'SHARING')
  if (!related) return notFound()
  return allowed && (relation === 'OWNER' || relation === 'GUARDIAN') ? true : notAvailable()
})

/** A region's own analyst. */
const ownRegion = when<{ code: string }>(({ code }, _args, context) =>
  isOwnRegion(context.asking.viewer, code) ? true : notAvailable(),
)

/** Who may sign for a region. */
const signsFor = when<{ code: string }>(({ code }, _args, context) =>
  isOwnRegion(context.asking.viewer, code) || context.asking.viewer?.role === 'ADMINISTRATOR' ? true : notAvailable(),
)

/** The scope cuts what a partner system may follow, by webhook as by query. */
const ownWebhooks = when((_parent, _args, context) => {
  if (!context.asking.viewer) return unauthenticated()
  return managesWebhooks(asker(context as ConsentContext)) ? true : notAvailable()
})

/** Who may see what of the dossier as an agreement. */
export const access: AccessTable = {
  Query: {
    viewer: signedIn,
    dossier: signedIn,
    dossiers: signedIn,
    application: signedIn,
    region: signedIn,
    regions: signedIn,
    changes: signedIn,
    webhooks: ownWebhooks,
    import: signedIn,
    imports: signedIn,
  },
  // Who may do what is judged under the dossier's lock, by the rules in rules/: here only that somebody is signed in.
  Mutation: {
    openDossier: signedIn,
    moveDossier: signedIn,
    approveDossier: signedIn,
    pauseSharing: signedIn,
    resumeSharing: signedIn,
    eraseDossier: signedIn,
    givePersonalNumberStatement: signedIn,
    shareInside: signedIn,
    requestConsent: signedIn,
    giveConsent: signedIn,
    approveConsent: signedIn,
    revokeConsent: signedIn,
    stopSharing: signedIn,
    refuseConsentRequest: signedIn,
    openGuidanceCase: signedIn,
    closeGuidanceCase: signedIn,
    registerApplication: signedIn,
    reportApplicationStatus: signedIn,
    proposeTalk: signedIn,
    acceptTalk: signedIn,
    saveAgreement: signedIn,
    activateAgreement: signedIn,
    createInvitation: signedIn,
    revokeInvitation: signedIn,
    acceptInvitation: signedIn,
    endParty: signedIn,
    registerWebhook: ownWebhooks,
    rotateWebhookSecret: ownWebhooks,
    resumeWebhook: ownWebhooks,
    removeWebhook: ownWebhooks,
    startImport: signedIn,
    appendImport: signedIn,
    checkImport: signedIn,
    removeImport: signedIn,
    takeImportRows: signedIn,
    settleImportRows: signedIn,
  },
  Dossier: {
    id: inside,
    status: inside,
    version: inside,
    paused: inside,
    pausedBecause: decides,
    statusHistory: insiders,
    parties: group('IDENTITY'),
    endableParties: group('IDENTITY'),
    readersInside: owner,
    region: related,
    agreement: related,
    applications: group('APPLICATION_STATUS'),
    consents: group('SHARING'),
    consentRequests: group('SHARING'),
    shareableWith: decides,
    sharingWords: decides,
    openTo: decides,
    readLog: readsTheLog,
    can: related,
    approvals: insiders,
    invitations: mentorOf,
    guidanceCases: group('SHARING'),
  },
  // Checked in `subscribe` as well: a rule runs only when the stream is open.
  Subscription: { dossierStatusChanged: signedIn, changeAdded: signedIn, regionStatus: signedIn },
  Region: { code: inside, name: inside, status: ownRegion, weeks: ownRegion, agreement: inside, agreements: signsFor },
  RegionWeek: inside,
  Application: inside,
  Organisation: inside,
  Programme: inside,
  Viewer: inside,
  Party: inside,
  EndableParty: inside,
  InsideReader: inside,
  DossierStatusChange: inside,
  RegionStatus: inside,
  StatusCount: inside,
  Agreement: inside,
  AllowedGroup: inside,
  Invitation: inside,
  CreatedInvitation: inside,
  Consent: inside,
  ShareableGroup: inside,
  OpenGroup: inside,
  Approval: inside,
  ConsentRequest: inside,
  GuidanceCase: inside,
  ApplicationMessage: inside,
  DossierApproval: inside,
  ReadLogEntry: inside,
  Change: inside,
  Webhook: inside,
  WebhookWithSecret: inside,
  Import: inside,
  ImportColumn: inside,
  ImportFault: inside,
  PageInfo: inside,
  DossierConnection: inside,
  DossierEdge: inside,
  ReadLogConnection: inside,
  ReadLogEdge: inside,
  ChangeConnection: inside,
  ChangeEdge: inside,
}
