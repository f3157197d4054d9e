import type { ApplicationStatus } from '@doorstroomhub/consent/rules/words.ts'
import { brinOf, hasScope, isActive, standing, today, type ApplicationModel, type Model } from '../case.ts'
import type { Person } from '../people.ts'
import { act, type Verdict } from './action.ts'

/** §6: what may follow what without a correction. */
const NEXT: Record<ApplicationStatus, ApplicationStatus[]> = {
  APPLIED: ['CONTRACT_OFFERED', 'NOT_ENROLLED', 'WITHDRAWN', 'ENROLLED'],
  CONTRACT_OFFERED: ['ENROLLED', 'WITHDRAWN', 'NOT_ENROLLED'],
  NOT_ENROLLED: [],
  WITHDRAWN: [],
  ENROLLED: [],
}
const hasEnded = ({ status }: { status: ApplicationStatus }): boolean =>
  status === 'WITHDRAWN' || status === 'NOT_ENROLLED'
const CREBOS = ['25591', '25655']

export const crebosOf = (known: readonly string[]): void => void CREBOS.splice(0, CREBOS.length, ...known.slice(0, 2))

/** Whom a message reaches by law: the vo school and the municipality where the student lives then. */
const heardOf = ({ places, municipality }: Model): string => `${places.school}+${municipality}`

export const register = act<{ institution: string; crebo: string; startYear: number }>({
  mutation: 'registerApplication',
  weight: 5,
  draw: ({ places }, pick) => ({
    institution: pick.one([...places.institutions.map(({ brin }) => brin), places.school]),
    crebo: pick.one(CREBOS),
    startYear: pick.one([2027, 2027, 2027, 2028]),
  }),
  judge(model, who, { institution, startYear }) {
    const how = standing(model, who)
    if (how === null) return 'NOT_FOUND'
    if (how !== 'OWNER' && how !== 'MENTOR') return 'NOT_YOURS'
    const isPast = startYear < Number(today(model).slice(0, 4))
    return institution === model.places.school || isPast ? 'INVALID' : 'OK'
  },
  input: ({ id }, input) => ({ dossierId: id, ...input }),
  shown: '{ id messages { id } }',
  apply(model, _who, input, { id, messages }) {
    const same = model.applications.find(
      (one) =>
        one.institution === input.institution &&
        one.crebo === input.crebo &&
        one.startYear === input.startYear &&
        !hasEnded(one),
    )
    if (same && same.id !== id) throw new Error('applied twice for the same')
    if (!same)
      model.applications.push({
        ...input,
        id,
        status: 'APPLIED',
        messages: messages.map((message: { id: string }) => message.id),
        heard: [heardOf(model)],
        proposed: false,
        talk: false,
        talkOver: false,
      })
  },
  tell: (_model, { institution, crebo, startYear }) =>
    `tells of an application at ${institution} (${crebo}, ${startYear})`,
})

/** Whose application it is to whom; null when nothing stands in the way. */
function own(model: Model, who: Person, { institution }: ApplicationModel): Verdict | null {
  const how = standing(model, who)
  if (how === null || (how === 'MBO' && institution !== brinOf(who))) return 'NOT_FOUND'
  return null
}

export const report = act<{ application: ApplicationModel; status: ApplicationStatus; supersedes: string | null }>({
  mutation: 'reportApplicationStatus',
  weight: 12,
  draw(model, pick) {
    const application = pick.any(model.applications)
    if (!application) return null
    const correction = pick.chance(NEXT[application.status].length === 0 ? 60 : 5)
    const status = pick.one([
      'ENROLLED',
      'CONTRACT_OFFERED',
      'CONTRACT_OFFERED',
      'NOT_ENROLLED',
      'WITHDRAWN',
      'APPLIED',
    ] as const)
    // The end of an application ends much of the story, so it comes less often.
    if (!correction && status !== 'CONTRACT_OFFERED' && pick.chance(50)) return null
    const { messages } = application
    const supersedes = correction ? (pick.chance(85) ? messages.at(-1) : messages[0]) : null
    return { application, status, supersedes: supersedes ?? null }
  },
  judge(model, who, { application, status, supersedes }) {
    const blocked = own(model, who, application)
    if (blocked) return blocked
    const how = standing(model, who)
    const isReporter = how === 'MBO' && hasScope(who, 'status:write')
    if (!isReporter && (how !== 'OWNER' || status !== 'WITHDRAWN' || supersedes !== null)) return 'NOT_YOURS'
    if (supersedes !== null && supersedes !== application.messages.at(-1)) return 'CONFLICT'
    if (status === application.status || supersedes !== null) return 'OK'
    return NEXT[application.status].includes(status) ? 'OK' : 'INVALID'
  },
  input: (_model, { application, status, supersedes }) => ({ applicationId: application.id, status, supersedes }),
  shown: '{ status messages { id status supersedes } }',
  apply(model, _who, { application, status, supersedes }, answer) {
    const before = application.status
    if (before === status) return
    const message = answer.messages.at(-1)
    if (message.status !== status || (message.supersedes ?? null) !== supersedes)
      throw new Error(`the last message is ${JSON.stringify(message)}`)
    application.messages.push(message.id)
    application.heard.push(heardOf(model))
    application.status = status
    if (NEXT[status].length === 0) application.proposed = false
    const { institution } = application
    if (hasEnded(application) && model.applications.every((one) => one.institution !== institution || hasEnded(one)))
      for (const consent of model.consents)
        if (consent.institution === institution && ['GRANTED', 'PENDING_APPROVAL'].includes(consent.state))
          consent.state = 'ENDED'
    const isOpen = !['ENROLLED', 'CLOSED', 'ERASED'].includes(model.status)
    if (status === 'ENROLLED' && isOpen) {
      model.beforeEnrolment = model.status
      model.status = 'ENROLLED'
    } else if (
      before === 'ENROLLED' &&
      model.status === 'ENROLLED' &&
      !model.applications.some((one) => one.status === 'ENROLLED')
    )
      model.status = model.beforeEnrolment
  },
  tell: (_model, { application, status, supersedes }) =>
    `reports ${status} for the application at ${application.institution} (${application.status})${supersedes ? ' as a correction' : ''}`,
})

export const propose = act<{ application: ApplicationModel; inDays: number }>({
  mutation: 'proposeTalk',
  weight: 5,
  draw(model, pick) {
    const application = pick.any(model.applications)
    return application && { application, inDays: pick.chance(90) ? 1 + pick.below(20) : -1 }
  },
  judge(model, who, { application, inDays }) {
    const blocked = own(model, who, application)
    if (blocked) return blocked
    if (standing(model, who) !== 'MBO' || who.viewer.role !== 'INTAKER') return 'NOT_YOURS'
    return NEXT[application.status].length > 0 && inDays > 0 ? 'OK' : 'INVALID'
  },
  input: (model, { application, inDays }) => ({
    applicationId: application.id,
    at: new Date(model.now + inDays * 86_400_000).toISOString(),
  }),
  apply: (_model, _who, { application }) => void (application.proposed = true),
  tell: (_model, { application }) => `proposes a talk for the application at ${application.institution}`,
})

export const accept = act<{ application: ApplicationModel }>({
  mutation: 'acceptTalk',
  weight: 7,
  draw(model, pick) {
    const application = pick.any(
      pick.chance(90) ? model.applications.filter(({ proposed }) => proposed) : model.applications,
    )
    return application && { application }
  },
  judge(model, who, { application }) {
    const blocked = own(model, who, application)
    if (blocked) return blocked
    if (standing(model, who) !== 'OWNER') return 'NOT_YOURS'
    return application.proposed ? 'OK' : 'INVALID'
  },
  input: (_model, { application }) => ({ id: application.id }),
  apply(model, _who, { application }) {
    application.proposed = false
    application.talk = true
    application.talkOver = false
    const consented = model.consents.some(
      (consent) =>
        isActive(model, consent) &&
        consent.institution === application.institution &&
        consent.purpose === 'INTAKE_TALK',
    )
    if (model.status === 'SHARED' && consented) model.status = 'IN_INTAKE'
  },
  tell: (_model, { application }) => `accepts the talk at ${application.institution}`,
})
