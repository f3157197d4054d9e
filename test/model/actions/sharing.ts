import type { FieldGroup, Purpose, Role } from '@doorstroomhub/consent/rules/words.ts'
import {
  agreedDetail,
  brinOf,
  DAY_MS,
  enough,
  guardianDecides,
  hasScope,
  isOwner,
  midnight,
  PART,
  policyTowards,
  standing,
  type ConsentModel,
  type GuidanceModel,
  type Model,
  type RequestModel,
} from '../case.ts'
import type { Person } from '../people.ts'
import { isEnrolledAt } from '../reading.ts'
import { act, type Pick, type Verdict } from './action.ts'

const OFTEN: FieldGroup[] = [
  'IDENTITY',
  'CONTACT',
  'ACCOMMODATIONS',
  'CONDITION',
  'STUDY_ADVICE',
  'CAREER_SUMMARY',
  'PLUS_DOCUMENT',
  'INTAKE_PREPARATION',
]
const PURPOSES: Purpose[] = ['INTAKE_TALK', 'INTAKE_TALK', 'SUPPORT_ARRANGEMENT', 'STUDY_START', 'ENROLMENT_ADMIN']

interface Wish {
  institution: string
  groups: FieldGroup[]
  purpose: Purpose
}

function wish(model: Model, pick: Pick): Wish {
  const [first, second] = model.places.institutions
  const institution = (pick.chance(70) ? first : second).brin
  const purpose = pick.one(PURPOSES)
  const agreed = OFTEN.filter((group) => agreedDetail(model, institution, group, purpose) !== null)
  if (purpose === 'STUDY_START' && pick.chance(70)) agreed.push('CAREER_FILE')
  const groups =
    agreed.length > 0 && pick.chance(85)
      ? pick.some(agreed, 4)
      : pick.some<FieldGroup>([...OFTEN, 'CAREER_FILE', 'PERSONAL_NUMBER', 'SHARING'], 3)
  return { institution, groups, purpose }
}

/** Only what law and agreement allow: never the number, the whole career file for the start alone, the rest as agreed. */
const isAllowed = (model: Model, { institution, groups, purpose }: Wish): boolean =>
  groups.every(
    (group) =>
      !['PERSONAL_NUMBER', 'APPLICATION_STATUS', 'SHARING'].includes(group) &&
      (group !== 'CAREER_FILE' || purpose === 'STUDY_START') &&
      agreedDetail(model, institution, group, purpose) !== null,
  )

/** A consent ends with its application, so that there is none without one. */
const hasApplication = (model: Model, institution: string): boolean =>
  model.applications.some(
    (one) => one.institution === institution && one.status !== 'WITHDRAWN' && one.status !== 'NOT_ENROLLED',
  )

function sayYes(model: Model, consent: ConsentModel, { viewer }: Person): void {
  if (!consent.yes.some(({ subject }) => subject === viewer.subject))
    consent.yes.push({ subject: viewer.subject, role: viewer.role as Role })
  if (!enough(model, consent.yes, policyTowards(model, consent.institution))) return
  consent.state = 'GRANTED'
  consent.grantedAt = model.now
  // What older ones said of the same groups is replaced by this.
  for (const other of [...model.consents]) {
    const isOlder =
      other !== consent &&
      other.state === 'GRANTED' &&
      other.institution === consent.institution &&
      other.purpose === consent.purpose
    const replaced = isOlder ? other.groups.filter((group) => consent.groups.includes(group)) : []
    if (replaced.length === 0) continue
    if (replaced.length === other.groups.length) other.state = 'ENDED'
    else {
      other.groups = other.groups.filter((group) => !replaced.includes(group))
      model.consents.push({ ...other, id: PART, groups: replaced, state: 'ENDED', yes: [...other.yes] })
    }
  }
}

/** 1 October of the start year; when that is behind us the next one. */
function expiry(model: Model, institution: string): number {
  const years = model.applications.filter((one) => one.institution === institution).map(({ startYear }) => startYear)
  let year = Math.max(...years)
  while (midnight(`${year}-10-01`) <= model.now) year += 1
  return midnight(`${year}-10-01`)
}

export const give = act<Wish & { leftOut: string[] }>({
  mutation: 'giveConsent',
  weight: 26,
  draw(model, pick) {
    const items = [...model.needs, ...model.experiences, ...model.plusItems]
    return { ...wish(model, pick), leftOut: pick.chance(30) ? pick.some(items, 3) : [] }
  },
  judge(model, who, input) {
    const how = standing(model, who)
    if (how === null) return 'NOT_FOUND'
    if (how !== 'OWNER') return 'NOT_YOURS'
    return hasApplication(model, input.institution) && isAllowed(model, input) ? 'OK' : 'INVALID'
  },
  input: ({ id }, input) => ({ dossierId: id, ...input }),
  shown: '{ id state wording approvals { wording } }',
  apply(model, who, input, answer) {
    if (answer.approvals.length !== 1 || answer.approvals[0].wording !== answer.wording || answer.wording === '')
      throw new Error('the words of the first yes were not kept')
    const consent: ConsentModel = {
      ...input,
      id: answer.id,
      state: 'PENDING_APPROVAL',
      createdAt: model.now,
      grantedAt: null,
      expiresAt: expiry(model, input.institution),
      yes: [],
    }
    const asked = model.requests.find(
      ({ institution, purpose, outcome }) =>
        outcome === 'OPEN' && institution === input.institution && purpose === input.purpose,
    )
    if (asked) asked.outcome = 'ANSWERED'
    model.consents.push(consent)
    sayYes(model, consent, who)
  },
  tell: (model, { institution, groups, purpose, leftOut }) =>
    `gives ${nameOf(model, institution)} ${groups.join(', ')} for ${purpose}${leftOut.length > 0 ? ` without ${leftOut.length} item(s)` : ''}`,
})

const nameOf = (model: Model, institution: string): string =>
  model.places.institutions.find(({ brin }) => brin === institution)?.name ?? institution

const describe = (model: Model, { institution, groups, purpose, state }: ConsentModel): string =>
  `${groups.join(', ')} for ${purpose} to ${nameOf(model, institution)} (${state})`

const recent = (pick: Pick, consents: ConsentModel[], state: ConsentModel['state']): ConsentModel | null =>
  pick.any(pick.chance(85) ? consents.filter((consent) => consent.state === state) : consents)

export const approveConsent = act<{ consent: ConsentModel }>({
  mutation: 'approveConsent',
  weight: 24,
  draw(model, pick) {
    const consent = recent(pick, model.consents, 'PENDING_APPROVAL')
    return consent && { consent }
  },
  judge(model, who, { consent }) {
    const how = standing(model, who)
    if (how === null || how === 'MBO' || how === 'MUNICIPALITY') return 'NOT_FOUND'
    const isApprover =
      how === 'OWNER' || (how === 'GUARDIAN' && guardianDecides(model, policyTowards(model, consent.institution)))
    if (!isApprover) return 'NOT_YOURS'
    const said = consent.yes.some(({ subject }) => subject === who.viewer.subject)
    if (consent.state === 'GRANTED' && said) return 'OK'
    if (consent.state !== 'PENDING_APPROVAL') return 'CONFLICT'
    return isAllowed(model, consent) ? 'OK' : 'INVALID'
  },
  input: (_model, { consent }) => ({ id: consent.id }),
  shown: '{ id state }',
  apply(model, who, { consent }) {
    if (consent.state === 'PENDING_APPROVAL') sayYes(model, consent, who)
  },
  tell: (model, { consent }) => `approves ${describe(model, consent)}`,
})

export const revoke = act<{ consent: ConsentModel }>({
  mutation: 'revokeConsent',
  weight: 8,
  draw(model, pick) {
    const consent = recent(pick, model.consents, pick.chance(75) ? 'GRANTED' : 'PENDING_APPROVAL')
    return consent && { consent }
  },
  judge(model, who, { consent }) {
    const how = standing(model, who)
    if (how === null || how === 'MBO' || how === 'MUNICIPALITY') return 'NOT_FOUND'
    const mayStop =
      how === 'OWNER' || (how === 'GUARDIAN' && guardianDecides(model, policyTowards(model, consent.institution)))
    if (!mayStop) return 'NOT_YOURS'
    return ['GRANTED', 'PENDING_APPROVAL', 'REVOKED', 'REFUSED'].includes(consent.state) ? 'OK' : 'CONFLICT'
  },
  input: (_model, { consent }) => ({ id: consent.id }),
  shown: '{ id state }',
  apply(_model, _who, { consent }) {
    if (consent.state === 'GRANTED') consent.state = 'REVOKED'
    else if (consent.state === 'PENDING_APPROVAL') consent.state = 'REFUSED'
  },
  tell: (model, { consent }) => `stops ${describe(model, consent)}`,
})

export const request = act<{ groups: FieldGroup[]; purpose: Purpose; message: string | null }>({
  mutation: 'requestConsent',
  weight: 7,
  draw(model, pick) {
    const { groups, purpose } = wish(model, pick)
    return { groups, purpose, message: pick.chance(50) ? 'May we read this for the talk?' : null }
  },
  judge(model, who, { groups, purpose }) {
    const how = standing(model, who)
    if (how === null) return 'NOT_FOUND'
    if (how !== 'MBO' || !hasScope(who, 'dossier:read')) return 'NOT_YOURS'
    const institution = brinOf(who)
    if (!hasApplication(model, institution) || !isAllowed(model, { institution, groups, purpose })) return 'INVALID'
    const asked = model.requests.some((one) => one.institution === institution && model.now - one.askedAt < 14 * DAY_MS)
    return asked ? 'INVALID' : 'OK'
  },
  input: ({ id }, input) => ({ dossierId: id, ...input }),
  shown: '{ id }',
  apply(model, who, { purpose }, { id }) {
    model.requests.push({ id, institution: brinOf(who), purpose, askedAt: model.now, outcome: 'OPEN' })
  },
  tell: (_model, { groups, purpose }) => `asks for ${groups.join(', ')} for ${purpose}`,
})

export const refuse = act<{ request: RequestModel }>({
  mutation: 'refuseConsentRequest',
  weight: 4,
  draw(model, pick) {
    const found = pick.any(model.requests)
    return found && { request: found }
  },
  judge(model, who, { request: asked }) {
    const how = standing(model, who)
    if (how === null || how === 'MBO' || how === 'MUNICIPALITY') return 'NOT_FOUND'
    if (!isOwner(model, how)) return 'NOT_YOURS'
    return asked.outcome === 'OPEN' || asked.outcome === 'REFUSED' ? 'OK' : 'CONFLICT'
  },
  input: (_model, { request: asked }) => ({ id: asked.id }),
  shown: '{ id }',
  apply: (_model, _who, { request: asked }) => void (asked.outcome = 'REFUSED'),
  tell: (model, { request: asked }) => `says no to the question of ${nameOf(model, asked.institution)}`,
})

const stand = (model: Model, who: Person): Verdict | null => (standing(model, who) === null ? 'NOT_FOUND' : null)

export const openGuidance = act<{ officer: Person }>({
  mutation: 'openGuidanceCase',
  weight: 4,
  draw: ({ cast }, pick) => ({ officer: pick.one([cast.colleague, cast.intakers[0]]) }),
  judge(model, who) {
    const mayOpen = standing(model, who) === 'MBO' && who.viewer.role === 'INTAKER' && isEnrolledAt(model, brinOf(who))
    return stand(model, who) ?? (mayOpen ? 'OK' : 'NOT_YOURS')
  },
  input: ({ id }, { officer }) => ({
    dossierId: id,
    officer: officer.viewer.subject,
    officerName: officer.name,
    reason: 'Help during the first weeks',
  }),
  shown: '{ id }',
  apply(model, who, { officer }, { id }) {
    model.guidance.push({ id, institution: brinOf(who), officer: officer.viewer.subject, open: true })
  },
  tell: (_model, { officer }) => `opens a case of special guidance for ${officer.name}`,
})

export const closeGuidance = act<{ guidance: GuidanceModel }>({
  mutation: 'closeGuidanceCase',
  weight: 2,
  draw(model, pick) {
    const guidance = pick.any(model.guidance)
    return guidance && { guidance }
  },
  judge(model, who, { guidance }) {
    const how = standing(model, who)
    if (how === 'OWNER') return 'OK'
    if (how === 'MBO') return guidance.institution === brinOf(who) ? 'OK' : 'NOT_FOUND'
    return stand(model, who) ?? 'NOT_YOURS'
  },
  input: (_model, { guidance }) => ({ id: guidance.id }),
  shown: '{ id }',
  apply: (_model, _who, { guidance }) => void (guidance.open = false),
  tell: () => 'closes the case of special guidance',
})
