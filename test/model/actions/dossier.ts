import type { DossierStatus, FieldGroup, Purpose, Role } from '@doorstroomhub/consent/rules/words.ts'
import {
  ageOf,
  brinOf,
  endTalks,
  enough,
  erase,
  guardianDecides,
  isOwner,
  isTalkOpen,
  openAgain,
  policyAtHome,
  standing,
  type Model,
} from '../case.ts'
import type { Person } from '../people.ts'
import { anythingOpen, isEnrolledAt, reads } from '../reading.ts'
import { act, type Verdict } from './action.ts'

const ERASE_AGAIN_MS = 15 * 60_000

/** Whether the step is drawn in §7 at all, and whose it is. */
function step(model: Model, who: Person, to: DossierStatus): Verdict {
  const how = standing(model, who)
  const mine = (yes: boolean): Verdict => (yes ? 'OK' : 'NOT_YOURS')
  switch (`${model.status} ${to}`) {
    case 'DRAFT IN_CONSULTATION':
    case 'IN_CONSULTATION DRAFT':
    case 'ENROLLED CLOSED':
      return mine(how === 'OWNER' || how === 'MENTOR')
    case 'IN_CONSULTATION READY':
      if (how !== 'OWNER') return 'NOT_YOURS'
      return model.advice.every(({ version, accepted }) => accepted === version) ? 'OK' : 'INVALID'
    case 'READY DRAFT':
    case 'APPROVED DRAFT':
      return mine(how === 'OWNER' || (how === 'GUARDIAN' && guardianDecides(model, policyAtHome(model))))
    case 'IN_INTAKE SHARED':
      return mine(how === 'OWNER')
    default:
      return 'INVALID'
  }
}

/** The intaker's one step: the end of a talk that is theirs, while something is open to them, wherever the dossier stands for others. */
const endsOwnTalk = (model: Model, who: Person, to: DossierStatus): boolean =>
  to === 'SHARED' &&
  who.viewer.role === 'INTAKER' &&
  model.applications.some((one) => one.institution === brinOf(who) && isTalkOpen(one)) &&
  !isEnrolledAt(model, brinOf(who)) &&
  anythingOpen(model, brinOf(who))

export const move = act<{ to: DossierStatus; version: number }>({
  mutation: 'moveDossier',
  weight: 30,
  draw(model, pick) {
    const likely: Partial<Record<DossierStatus, DossierStatus[]>> = {
      DRAFT: ['IN_CONSULTATION'],
      IN_CONSULTATION: ['READY', 'READY', 'READY', 'DRAFT'],
      READY: ['DRAFT', 'APPROVED'],
      APPROVED: ['DRAFT', 'SHARED'],
      IN_INTAKE: ['SHARED'],
      ENROLLED: ['CLOSED'],
    }
    const all: DossierStatus[] = ['DRAFT', 'IN_CONSULTATION', 'READY', 'APPROVED', 'SHARED', 'IN_INTAKE', 'ENROLLED']
    const next = likely[model.status]
    // A step back only now and then, or nothing ever gets anywhere.
    const isBack = model.status === 'READY' || model.status === 'APPROVED' || model.status === 'ENROLLED'
    const to = next && pick.chance(isBack ? 20 : 85) ? pick.one(next) : pick.one(all)
    if (isBack && to === 'DRAFT' && pick.chance(60)) return null
    return { to, version: model.version - (pick.chance(10) ? 1 : 0) }
  },
  judge(model, who, { to, version }) {
    const how = standing(model, who)
    if (how === null) return 'NOT_FOUND'
    if (how === 'MBO') {
      if (!endsOwnTalk(model, who, to)) return 'NOT_YOURS'
      return version === model.version ? 'OK' : 'CONFLICT'
    }
    if (how === 'MUNICIPALITY') return 'NOT_YOURS'
    // It has moved on: another version, or it stands there already.
    if (version !== model.version || model.status === to) return 'CONFLICT'
    return step(model, who, to)
  },
  input: ({ id }, { to, version }) => ({ id, to, expectedVersion: version }),
  apply(model, who, { to }) {
    if (standing(model, who) === 'MBO') endTalks(model, brinOf(who))
    else if (model.status === 'IN_INTAKE') endTalks(model, null)
    else if (to === 'DRAFT' && model.status !== 'IN_CONSULTATION') openAgain(model)
    else model.status = to
  },
  tell: (_model, { to, version }) => `moves the dossier to ${to} (version ${version})`,
})

export const approve = act<{ version: number }>({
  mutation: 'approveDossier',
  weight: 24,
  draw: (model, pick) =>
    model.status === 'READY' || pick.chance(15) ? { version: model.version - (pick.chance(10) ? 1 : 0) } : null,
  judge(model, who, { version }) {
    const how = standing(model, who)
    if (how === null) return 'NOT_FOUND'
    if (how === 'MBO' || how === 'MUNICIPALITY') return 'NOT_YOURS'
    if (version !== model.version) return 'CONFLICT'
    if (model.yes.some(({ subject }) => subject === who.viewer.subject)) return 'OK'
    const isApprover = how === 'OWNER' || (how === 'GUARDIAN' && guardianDecides(model, policyAtHome(model)))
    if (!isApprover) return 'NOT_YOURS'
    return model.status === 'READY' ? 'OK' : 'INVALID'
  },
  input: ({ id }, { version }) => ({ id, expectedVersion: version }),
  apply(model, who) {
    const { subject, role } = who.viewer
    if (!model.yes.some((one) => one.subject === subject)) model.yes.push({ subject, role: role as Role })
    // Saying yes again counts too, when a birthday or another agreement has changed whose yes is needed.
    if (model.status === 'READY' && enough(model, model.yes, policyAtHome(model))) model.status = 'APPROVED'
  },
  tell: (_model, { version }) => `approves version ${version} of the dossier`,
})

const pausing = (on: boolean) =>
  act<object>({
    mutation: on ? 'pauseSharing' : 'resumeSharing',
    weight: on ? 3 : 4,
    draw: (model, pick) => (model.paused !== on || pick.chance(10) ? {} : null),
    judge(model, who) {
      const how = standing(model, who)
      if (how === null) return 'NOT_FOUND'
      return isOwner(model, how) ? 'OK' : 'NOT_YOURS'
    },
    input: ({ id }) => ({ dossierId: id }),
    apply: (model) => void (model.paused = on),
    tell: () => (on ? 'pauses sharing' : 'goes on sharing'),
  })
export const pause = pausing(true)
export const resume = pausing(false)

export const eraseDossier = act<object>({
  mutation: 'eraseDossier',
  weight: 1,
  draw: () => ({}),
  judge(model, who) {
    const how = standing(model, who)
    if (how === null) return 'NOT_FOUND'
    return how === (ageOf(model) < 16 ? 'GUARDIAN' : 'OWNER') ? 'OK' : 'NOT_YOURS'
  },
  input: ({ id }) => ({ dossierId: id }),
  shown: '',
  apply(model, who, _input, answer) {
    const { subject } = who.viewer
    const asked = model.eraseAsked
    const isSecond = asked !== null && asked.by === subject && model.now - asked.at <= ERASE_AGAIN_MS
    if (answer !== isSecond) throw new Error(`eraseDossier answered ${answer}; asked before: ${isSecond}`)
    if (isSecond) erase(model)
    else model.eraseAsked = { by: subject, at: model.now }
  },
  tell: () => 'asks to erase the dossier',
})

export const statement = act<object>({
  mutation: 'givePersonalNumberStatement',
  weight: 4,
  draw: (model, pick) => (!model.statement || pick.chance(10) ? {} : null),
  judge(model, who) {
    const how = standing(model, who)
    if (how === null) return 'NOT_FOUND'
    const age = ageOf(model)
    if (how === 'GUARDIAN') return age < 18 ? 'OK' : 'NOT_YOURS'
    return how === 'OWNER' && age >= 16 ? 'OK' : 'NOT_YOURS'
  },
  input: ({ id }) => ({ dossierId: id }),
  apply: (model) => void (model.statement = true),
  tell: () => 'gives the number statement',
})

/** Where the table of §4 says "if the student shares". */
const INSIDE = [
  'GUARDIAN:ACCOMMODATIONS',
  'GUARDIAN:CONDITION',
  'GUARDIAN:CAREER_FILE',
  'MENTOR:CONDITION',
  'MENTOR:INTAKE_PREPARATION',
]

export const shareInside = act<{ group: FieldGroup; role: Role; on: boolean }>({
  mutation: 'shareInside',
  weight: 7,
  draw(_model, pick) {
    const [role, group] = pick.one([...INSIDE, ...INSIDE, 'MENTOR:CONTACT', 'CARE_COORDINATOR:CAREER_FILE']).split(':')
    return { group: group as FieldGroup, role: role as Role, on: pick.chance(65) }
  },
  judge(model, who, { group, role }) {
    const how = standing(model, who)
    if (how === null) return 'NOT_FOUND'
    if (how !== 'OWNER') return 'NOT_YOURS'
    return INSIDE.includes(`${role}:${group}`) ? 'OK' : 'INVALID'
  },
  input: ({ id }, input) => ({ dossierId: id, ...input }),
  apply(model, _who, { group, role, on }) {
    if (on) model.inside.add(`${role}:${group}`)
    else model.inside.delete(`${role}:${group}`)
  },
  tell: (_model, { group, role, on }) => `${on ? 'shares' : 'no longer shares'} ${group} with the ${role}`,
})

export const reveal = act<{ purpose: Purpose }>({
  mutation: 'revealPersonalNumber',
  weight: 3,
  draw: (_model, pick) => ({ purpose: pick.one(['ENROLMENT_ADMIN', 'INTAKE_TALK']) }),
  judge(model, who, { purpose }) {
    if (standing(model, who) === null) return 'NOT_FOUND'
    return reads(model, who, 'PERSONAL_NUMBER', purpose) ? 'OK' : 'NOT_AVAILABLE'
  },
  input: ({ id }, { purpose }) => ({ dossierId: id, purpose }),
  purpose: ({ purpose }) => purpose,
  shown: '',
  apply() {},
  tell: (_model, { purpose }) => `reveals the personal number for ${purpose}`,
})
