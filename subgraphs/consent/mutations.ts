import * as applications from './applications/commands.ts'
import type { ConsentBuilder } from './context.ts'
import * as dossiers from './dossier/commands.ts'
import type { Refs } from './refs.ts'
import { activateAgreement, saveAgreement } from './region/commands.ts'
import * as sharing from './sharing/commands.ts'
import { closeGuidanceCase, openGuidanceCase } from './sharing/guidance.ts'
import { revokeConsent } from './sharing/stopping.ts'

/** Inputs whose whole content is an id. */
const idInput = (builder: ConsentBuilder, name: string, field: 'id' | 'dossierId', description: string) =>
  builder.inputType(name, { description, fields: (t) => ({ [field]: t.id({ required: true }) }) as never })

/** Everything that people do to a dossier as an agreement. Every one is one transaction with its event. */
export function implementMutations(builder: ConsentBuilder, refs: Refs): void {
  builder.mutationType({
    description: 'What can be done. Each says who may; NOT_FOUND to who has no relation to the dossier.',
  })
  const DossierIdInput = idInput(builder, 'DossierIdInput', 'dossierId', 'A dossier by its id.')
  dossierMutations(builder, refs, DossierIdInput)
  sharingMutations(builder, refs)
  applicationMutations(builder, refs)
  agreementMutations(builder, refs)
}

type IdInput = ReturnType<typeof idInput>

function dossierMutations(builder: ConsentBuilder, refs: Refs, DossierIdInput: IdInput): void {
  const OpenDossierInput = builder.inputType('OpenDossierInput', {
    fields: (t) => ({
      name: t.string({ required: true, description: "The student's name as people say it." }),
      subject: t.string({
        description: "The student's account, when it is known; otherwise the student comes in with an invitation.",
      }),
      birthDate: t.field({ type: 'Date', required: true }),
      municipality: t.string({ description: '`GM` and four digits.' }),
      schoolLevel: t.field({ type: refs.SchoolLevel }),
      startYear: t.int({ required: true, description: 'The year in which the mbo programme starts.' }),
    }),
  })
  const MoveDossierInput = builder.inputType('MoveDossierInput', {
    fields: (t) => ({
      id: t.id({ required: true }),
      to: t.field({ type: refs.DossierStatus, required: true }),
      expectedVersion: t.int({ required: true, description: 'The version that was read.' }),
    }),
  })
  const ApproveDossierInput = builder.inputType('ApproveDossierInput', {
    fields: (t) => ({ id: t.id({ required: true }), expectedVersion: t.int({ required: true }) }),
  })
  const EraseDossierInput = idInput(builder, 'EraseDossierInput', 'dossierId', 'The dossier that must go.')
  const ShareInsideInput = builder.inputType('ShareInsideInput', {
    fields: (t) => ({
      dossierId: t.id({ required: true }),
      group: t.field({ type: refs.FieldGroup, required: true }),
      role: t.field({ type: refs.Role, required: true, description: 'MENTOR or GUARDIAN.' }),
      on: t.boolean({ required: true, description: 'True shares, false stops.' }),
    }),
  })
  const dossier = { type: refs.Dossier, nullable: false } as const
  builder.mutationFields((t) => ({
    openDossier: t.field({
      ...dossier,
      description:
        "Opens a dossier in DRAFT. The mentor, for a pupil in the caseload. Not the student: the birth date decides who decides along, so that it is the school's word; INVALID tells a student how to get one. CONFLICT when there is one.",
      args: { input: t.arg({ type: OpenDossierInput, required: true }) },
      resolve: (_root, { input }, context) => dossiers.openDossier(context, input),
    }),
    moveDossier: t.field({
      ...dossier,
      description:
        'Takes a step of domain §7. The student, the mentor, an approver who declines, the intaker after the talk. CONFLICT when it has moved on.',
      args: { input: t.arg({ type: MoveDossierInput, required: true }) },
      resolve: (_root, { input }, context) => dossiers.moveDossier(context, { ...input, id: idOf(input.id) }),
    }),
    approveDossier: t.field({
      ...dossier,
      description:
        'A yes to exactly this version. The approvers of domain §5: the student, and a guardian under the agreed policy.',
      args: { input: t.arg({ type: ApproveDossierInput, required: true }) },
      resolve: (_root, { input }, context) => dossiers.approveDossier(context, { ...input, id: idOf(input.id) }),
    }),
    pauseSharing: t.field({
      ...dossier,
      description: 'Stops all sharing for a while. The student, or a guardian of a student under 16.',
      args: { input: t.arg({ type: DossierIdInput, required: true }) },
      resolve: (_root, { input }, context) => dossiers.pauseSharing(context, idIn(input), true),
    }),
    resumeSharing: t.field({
      ...dossier,
      description: 'Sharing goes on as it was. The student, or a guardian of a student under 16.',
      args: { input: t.arg({ type: DossierIdInput, required: true }) },
      resolve: (_root, { input }, context) => dossiers.pauseSharing(context, idIn(input), false),
    }),
    eraseDossier: t.field({
      type: 'Boolean',
      nullable: false,
      description:
        'Destroys the content (GDPR art. 17). Asked twice: false the first time, true when it is gone (again within 15 minutes). The student from 16, a guardian before.',
      args: { input: t.arg({ type: EraseDossierInput, required: true }) },
      resolve: (_root, { input }, context) => dossiers.eraseDossier(context, idIn(input)),
    }),
    givePersonalNumberStatement: t.field({
      ...dossier,
      description:
        'The instemmingsverklaring (WVO art. 103b). A guardian under 16, the student or a guardian at 16 and 17, then the student.',
      args: { input: t.arg({ type: DossierIdInput, required: true }) },
      resolve: (_root, { input }, context) => dossiers.givePersonalNumberStatement(context, idIn(input)),
    }),
    shareInside: t.field({
      ...dossier,
      description: 'Shares a group with the mentor or the guardians, or stops that. The student.',
      args: { input: t.arg({ type: ShareInsideInput, required: true }) },
      resolve: (_root, { input }, context) =>
        dossiers.shareInside(context, { ...input, dossierId: idOf(input.dossierId) }),
    }),
  }))
}

/** An id is the same in capitals. */
const idOf = (id: string | number): string => String(id).toLowerCase()
const idIn = (input: unknown): string =>
  idOf((input as { id?: string; dossierId?: string }).dossierId ?? (input as { id: string }).id)

function sharingMutations(builder: ConsentBuilder, refs: Refs): void {
  const ConsentIdInput = idInput(builder, 'ConsentIdInput', 'id', 'A consent by its id.')
  const ConsentRequestIdInput = idInput(builder, 'ConsentRequestIdInput', 'id', 'A request by its id.')
  const GiveConsentInput = builder.inputType('GiveConsentInput', {
    fields: (t) => ({
      dossierId: t.id({ required: true }),
      institution: t.string({ required: true, description: 'BRIN.' }),
      groups: t.field({ type: [refs.FieldGroup], required: true }),
      purpose: t.field({ type: refs.Purpose, required: true }),
      leftOut: t.idList({ required: false, description: 'Items of these groups to keep out.' }),
      shown: t.string({
        description:
          'The words that the student saw (`Dossier.sharingWords`): exactly those are kept, or CONFLICT when they would be others by now. Without them the Dutch words are kept.',
      }),
    }),
  })
  const StopSharingInput = builder.inputType('StopSharingInput', {
    description: 'A consent of which a part must stop: groups, items of its groups, or both.',
    fields: (t) => ({
      id: t.id({ required: true }),
      groups: t.field({ type: [refs.FieldGroup], description: 'Only these groups; the others go on.' }),
      items: t.idList({
        required: false,
        description: 'Only these items of its groups; they are left out from now on.',
      }),
    }),
  })
  const RequestConsentInput = builder.inputType('RequestConsentInput', {
    fields: (t) => ({
      dossierId: t.id({ required: true }),
      groups: t.field({ type: [refs.FieldGroup], required: true }),
      purpose: t.field({ type: refs.Purpose, required: true }),
      message: t.string({ description: 'At most 500 characters.' }),
    }),
  })
  const GuidanceInput = builder.inputType('OpenGuidanceCaseInput', {
    fields: (t) => ({
      dossierId: t.id({ required: true }),
      officer: t.string({ required: true, description: "The officer's account." }),
      officerName: t.string({ required: true }),
      reason: t.string({ required: true, description: 'The student reads it. At most 1000 characters.' }),
    }),
  })
  const GuidanceIdInput = idInput(builder, 'GuidanceCaseIdInput', 'id', 'A special-guidance case by its id.')
  const consent = { type: refs.Consent, nullable: false } as const
  const whole = async (pending: Promise<import('./sharing/entities.ts').Consent>) => {
    const one = await pending
    return { consent: one, groups: one.groups, whole: true }
  }
  builder.mutationFields((t) => ({
    requestConsent: t.field({
      type: refs.ConsentRequest,
      nullable: false,
      description:
        'A polite question of an institution, once per 14 days. An intaker or partner system of an institution applied to.',
      args: { input: t.arg({ type: RequestConsentInput, required: true }) },
      resolve: (_root, { input }, context) =>
        sharing.requestConsent(context, { ...input, dossierId: idOf(input.dossierId) }),
    }),
    giveConsent: t.field({
      ...consent,
      description:
        'Shares groups with one institution for one purpose, inside the agreement. The student; opens when who must approve has (domain §5).',
      args: { input: t.arg({ type: GiveConsentInput, required: true }) },
      resolve: (_root, { input }, context) =>
        whole(
          sharing.giveConsent(context, {
            ...input,
            dossierId: idOf(input.dossierId),
            leftOut: input.leftOut?.map(String) ?? null,
          }),
        ),
    }),
    approveConsent: t.field({
      ...consent,
      description:
        'A yes to a consent that waits. A guardian as long as the table of domain §5 asks for one; the student again after a birthday.',
      args: { input: t.arg({ type: ConsentIdInput, required: true }) },
      resolve: (_root, { input }, context) => whole(sharing.approveConsent(context, idIn(input))),
    }),
    revokeConsent: t.field({
      ...consent,
      description:
        'Stops at once; declines what still waits. The student; under 18 a guardian too, as the policy says.',
      args: { input: t.arg({ type: ConsentIdInput, required: true }) },
      resolve: (_root, { input }, context) => whole(revokeConsent(context, { id: idIn(input) })),
    }),
    stopSharing: t.field({
      ...consent,
      description:
        'Stops a part of a consent at once; the rest goes on. All of its groups: as revokeConsent. The student; under 18 a guardian too, as the policy says.',
      args: { input: t.arg({ type: StopSharingInput, required: true }) },
      resolve: (_root, { input }, context) =>
        whole(
          revokeConsent(context, {
            id: idOf(input.id),
            groups: input.groups ?? null,
            items: input.items?.map(String) ?? null,
          }),
        ),
    }),
    refuseConsentRequest: t.field({
      type: refs.ConsentRequest,
      nullable: false,
      description: 'Says no; the institution does not learn it. The student, or a guardian of a student under 16.',
      args: { input: t.arg({ type: ConsentRequestIdInput, required: true }) },
      resolve: (_root, { input }, context) => sharing.refuseConsentRequest(context, idIn(input)),
    }),
    openGuidanceCase: t.field({
      type: refs.GuidanceCase,
      nullable: false,
      description:
        'After enrolment: opens CONDITION to one named officer, with a reason that the student sees. An intaker.',
      args: { input: t.arg({ type: GuidanceInput, required: true }) },
      resolve: (_root, { input }, context) => openGuidanceCase(context, { ...input, dossierId: idOf(input.dossierId) }),
    }),
    closeGuidanceCase: t.field({
      type: refs.GuidanceCase,
      nullable: false,
      description: 'Ends a special-guidance case. The institution, or the student.',
      args: { input: t.arg({ type: GuidanceIdInput, required: true }) },
      resolve: (_root, { input }, context) => closeGuidanceCase(context, idIn(input)),
    }),
  }))
}

function applicationMutations(builder: ConsentBuilder, refs: Refs): void {
  const ApplicationIdInput = idInput(builder, 'ApplicationIdInput', 'id', 'An application by its id.')
  const Report = builder.inputType('ReportApplicationStatusInput', {
    fields: (t) => ({
      applicationId: t.id({ required: true }),
      status: t.field({ type: refs.ApplicationStatus, required: true }),
      supersedes: t.id({ description: 'A correction: the id of the last message, which this one replaces.' }),
    }),
  })
  const Propose = builder.inputType('ProposeTalkInput', {
    fields: (t) => ({ applicationId: t.id({ required: true }), at: t.field({ type: 'DateTime', required: true }) }),
  })
  const Register = builder.inputType('RegisterApplicationInput', {
    fields: (t) => ({
      dossierId: t.id({ required: true }),
      institution: t.string({ required: true, description: 'BRIN.' }),
      crebo: t.string({ required: true, description: 'Five digits.' }),
      startYear: t.int({ required: true }),
    }),
  })
  const application = { type: refs.Application, nullable: false } as const
  builder.mutationFields((t) => ({
    registerApplication: t.field({
      ...application,
      description: 'Tells of an application at an institution. The student or the mentor.',
      args: { input: t.arg({ type: Register, required: true }) },
      resolve: (_root, { input }, context) =>
        applications.registerApplication(context, { ...input, dossierId: idOf(input.dossierId) }),
    }),
    reportApplicationStatus: t.field({
      ...application,
      description:
        'A statutory status message (WEB 8.0.2), also to the vo school and the municipality. An intaker, or a partner system with scope status:write; the student may report WITHDRAWN.',
      args: { input: t.arg({ type: Report, required: true }) },
      resolve: (_root, { input }, context) =>
        applications.reportApplicationStatus(context, {
          applicationId: idOf(input.applicationId),
          status: input.status,
          supersedes: input.supersedes == null ? null : idOf(input.supersedes),
        }),
    }),
    proposeTalk: t.field({
      ...application,
      description: 'Proposes a time for the intake talk. An intaker of the institution.',
      args: { input: t.arg({ type: Propose, required: true }) },
      resolve: (_root, { input }, context) =>
        applications.proposeTalk(context, { applicationId: idOf(input.applicationId), at: input.at }),
    }),
    acceptTalk: t.field({
      ...application,
      description:
        'Accepts the proposed time; with consent for INTAKE_TALK the dossier is then IN_INTAKE. The student.',
      args: { input: t.arg({ type: ApplicationIdInput, required: true }) },
      resolve: (_root, { input }, context) => applications.acceptTalk(context, idIn(input)),
    }),
  }))
}

function agreementMutations(builder: ConsentBuilder, refs: Refs): void {
  const AgreementIdInput = builder.inputType('AgreementIdInput', {
    description: 'An agreement by its id.',
    fields: (t) => ({
      id: t.id({ required: true }),
      expectedRevision: t.string({ description: 'The words that were read; CONFLICT when they are others by now.' }),
    }),
  })
  const AllowedGroupInput = builder.inputType('AllowedGroupInput', {
    fields: (t) => ({
      group: t.field({ type: refs.FieldGroup, required: true }),
      detail: t.field({ type: refs.Detail, required: true }),
      from: t.field({ type: 'Date', description: 'Not before this day.' }),
      purposes: t.field({ type: [refs.Purpose], required: true }),
    }),
  })
  const SaveAgreementInput = builder.inputType('SaveAgreementInput', {
    fields: (t) => ({
      id: t.id({ description: 'A draft to change; without it a new version is drafted.' }),
      region: t.string({ required: true, description: '`01` to `39`.' }),
      allowed: t.field({ type: [AllowedGroupInput], required: true }),
      minorPolicy: t.field({ type: refs.MinorPolicy, required: true }),
      postEnrolment: t.field({ type: refs.PostEnrolment, required: true }),
      goals: t.stringList({ required: false }),
      beatSeconds: t.int({ description: 'How often the dashboard may get new counts; default 900.' }),
      expectedRevision: t.string({
        description: 'Of a draft, the words that were read; CONFLICT when they are others by now.',
      }),
    }),
  })
  builder.mutationFields((t) => ({
    saveAgreement: t.field({
      type: refs.Agreement,
      nullable: false,
      description: "Drafts the next version of a region's agreement. The administrator, or the region's own analyst.",
      args: { input: t.arg({ type: SaveAgreementInput, required: true }) },
      resolve: (_root, { input }, context) =>
        saveAgreement(context, { ...input, id: input.id == null ? null : idOf(input.id) }),
    }),
    activateAgreement: t.field({
      type: refs.Agreement,
      nullable: false,
      description:
        "Signs a draft; in force with the second person's signature, and what it does not allow is closed at once. The administrator, or the region's own analyst.",
      args: { input: t.arg({ type: AgreementIdInput, required: true }) },
      resolve: (_root, { input }, context) => activateAgreement(context, { ...input, id: idOf(input.id) }),
    }),
  }))
}
