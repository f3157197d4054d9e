import { sealCondition, sealOwnView } from '@doorstroomhub/support-needs/condition.ts'
import { wording, WORDING_VERSION } from '@doorstroomhub/consent/sharing/wording.ts'
import type { Sealer } from '@doorstroomhub/kit/sealed.ts'
import { idOf } from '../world/ids.ts'
import { organisation } from '../world/region.ts'
import type { WorldAgreement, WorldConsent, WorldContent, WorldDossier } from '../world/types.ts'

/** A row as the database takes it from JSON: `bytea` in its hexadecimal form. */
export type Row = Record<string, unknown>
/** Rows by table, `schema.table`. */
export type Rows = Map<string, Row[]>

/** `bytea` as JSON can carry it. */
export const bytes = (content: Uint8Array): string => `\\x${Buffer.from(content).toString('hex')}`

export function add(rows: Rows, table: string, ...more: Row[]): void {
  const known = rows.get(table)
  if (known) known.push(...more)
  else rows.set(table, more)
}

/** The order in which tables are filled, so that what is referred to is there. */
export const TABLES = [
  'consent.region',
  'consent.organisation',
  'consent.programme',
  'consent.agreement',
  'consent.dossier',
  'consent.party',
  'consent.dossier_approval',
  'consent.status_change',
  'consent.application',
  'consent.application_message',
  'consent.consent_request',
  'consent.consent',
  'consent.approval',
  'consent.change',
  'person.identity',
  'person.personal_number',
  'person.contact',
  'support_needs.support_profile',
  'support_needs.support_need',
  'support_needs.condition',
  'support_needs.study_advice',
  'career_portfolio.career_summary',
  'career_portfolio.reflection',
  'career_portfolio.experience',
  'career_portfolio.career_talk',
  'career_portfolio.plus_item',
  'intake_preparation.intake_preparation',
  'intake_preparation.document',
  'intake_preparation.snapshot',
  'intake_preparation.contributor',
] as const

/** The region's agreements as rows. */
export const agreementRow = (agreement: WorldAgreement): Row => ({
  id: agreement.id,
  region_code: agreement.region,
  version: agreement.version,
  state: agreement.state,
  allowed: agreement.allowed,
  minor_policy: agreement.minorPolicy,
  post_enrolment: agreement.postEnrolment,
  goals: agreement.goals,
  beat_seconds: agreement.beatSeconds,
  signers: agreement.signers,
  created_at: agreement.activatedAt,
  activated_at: agreement.activatedAt,
  ended_at: null,
})

/** A consent's own row, with the words that were shown. */
export function consentRow(dossierId: string, consent: WorldConsent): Row {
  const { institution, groups, purpose, leftOut, expiresAt } = consent
  return {
    id: consent.id,
    dossier_id: dossierId,
    institution,
    groups,
    purpose,
    state: consent.state,
    wording: wording({ institution: organisation(institution).name, groups, purpose, leftOut, expiresAt }),
    wording_version: WORDING_VERSION,
    left_out: leftOut,
    started_by: consent.startedBy.subject,
    request_id: consent.request,
    created_at: consent.createdAt,
    granted_at: consent.grantedAt,
    expires_at: expiresAt,
    ended_at: consent.endedAt,
    ended_by: consent.endedAt === null ? null : (consent.endedBy?.subject ?? 'time'),
  }
}

/** Everything of one dossier but its live documents. */
export function addDossier(rows: Rows, dossier: WorldDossier, sealer: Sealer): void {
  addAgreementSide(rows, dossier)
  addChanges(rows, dossier)
  if (dossier.content) addContent(rows, dossier, dossier.content, sealer)
}

function addAgreementSide(rows: Rows, dossier: WorldDossier): void {
  const dossier_id = dossier.id
  const last = dossier.statusHistory.at(-1)?.at ?? dossier.createdAt
  const { content, numberStatement } = dossier
  const isErased = content === null
  add(rows, 'consent.dossier', {
    id: dossier_id,
    status: dossier.status,
    version: dossier.version,
    paused: dossier.paused,
    rights: 1,
    birth_date: dossier.birthDate,
    municipality_code: isErased ? null : dossier.municipality.code,
    home_school: dossier.homeSchool,
    region_code: dossier.region,
    school_level: dossier.schoolLevel,
    start_year: dossier.startYear,
    statement_at: numberStatement?.at ?? null,
    statement_by: numberStatement?.subject ?? null,
    statement_role: numberStatement?.role ?? null,
    identity_complete: !isErased,
    open_advice: content?.studyAdvice.filter(({ version, acceptedVersion }) => version !== acceptedVersion).length ?? 0,
    created_at: dossier.createdAt,
    updated_at: last,
    erased_at: isErased ? last : null,
  })
  for (const party of dossier.parties)
    add(rows, 'consent.party', { dossier_id, ...pick(party, 'subject', 'role', 'name', 'brin', 'since', 'until') })
  for (const approval of dossier.approvals)
    add(rows, 'consent.dossier_approval', {
      dossier_id,
      version: dossier.version,
      ...pick(approval, 'subject', 'role', 'name', 'at'),
    })
  for (const change of dossier.statusHistory)
    add(rows, 'consent.status_change', {
      dossier_id,
      from_status: change.from,
      to_status: change.to,
      at: change.at,
      by_subject: change.by.subject,
      by_role: change.by.role,
      reason: change.from === null ? 'opened' : 'moved',
    })
  for (const application of dossier.applications) {
    add(rows, 'consent.application', {
      id: application.id,
      dossier_id,
      institution: application.institution,
      crebo: application.programme.crebo,
      status: application.status,
      applied_at: application.appliedAt,
      start_year: application.startYear,
      talk_proposed_at: null,
      talk_at: application.talkAt,
      enrolled_at: application.enrolledAt,
      updated_at: application.messages.at(-1)?.at ?? application.appliedAt,
    })
    for (const [index, message] of application.messages.entries())
      add(rows, 'consent.application_message', {
        id: messageId(application.id, index),
        application_id: application.id,
        status: message.status,
        at: message.at,
        by_subject: application.institution,
        by_name: organisation(application.institution).name,
        supersedes: null,
        recipients: { school: dossier.homeSchool, municipality: dossier.municipality.code },
      })
  }
  for (const consent of dossier.consents) {
    add(rows, 'consent.consent', consentRow(dossier_id, consent))
    for (const approval of consent.approvals)
      add(rows, 'consent.approval', {
        consent_id: consent.id,
        ...pick(approval, 'subject', 'role', 'name', 'at'),
        wording: consentRow(dossier_id, consent)['wording'],
        wording_version: WORDING_VERSION,
      })
  }
  for (const request of dossier.requests)
    add(rows, 'consent.consent_request', {
      id: request.id,
      dossier_id,
      institution: request.institution,
      groups: request.groups,
      purpose: request.purpose,
      message: isErased ? null : request.message,
      asked_at: request.askedAt,
      asked_by: request.askedBy.subject,
      asked_by_name: request.askedBy.name,
      outcome: request.outcome,
      answered_at: request.answeredAt,
    })
}

export const messageId = (applicationId: string, index: number): string => idOf('message', `${applicationId}/${index}`)

/** The feed as the commands would have left it. */
function addChanges(rows: Rows, dossier: WorldDossier): void {
  const base = {
    dossier_id: dossier.id,
    application_id: null,
    institution: null,
    from_status: null,
    to_status: null,
    grounds: null,
  }
  const changes: Row[] = dossier.statusHistory.map(({ from, to, at }) => ({
    ...base,
    at,
    kind: from === null ? 'DOSSIER_OPENED' : to === 'ERASED' ? 'DOSSIER_ERASED' : 'DOSSIER_STATUS',
    from_status: from,
    to_status: to,
  }))
  for (const { id, institution, messages } of dossier.applications)
    for (const { at } of messages)
      changes.push({ ...base, at, kind: 'APPLICATION_STATUS', application_id: id, institution })
  for (const { id, institution, grantedAt, endedAt } of dossier.consents) {
    if (grantedAt) changes.push({ ...base, at: grantedAt, kind: 'SHARING', institution, grounds: [id] })
    if (grantedAt && endedAt) changes.push({ ...base, at: endedAt, kind: 'SHARING', institution })
  }
  changes.sort((a, b) => (a['at'] as Date).getTime() - (b['at'] as Date).getTime())
  add(rows, 'consent.change', ...changes)
}

function addContent(
  rows: Rows,
  { id: dossier_id, createdAt }: WorldDossier,
  content: WorldContent,
  sealer: Sealer,
): void {
  const updated_at = createdAt
  const { identity, personalNumber, contact, support, careerSummary, careerFile } = content
  add(rows, 'person.identity', {
    dossier_id,
    initials: identity.initials,
    surname_prefix: identity.surnamePrefix,
    surname: identity.surname,
    call_name: identity.callName,
    birth_date: identity.birthDate,
    gender: identity.gender,
    municipality_code: identity.municipality.code,
    municipality_name: identity.municipality.name,
    leaving_school: identity.leavingSchool,
    leaving_level: identity.leavingLevel,
    updated_at,
  })
  add(rows, 'person.personal_number', {
    dossier_id,
    kind: personalNumber.kind,
    sealed: bytes(sealer.seal(personalNumber.number, dossier_id)),
    lookup: sealer.hash(personalNumber.number),
  })
  add(rows, 'person.contact', { dossier_id, ...contact, updated_at })
  add(rows, 'support_needs.support_profile', {
    dossier_id,
    strengths: support.strengths,
    current_support: support.currentSupport,
    how_to_discuss: support.howToDiscuss,
    updated_at,
  })
  for (const [position, need] of support.needs.entries())
    add(rows, 'support_needs.support_need', { ...need, dossier_id, position, updated_at })
  for (const [position, condition] of content.conditions.entries()) {
    const { id, name, explanation, statement, ownView } = condition
    const opened = { name, explanation, statement: statement && { ...statement, expiresOn: null } }
    add(rows, 'support_needs.condition', {
      id,
      dossier_id,
      position,
      sealed: bytes(sealCondition(sealer, id, opened)),
      sealed_view: ownView === null ? null : bytes(sealOwnView(sealer, id, ownView)),
      updated_at,
    })
  }
  for (const [position, advice] of content.studyAdvice.entries())
    add(rows, 'support_needs.study_advice', {
      id: advice.id,
      dossier_id,
      position,
      text: advice.text,
      author_subject: advice.author.subject,
      author_name: advice.author.name,
      author_role: advice.author.role,
      author_organisation: advice.author.brin,
      version: advice.version,
      accepted_version: advice.acceptedVersion,
      own_view: advice.ownView,
      updated_at,
    })
  if (careerSummary)
    add(rows, 'career_portfolio.career_summary', {
      dossier_id,
      about_me: careerSummary.aboutMe,
      strengths: careerSummary.strengths,
      drives: careerSummary.drives,
      top_experiences: careerSummary.topExperiences,
      job_interest: careerSummary.jobInterest,
      chosen_programmes: careerSummary.chosenProgrammes,
      question_for_intaker: careerSummary.questionForIntaker,
      updated_at,
    })
  for (const reflection of careerFile.reflections)
    add(rows, 'career_portfolio.reflection', {
      id: idOf('reflection', `${dossier_id}/${reflection.competence}`),
      dossier_id,
      ...reflection,
      updated_at,
    })
  for (const [position, experience] of careerFile.experiences.entries()) {
    const { from, to, ...rest } = experience
    add(rows, 'career_portfolio.experience', { ...rest, dossier_id, position, from_day: from, to_day: to, updated_at })
  }
  for (const talk of careerFile.talks)
    add(rows, 'career_portfolio.career_talk', {
      id: talk.id,
      dossier_id,
      day: talk.date,
      with_whom: talk.with,
      summary: talk.summary,
      next_step: talk.nextStep,
      updated_at,
    })
  for (const [position, item] of content.plusDocument.items.entries())
    add(rows, 'career_portfolio.plus_item', { ...item, dossier_id, position, updated_at })
}

function pick<From, Key extends keyof From>(from: From, ...keys: Key[]): Pick<From, Key> {
  return Object.fromEntries(keys.map((key) => [key, from[key]])) as Pick<From, Key>
}
