import { canOf } from './can.ts'
import { ageOf, brinOf, hasScope, isTalkOpen, PART, standing, type Model } from './case.ts'
import { ask } from './hub.ts'
import type { Person } from './people.ts'
import { anythingOpen, isEnrolledAt, reads } from './reading.ts'
import type { FieldGroup } from '@doorstroomhub/consent/rules/words.ts'
import type { World } from '../world.ts'

const OWN = `query ($id: ID!) { dossier(id: $id) { status version paused applications { id status messages { id recipients } talkAt talkProposedAt }
  consents { id state groups approvals { by { role } } } consentRequests { id } approvals { by { role } }
  guidanceCases { id closedAt } personalNumber { statementGiven } } }`

/** A row of the answer. */
// oxlint-disable-next-line typescript/no-explicit-any -- whatever the query asks for
type Got = any

const sorted = (items: readonly string[]): string => items.toSorted().join('\n')

/** What the student sees of the dossier must be the model's; answers what differs. */
export async function compareOwner(world: World, model: Model): Promise<string | null> {
  const answer = await ask(world, model.cast.student, null, OWN, { id: model.id })
  if (model.status === 'ERASED')
    return answer.code === 'NOT_FOUND'
      ? null
      : `the erased dossier answers ${answer.code ?? JSON.stringify(answer.data)}`
  if (answer.code) return `the student cannot look: ${answer.text}`
  const { dossier } = answer.data
  const is = (name: string, got: string, should: string) =>
    got === should ? null : `${name} is ${got}, should be ${should}`
  return (
    is(
      'the dossier',
      `${dossier.status} ${dossier.version} ${dossier.paused}`,
      `${model.status} ${model.version} ${model.paused}`,
    ) ??
    is(
      'the list of consents',
      sorted(
        dossier.consents.map((one: Got) => {
          const isKnown = model.consents.some(({ id }) => id === one.id)
          return `${isKnown ? one.id : PART} ${one.state} ${one.approvals.length}`
        }),
      ),
      sorted(model.consents.map((one) => `${one.id} ${one.state} ${one.yes.length}`)),
    ) ??
    is(
      'the list of applications',
      sorted(
        dossier.applications.map(
          (one: Got) =>
            `${one.id} ${one.status} ${one.talkAt !== null} ${one.talkProposedAt !== null} ${one.messages.map(({ id, recipients }: Got) => `${id}>${recipients.join('+')}`).join()}`,
        ),
      ),
      sorted(
        model.applications.map(
          (one) =>
            `${one.id} ${one.status} ${one.talk} ${one.proposed} ${one.messages.map((id, index) => `${id}>${one.heard[index]}`).join()}`,
        ),
      ),
    ) ??
    is(
      'the list of questions',
      sorted(dossier.consentRequests.map((one: Got) => one.id)),
      sorted(model.requests.map(({ id }) => id)),
    ) ??
    is(
      'who approved',
      sorted(dossier.approvals.map((one: Got) => one.by.role)),
      sorted(model.yes.map(({ role }) => role)),
    ) ??
    is(
      'special guidance',
      sorted(dossier.guidanceCases.map((one: Got) => `${one.id} ${one.closedAt === null}`)),
      sorted(model.guidance.map(({ id, open }) => `${id} ${open}`)),
    ) ??
    is('the number statement', String(dossier.personalNumber.statementGiven), String(model.statement))
  )
}

const EVERYTHING = `query ($id: ID!) {
  dossiers(first: 5) { edges { node { id } } }
  dossier(id: $id) { status version paused can
    identity { surname } personalNumber { masked } contact { email } accommodations { needs { id } } conditions { id }
    studyAdvice { id version } careerSummary { aboutMe } careerFile { experiences { id } } plusDocument { items { id } }
    applications { id } consents { id } readLog(first: 1) { edges { node { at } } } } }`

const FIELDS: Record<string, FieldGroup> = {
  identity: 'IDENTITY',
  personalNumber: 'PERSONAL_NUMBER',
  contact: 'CONTACT',
  accommodations: 'ACCOMMODATIONS',
  conditions: 'CONDITION',
  studyAdvice: 'STUDY_ADVICE',
  careerSummary: 'CAREER_SUMMARY',
  careerFile: 'CAREER_FILE',
  plusDocument: 'PLUS_DOCUMENT',
  applications: 'APPLICATION_STATUS',
  consents: 'SHARING',
}

/** Everything through the real graph, as one person asks it for the intake talk; answers what differs. */
export async function compareGraph(world: World, model: Model, person: Person): Promise<string | null> {
  const answer = await ask(world, person, 'INTAKE_TALK', EVERYTHING, { id: model.id })
  const how = standing(model, person)
  const listed = (answer.data?.dossiers?.edges ?? []).some((edge: Got) => edge.node.id === model.id)
  const readsNothing = how === 'MBO' && !hasScope(person, 'dossier:read')
  if (!readsNothing && listed !== (how !== null))
    return `${person.name}: the dossier is ${listed ? '' : 'not '}in the list`
  if (how === null) return answer.code === 'NOT_FOUND' ? null : `${person.name}: ${answer.code ?? 'finds the dossier'}`
  const { dossier } = answer.data
  if (!dossier) return `${person.name} does not find the dossier: ${answer.text}`
  for (const [field, group] of Object.entries(FIELDS)) {
    const reading = reads(model, person, group, 'INTAKE_TALK')
    const content = shownOf(model, field, reading?.leftOut ?? [], how === 'MBO')
    const should = reading !== null && content !== null
    const got = dossier[field]
    if (should !== (got !== null))
      return `${person.name}: ${field} should be ${should ? 'open' : 'closed'}, is ${JSON.stringify(got)}`
    const code = answer.codes.get(`dossier.${field}`)
    if (!should && code !== 'NOT_AVAILABLE') return `${person.name}: ${field} says ${code}`
    if (should && content !== undefined) {
      const ids = (got.needs ?? got.experiences ?? got.items ?? got).map(({ id }: { id: string }) => id)
      if (sorted(ids) !== sorted(content))
        return `${person.name}: ${field} holds ${String(ids)}, should hold ${String(content)}`
    }
  }
  const [can, mayDo] = [sorted(dossier.can), sorted(canOf(model, person))]
  if (can !== mayDo)
    return `${person.name} can ${can.replaceAll('\n', ' ')}, should be able to ${mayDo.replaceAll('\n', ' ')}`
  const readsLog = how === 'OWNER' || (how === 'GUARDIAN' && ageOf(model) < 16)
  if (readsLog !== (dossier.readLog !== null)) return `${person.name}: the read log is ${readsLog ? 'closed' : 'open'}`
  const state = `${dossier.status} ${dossier.version} ${dossier.paused}`
  const seen = seenState(model, person)
  return seen.includes(state) ? null : `${person.name} sees ${state}, should see ${seen.join(' or ')}`
}

/** Ids that a reader finds in a group: undefined where the model keeps none, null when nothing is left. */
function shownOf(
  model: Model,
  field: string,
  leftOut: readonly string[],
  isOutside: boolean,
): string[] | null | undefined {
  const kept = (ids: readonly string[]) => ids.filter((id) => !leftOut.includes(id))
  switch (field) {
    case 'accommodations':
      return kept(model.needs)
    case 'careerFile':
      return kept(model.experiences)
    case 'plusDocument': {
      const items = kept(model.plusItems)
      return items.length > 0 ? items : null
    }
    case 'studyAdvice': {
      // Outside the school only what the student accepted in exactly this version.
      const open = model.advice.filter(({ version, accepted }) => !isOutside || accepted === version)
      return open.length > 0 || !isOutside ? open.map(({ id }) => id) : null
    }
    default:
      return undefined
  }
}

/** To an institution that nothing is open to, every dossier looks the same (no oracle). */
function seenState(model: Model, person: Person): string[] {
  const how = standing(model, person)
  const unknown = 'DRAFT 1 false'
  if (how === 'MUNICIPALITY')
    return [model.applications.some(({ status }) => status === 'ENROLLED') ? 'ENROLLED 1 false' : unknown]
  if (how !== 'MBO') return [`${model.status} ${model.version} ${model.paused}`]
  const institution = brinOf(person)
  if (isEnrolledAt(model, institution)) return ['ENROLLED 1 false']
  // Without the scope a system learns no more than that.
  if (!hasScope(person, 'dossier:read')) return [unknown]
  if (!anythingOpen(model, institution)) return [unknown]
  const inTalk = model.applications.some((one) => one.institution === institution && isTalkOpen(one))
  return [`${inTalk ? 'IN_INTAKE' : 'SHARED'} ${model.version} false`]
}
