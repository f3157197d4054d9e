import type { FieldGroup, MinorPolicy, PostEnrolment, Purpose } from '@doorstroomhub/consent/rules/words.ts'
import { today, type AgreementModel, type Allowed, type Model } from '../case.ts'
import type { Person } from '../people.ts'
import { act, type Pick } from './action.ts'

const GROUPS: FieldGroup[] = [
  'IDENTITY',
  'CONTACT',
  'ACCOMMODATIONS',
  'CONDITION',
  'STUDY_ADVICE',
  'CAREER_SUMMARY',
  'PLUS_DOCUMENT',
  'INTAKE_PREPARATION',
]
const PURPOSES: Purpose[] = ['INTAKE_TALK', 'SUPPORT_ARRANGEMENT', 'STUDY_START', 'ENROLMENT_ADMIN']

/** Everything that a region can agree on. */
export const widest = (): Allowed[] => [
  ...GROUPS.map((group) => ({ group, detail: 'TICK_AND_ADVICE' as const, from: null, purposes: [...PURPOSES] })),
  { group: 'CAREER_FILE', detail: 'TICK_AND_ADVICE', from: null, purposes: ['STUDY_START'] },
]

/** Somewhat or much narrower, at random. */
function narrowed(model: Model, pick: Pick): Allowed[] {
  const soon = new Date(model.now + 10 * 86_400_000).toISOString().slice(0, 10)
  return widest().flatMap((line): Allowed[] => {
    switch (pick.below(8)) {
      case 0:
        return []
      case 1:
        return [{ ...line, detail: 'TICK' }]
      case 2:
        return [{ ...line, from: pick.chance(50) ? today(model) : soon }]
      case 3:
        return [{ ...line, purposes: pick.some(line.purposes) }]
      default:
        return [line]
    }
  })
}

const speaksFor = ({ viewer }: Person, region: string): boolean =>
  viewer.role === 'ADMINISTRATOR' || (viewer.role === 'REGION_ANALYST' && viewer.region === region)

interface Draft {
  id: string | null
  region: string
  allowed: Allowed[]
  minorPolicy: MinorPolicy
  postEnrolment: PostEnrolment
}

export const save = act<Draft>({
  mutation: 'saveAgreement',
  weight: 3,
  draw(model, pick) {
    const region = pick.one(model.places.institutions).region
    const known = pick.chance(40) ? pick.any(model.agreements.filter((one) => one.region === region)) : null
    const allowed = pick.chance(35) ? widest() : narrowed(model, pick)
    // The whole career file at the intake talk is what the domain forbids.
    if (pick.chance(8)) allowed.push({ group: 'CAREER_FILE', detail: 'TICK', from: null, purposes: ['INTAKE_TALK'] })
    return {
      id: known?.id ?? null,
      region,
      allowed,
      minorPolicy: pick.one(['BOTH_UNTIL_18', 'STUDENT_FROM_16']),
      postEnrolment: pick.one(['CONSENT', 'RIGHT_OF_ACCESS']),
    }
  },
  judge(model, who, { id, region, allowed }) {
    if (!speaksFor(who, region)) return 'NOT_YOURS'
    if (allowed.some(({ group, purposes }) => group === 'CAREER_FILE' && purposes.includes('INTAKE_TALK')))
      return 'INVALID'
    return id === null || model.agreements.find((one) => one.id === id)?.state === 'DRAFT' ? 'OK' : 'CONFLICT'
  },
  input: (_model, input) => ({ ...input }),
  shown: '{ id }',
  apply(model, _who, { id: known, ...content }, { id }) {
    const draft = model.agreements.find((one) => one.id === known)
    // Who signed, signed other words.
    if (draft) Object.assign(draft, content, { signers: [] })
    else model.agreements.push({ ...content, id, state: 'DRAFT', signers: [] })
  },
  tell: (_model, { id, region, allowed, minorPolicy, postEnrolment }) =>
    `${id ? 'changes an agreement' : 'drafts an agreement'} of region ${region}: ${minorPolicy}, ${postEnrolment}, ${allowed
      .map(
        ({ group, detail, from, purposes }) =>
          `${group}${detail === 'TICK' ? ' (tick)' : ''}${from ? ` from ${from}` : ''}${purposes.length < 4 ? ` for ${purposes.join('+')}` : ''}`,
      )
      .join(', ')}`,
})

export const activate = act<{ agreement: AgreementModel }>({
  mutation: 'activateAgreement',
  weight: 4,
  draw(model, pick) {
    const drafts = model.agreements.filter(({ state }) => state === 'DRAFT')
    const agreement = pick.any(pick.chance(90) ? drafts : model.agreements)
    return agreement && { agreement }
  },
  judge(_model, who, { agreement }) {
    if (!speaksFor(who, agreement.region)) return 'NOT_YOURS'
    return agreement.state === 'DRAFT' ? 'OK' : 'CONFLICT'
  },
  input: (_model, { agreement }) => ({ id: agreement.id }),
  shown: '{ id }',
  apply(model, { viewer }, { agreement }) {
    if (!agreement.signers.includes(viewer.subject)) agreement.signers.push(viewer.subject)
    if (agreement.signers.length < 2) return
    for (const other of model.agreements)
      if (other.region === agreement.region && other.state === 'ACTIVE') other.state = 'ENDED'
    agreement.state = 'ACTIVE'
  },
  tell: (_model, { agreement }) =>
    `signs an agreement of region ${agreement.region} (${agreement.state}, signed by ${agreement.signers.length})`,
})
