import { DOSSIER_STATUSES, PURPOSES } from '@doorstroomhub/consent/rules/words.ts'
import { get } from '../exports/asking.ts'
import type { Person, World } from '../world.ts'
import type { Twin } from './twins.ts'

/** Everything that the graph has of a dossier, down to the smallest thing that a sight of the mbo could differ in. */
export const EVERYTHING = `__typename id status version paused pausedBecause can
  statusHistory { from to at } parties { name role organisation { brin } } endableParties { id name role } readersInside { name } region { code name }
  agreement { id version allowed { group detail from purposes } }
  applications { __typename id status appliedAt onTime startYear talkProposedAt talkAt institution { brin }
    programme { crebo } messages { status at supersedes recipients }
    intakePreparation { id sections { key access text html updatedAt contributors { name } } versions { number } } }
  consents { id state groups purpose wording grantedAt expiresAt revokedAt leftOut can stoppedBy { name } institution { brin }
    approvals { at } }
  consentRequests { groups purpose message askedAt open institution { brin } }
  shareableWith(institution: "01VB") { group } openTo(institution: "01VB", purpose: INTAKE_TALK) { group leftOut }
  sharingWords(institution: "01VB", purpose: INTAKE_TALK, groups: [IDENTITY])
  readLog(first: 5) { edges { node { at } } pageInfo { hasNextPage } } approvals { at version } guidanceCases { reason }
  identity { surname birthDate } personalNumber { masked statementGiven } contact { email }
  accommodations { needs { id area } strengths } conditions { id name } studyAdvice { id text version }
  careerSummary { aboutMe topExperiences { id } } careerFile { reflections { text } experiences { id } talks { id } }
  plusDocument { items { id } }`

/** What differs between two students whatever they decide: ids, and the places in lists that are made of them. */
export function withoutIds(text: string): string {
  return text
    .replaceAll(/[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/g, 'ID')
    .replaceAll(/"(cursor|startCursor|endCursor)":"[^"]*"/g, '"$1":"CURSOR"')
}

/** When a file was made is said in it; the time of these tests passes between two students. */
const withoutMoment = (text: string): string => text.replace(/"made":\s*\{\s*"at":\s*"[^"]*"/, '"made": {"at": "NOW"')

/** Everything that can be tried with a dossier, by the name of the mutation. */
export function attempts(
  { id: dossierId, application, request, items }: Twin,
  later: string,
): Record<string, object[]> {
  const text = 'Een zin.'
  return {
    moveDossier: DOSSIER_STATUSES.flatMap((to) =>
      [1, 2].map((expectedVersion) => ({ id: dossierId, to, expectedVersion })),
    ),
    approveDossier: [1, 2].map((expectedVersion) => ({ id: dossierId, expectedVersion })),
    pauseSharing: [{ dossierId }],
    resumeSharing: [{ dossierId }],
    eraseDossier: [{ dossierId }],
    shareInside: [{ dossierId, group: 'CONDITION', role: 'MENTOR', on: true }],
    givePersonalNumberStatement: [{ dossierId }],
    giveConsent: [{ dossierId, institution: '01VB', groups: ['IDENTITY'], purpose: 'INTAKE_TALK' }],
    approveConsent: [{ id: request }],
    revokeConsent: [{ id: request }],
    stopSharing: [{ id: request }, { id: request, groups: ['IDENTITY'] }, { id: request, items: [items.need] }],
    refuseConsentRequest: [{ id: request }],
    requestConsent: ['IDENTITY', 'PLUS_DOCUMENT', 'CONDITION'].map((group) => ({
      dossierId,
      groups: [group],
      purpose: 'INTAKE_TALK',
    })),
    openGuidanceCase: [{ dossierId, officer: 'marieke', officerName: 'Marieke', reason: text }],
    closeGuidanceCase: [{ id: request }],
    registerApplication: [{ dossierId, institution: '01VB', crebo: '25998', startYear: 2027 }],
    reportApplicationStatus: [{ applicationId: application, status: 'APPLIED', supersedes: request }],
    proposeTalk: [{ applicationId: application, at: later }],
    acceptTalk: [{ id: application }],
    correctIdentity: [{ dossierId, callName: 'Iemand' }],
    updateContact: [{ dossierId, email: 'iemand@post.example' }],
    createInvitation: [{ dossierId, role: 'GUARDIAN', name: 'Een ouder' }],
    revokeInvitation: [{ id: request }],
    endParty: [{ dossierId, partyId: '1' }],
    enterPersonalNumber: [{ dossierId, number: '999990433' }],
    startImport: [{ kind: 'EXPERIENCES', fileName: 'a.csv', size: 10, dossierId }],
    appendImport: [{ id: dossierId, part: 1, content: 'YWJj' }],
    checkImport: [{ id: dossierId }],
    continueImport: [{ id: dossierId }],
    removeImport: [{ id: dossierId }],
    revealPersonalNumber: [{ dossierId, purpose: 'INTAKE_TALK' }],
    saveSupportProfile: [{ dossierId, strengths: [text] }],
    saveSupportNeed: [
      { dossierId, area: 'PLANNING' },
      { dossierId, id: items.need, area: 'PLANNING' },
    ],
    removeSupportNeed: [{ id: items.need }],
    saveCondition: [
      { dossierId, name: text },
      { dossierId, id: items.condition, name: text },
    ],
    removeCondition: [{ id: items.condition }],
    writeStudyAdvice: [
      { dossierId, text },
      { dossierId, id: items.advice, expectedVersion: 1, text },
    ],
    removeStudyAdvice: [{ id: items.advice }],
    acceptStudyAdvice: [{ id: items.advice, version: 1 }],
    contestStudyAdvice: [{ id: items.advice }],
    writeOwnView: [items.advice, items.condition].map((id) => ({ id, text })),
    saveCareerSummary: [{ dossierId, aboutMe: text }],
    saveReflection: [{ dossierId, competence: 'MOTIVES', text }],
    removeReflection: [{ id: request }],
    saveExperience: [{ dossierId, kind: 'JOB', title: text }],
    removeExperience: [{ id: items.experience }],
    saveCareerTalk: [{ dossierId, date: '2026-11-01', summary: text, with: text }],
    removeCareerTalk: [{ id: items.talk }],
    savePlusItem: [{ dossierId, category: 'SPORT', title: text }],
    removePlusItem: [{ id: items.plus }],
    addCareerComment: [{ dossierId, part: 'SUMMARY', text }],
    removeCareerComment: [{ id: request }],
    openSection: [{ intakePreparationId: request, section: 'SUMMARY' }],
    freezeIntakePreparation: [{ intakePreparationId: request }],
    restoreSection: [{ intakePreparationId: request, section: 'SUMMARY', version: 1 }],
  }
}

/** Mutations that are about no student in particular. */
export const OF_NO_DOSSIER = [
  'openDossier',
  'saveAgreement',
  'activateAgreement',
  'acceptInvitation',
  'registerWebhook',
  'rotateWebhookSecret',
  'resumeWebhook',
  'removeWebhook',
]

/** What one student looks like to one reader: the bytes of every answer, without ids, by question. */
export async function sightOf(
  world: World,
  who: string,
  twin: Twin,
  purposes: readonly (string | null)[] = [...PURPOSES, null],
): Promise<Record<string, string>> {
  const sight: Record<string, string> = {}
  const keep = (question: string, status: number, text: string): void => {
    sight[question] = `${status} ${withoutIds(text)}`
  }
  for (const purpose of purposes) {
    const answer = await world
      .as(who, { purpose })
      .query(`query ($id: ID!) { dossier(id: $id) { ${EVERYTHING} } }`, { id: twin.id })
    keep(`everything, for ${purpose ?? 'no purpose'}`, answer.status, answer.text)
  }
  const one = await world
    .as(who)
    .query('query ($id: ID!) { application(id: $id) { __typename id status } }', { id: twin.application })
  keep('the application alone', one.status, one.text)
  for (const purpose of purposes) {
    const paths = [`/export/dossier/${twin.id}.json`, `/ooapi/v5/persons/${twin.id}/associations`]
    for (const path of purpose === null ? paths : [...paths, `/export/shared/${twin.id}.json`]) {
      const file = await get(world, who, `${path}${purpose === null ? '' : `?purpose=${purpose}`}`)
      keep(`${path.replace(twin.id, 'ID')}, for ${purpose ?? 'no purpose'}`, file.status, withoutMoment(file.text))
    }
  }
  const straight = await (
    await world.direct('consent')
  ).ask(
    world.viewer(who),
    'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Dossier { id status version can consents { state } consentRequests { askedAt } } ... on Application { id status talkAt } } }',
    {
      r: [
        { __typename: 'Dossier', id: twin.id },
        { __typename: 'Application', id: twin.application },
      ],
    },
    { purpose: 'INTAKE_TALK' },
  )
  keep('_entities', straight.status, straight.text)
  return sight
}

/** Mutations that answer with a plain value. */
const NO_FIELDS = new Set(['eraseDossier', 'revealPersonalNumber', 'removeImport'])

/** The same of everything that can be tried. */
export async function triesOf(person: Person, twin: Twin, later: string): Promise<Record<string, string>> {
  const tries: Record<string, string> = {}
  for (const [mutation, inputs] of Object.entries(attempts(twin, later)))
    for (const [index, input] of inputs.entries()) {
      const shown = NO_FIELDS.has(mutation) ? '' : '{ __typename }'
      const { status, text } = await person.attempt(mutation, input as Record<string, unknown>, shown)
      tries[`${mutation} ${index}`] = `${status} ${withoutIds(text)}`
    }
  return tries
}

interface Node {
  id: string
}

/** Lists as an institution can narrow them: which of the students are in, in which order, on which pages. */
export const LISTS: Record<string, string> = {
  all: '',
  'waiting for me': ', filter: { waitingForMe: true }',
  'my institution': ', filter: { institution: "01VB" }',
  'another institution': ', filter: { institution: "02DE" }',
  ...Object.fromEntries(DOSSIER_STATUSES.map((status) => [`status ${status}`, `, filter: { status: [${status}] }`])),
  'all but draft': `, filter: { status: [${DOSSIER_STATUSES.filter((status) => status !== 'DRAFT').join(' ')}] }`,
}

/** All pages of a list, with nodes in their order. */
export async function listed(
  person: Person,
  narrowed: string,
  size: number,
): Promise<{ ids: string[]; pages: number[] }> {
  const ids: string[] = []
  const pages: number[] = []
  for (let after: string | null = null; ;) {
    const { data } = await person.query(
      `query ($after: String) { dossiers(first: ${size}, after: $after${narrowed}) { edges { node { id } } pageInfo { hasNextPage endCursor } } }`,
      { after },
    )
    const { edges, pageInfo } = data.dossiers as {
      edges: { node: Node }[]
      pageInfo: { hasNextPage: boolean; endCursor: string }
    }
    ids.push(...edges.map(({ node }) => node.id))
    pages.push(edges.length)
    if (!pageInfo.hasNextPage) return { ids, pages }
    after = pageInfo.endCursor
  }
}

/** The kinds and moments of what a reader's feed tells of one student. */
export async function heardOf(person: Person, twin: Twin): Promise<string> {
  const { data } = await person.query(
    '{ changes(first: 500) { edges { node { kind at dossier { id } application { id status } } } } }',
  )
  const nodes = (data.changes.edges as { node: { dossier: Node | null } }[]).map(({ node }) => node)
  return withoutIds(JSON.stringify(nodes.filter(({ dossier }) => dossier?.id === twin.id)))
}
