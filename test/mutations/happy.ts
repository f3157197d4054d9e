import type { Purpose } from '@doorstroomhub/consent/rules/words.ts'
import type { World } from '../world.ts'
import { asked, done } from './asking.ts'
import {
  dossier,
  idOf,
  content,
  version,
  consentOf,
  applicationOf,
  preparationOf,
  AGREEMENT,
  webhookOf,
} from './happy/finding.ts'
import { IMPORTS } from './happy/imports.ts'
import { INVITATIONS } from './happy/invitations.ts'
import { PARTIES } from './happy/parties.ts'

/** How a mutation succeeds in the demo world, and who else might do the same. */
export interface Happy {
  who: string
  /** All who may, by name, with `who`; everybody else is refused. */
  may: readonly string[]
  purpose?: Purpose
  /** Brings the world to where this can be done, and answers the input. */
  input(world: World): Promise<Record<string, unknown>>
  shown?: string
}

const ROC = '01VB'
const FIRST_DAY = '2011-05-05'

const ofPartner = { who: 'roc-voorbeeld', may: ['roc-voorbeeld', 'beheer'] } as const
const eva = { who: 'eva', may: ['eva'] } as const
const ofSchool = { who: 'eva', may: ['eva', 'joris'] } as const

/** Every mutation of the graph; one that is missing here fails the test. The order is that of a story, with the end at the end. */
export const HAPPY: Readonly<Record<string, Happy>> = {
  openDossier: {
    who: 'joris',
    may: ['joris'],
    input: async () => ({
      name: 'Pip de Boer',
      subject: 'pip',
      birthDate: FIRST_DAY,
      municipality: 'GM0193',
      schoolLevel: 'VMBO_KB',
      startYear: 2027,
    }),
    shown: '{ id }',
  },
  requestConsent: {
    who: 'marieke',
    may: ['marieke', 'roc-voorbeeld'],
    input: dossier('yara', { groups: ['CAREER_SUMMARY'], purpose: 'INTAKE_TALK', message: 'Mogen wij dit lezen?' }),
    shown: '{ id message }',
  },
  approveConsent: {
    who: 'father-of-noor',
    may: ['father-of-noor', 'noor'],
    input: idOf((world) => consentOf(world, 'noor', 'PENDING_APPROVAL')),
    shown: '{ state }',
  },
  stopSharing: {
    who: 'father-of-noor',
    may: ['father-of-noor', 'noor'],
    async input(world) {
      return { id: await consentOf(world, 'noor', 'GRANTED'), groups: ['IDENTITY'] }
    },
    shown: '{ state }',
  },
  revokeConsent: {
    who: 'father-of-noor',
    may: ['father-of-noor', 'noor'],
    input: idOf((world) => consentOf(world, 'noor', 'GRANTED')),
    shown: '{ state }',
  },
  shareInside: {
    who: 'noor',
    may: ['noor'],
    input: dossier('noor', { group: 'CONDITION', role: 'MENTOR', on: true }),
  },
  refuseConsentRequest: {
    ...eva,
    async input(world) {
      const { dossier: one } = await asked(
        world,
        'eva',
        'query ($id: ID!) { dossier(id: $id) { consentRequests { id } } }',
        {
          id: world.ids['eva'],
        },
      )
      return { id: one.consentRequests[0].id }
    },
    shown: '{ id }',
  },
  moveDossier: {
    ...eva,
    input: async (world) => ({ id: world.ids['eva'], to: 'DRAFT', expectedVersion: await version(world, 'eva') }),
    shown: '{ status version }',
  },
  approveDossier: {
    ...eva,
    async input(world) {
      const expectedVersion = await version(world, 'eva')
      for (const to of ['IN_CONSULTATION', 'READY'])
        await done(world, 'eva', 'moveDossier', { id: world.ids['eva'], to, expectedVersion })
      return { id: world.ids['eva'], expectedVersion }
    },
    shown: '{ status }',
  },
  giveConsent: {
    ...eva,
    input: async (world) => ({
      dossierId: world.ids['eva'],
      institution: ROC,
      groups: ['IDENTITY', 'ACCOMMODATIONS'],
      purpose: 'INTAKE_TALK',
      leftOut: [content(world).support.needs[0]!.id],
    }),
    shown: '{ state wording }',
  },
  givePersonalNumberStatement: { ...eva, input: dossier('eva') },
  pauseSharing: { ...eva, input: dossier('eva'), shown: '{ paused }' },
  resumeSharing: { ...eva, input: dossier('eva'), shown: '{ paused }' },
  registerApplication: {
    who: 'joris',
    may: ['joris', 'eva'],
    input: dossier('eva', { institution: '02DE', crebo: '25604', startYear: 2027 }),
    shown: '{ id status }',
  },
  proposeTalk: {
    who: 'marieke',
    may: ['marieke'],
    input: async (world) => ({ applicationId: applicationOf(world, 'eva'), at: '2026-12-10T13:00:00+01:00' }),
    shown: '{ talkProposedAt }',
  },
  acceptTalk: { ...eva, input: idOf((world) => applicationOf(world, 'eva')), shown: '{ talkAt }' },
  reportApplicationStatus: {
    who: 'marieke',
    may: ['marieke', 'roc-voorbeeld'],
    input: async (world) => ({
      applicationId: applicationOf(world, 'eva'),
      status: 'CONTRACT_OFFERED',
      supersedes: null,
    }),
    shown: '{ status }',
  },
  openGuidanceCase: {
    who: 'marieke',
    may: ['marieke'],
    input: dossier('jay', { officer: 'marieke', officerName: 'Marieke Postma', reason: 'Hulp in de eerste weken' }),
    shown: '{ id }',
  },
  closeGuidanceCase: {
    who: 'marieke',
    may: ['marieke', 'jay', 'roc-voorbeeld'],
    async input(world) {
      const { dossier: one } = await asked(
        world,
        'jay',
        'query ($id: ID!) { dossier(id: $id) { guidanceCases { id } } }',
        {
          id: world.ids['jay'],
        },
      )
      return { id: one.guidanceCases[0].id }
    },
    shown: '{ closedAt }',
  },
  saveAgreement: {
    who: 'beheer',
    may: ['beheer', 'ilse'],
    input: async () => ({ ...AGREEMENT }),
    shown: '{ version }',
  },
  activateAgreement: {
    who: 'ilse',
    may: ['ilse', 'beheer'],
    async input(world) {
      const { id } = await done(world, 'beheer', 'saveAgreement', AGREEMENT, '{ id }')
      await done(world, 'beheer', 'activateAgreement', { id })
      return { id }
    },
    shown: '{ version }',
  },
  correctIdentity: {
    who: 'joris',
    may: ['joris'],
    input: dossier('eva', {
      initials: 'E.C.',
      surname: 'Smit',
      callName: 'Eva',
      birthDate: '2008-05-05',
      municipality: { code: 'GM0193', name: 'Zwolle' },
      leavingSchool: '00YY',
    }),
    shown: '{ identity { surname birthDate } }',
  },
  updateContact: {
    ...eva,
    input: dossier('eva', {
      email: 'eva@post.example',
      phone: '0612345678',
      address: { street: 'Veerallee', houseNumber: '61', postcode: '8019 XJ', city: 'Zwolle' },
    }),
    shown: '{ contact { phone } }',
  },
  enterPersonalNumber: {
    who: 'joris',
    may: ['joris'],
    input: dossier('eva', { number: '999990433' }),
    shown: '{ personalNumber { masked } }',
  },
  revealPersonalNumber: {
    who: 'joris',
    may: ['joris', 'eva'],
    purpose: 'ENROLMENT_ADMIN',
    input: dossier('eva', { purpose: 'ENROLMENT_ADMIN' }),
    shown: '',
  },
  saveSupportProfile: {
    ...ofSchool,
    input: dossier('eva', { strengths: ['Ik maak af wat ik begin'], currentSupport: ['Rust'], howToDiscuss: null }),
  },
  saveSupportNeed: {
    ...ofSchool,
    input: dossier('eva', { area: 'OTHER', level: 'LIGHT', accommodations: ['LAPTOP'] }),
  },
  removeSupportNeed: { ...ofSchool, input: idOf((world) => content(world).support.needs[0]!.id) },
  saveCondition: {
    ...eva,
    input: dossier('eva', {
      name: 'Migraine',
      explanation: 'Soms moet ik even weg.',
      statement: {
        title: 'Brief van de huisarts',
        issuedBy: 'Huisarts',
        issuedOn: '2026-01-05',
        expiresOn: '2030-01-05',
      },
    }),
  },
  removeCondition: { ...eva, input: idOf((world) => content(world).conditions[0]!.id) },
  writeStudyAdvice: {
    who: 'joris',
    may: ['joris'],
    input: async (world) => ({
      dossierId: world.ids['eva'],
      id: content(world).studyAdvice[0]!.id,
      expectedVersion: content(world).studyAdvice[0]!.version,
      text: 'Eva kiest goed.',
    }),
    shown: '{ version }',
  },
  acceptStudyAdvice: {
    ...eva,
    input: async (world) => ({
      id: content(world).studyAdvice[0]!.id,
      version: content(world).studyAdvice[0]!.version + 1,
    }),
    shown: '{ acceptedVersion }',
  },
  contestStudyAdvice: {
    ...eva,
    input: idOf((world) => content(world).studyAdvice[0]!.id),
    shown: '{ acceptedVersion }',
  },
  writeOwnView: {
    ...eva,
    input: async (world) => ({ id: content(world).studyAdvice[0]!.id, text: 'Ik zie het anders.' }),
  },
  removeStudyAdvice: { who: 'joris', may: ['joris'], input: idOf((world) => content(world).studyAdvice[0]!.id) },
  saveReflection: { ...eva, input: dossier('eva', { competence: 'MOTIVES', text: 'Ik teken graag.', level: 3 }) },
  saveExperience: {
    ...eva,
    input: dossier('eva', {
      title: 'Stage',
      kind: 'INTERNSHIP',
      from: '2026-01-05',
      to: '2026-02-05',
      place: 'Zwolle',
      learned: 'Op tijd komen',
      competencies: ['QUALITIES'],
    }),
  },
  saveCareerSummary: {
    ...eva,
    input: async (world) => ({
      dossierId: world.ids['eva'],
      aboutMe: 'Ik ben Eva.',
      strengths: ['tekenen'],
      drives: ['rust'],
      topExperiences: [content(world).careerFile.experiences[1]!.id],
      jobInterest: 'Illustrator',
      chosenProgrammes: ['Mediavormgever'],
      questionForIntaker: 'Werken jullie op papier?',
    }),
  },
  saveCareerTalk: {
    ...eva,
    input: dossier('eva', { date: '2026-10-05', with: 'Joris', summary: 'Een goed gesprek.', nextStep: 'Portfolio' }),
  },
  savePlusItem: {
    ...eva,
    input: dossier('eva', { category: 'ART_AND_MUSIC', title: 'Strip', description: 'Zelf gemaakt', year: 2025 }),
  },
  addCareerComment: {
    who: 'joris',
    may: ['joris', 'eva'],
    input: dossier('eva', { part: 'CAREER_FILE', text: 'Mooi verteld.' }),
    shown: '{ id }',
  },
  removeCareerComment: {
    who: 'joris',
    may: ['joris'],
    async input(world) {
      const input = { dossierId: world.ids['eva'], part: 'CAREER_FILE', text: 'Nog iets' }
      const one = await done(world, 'joris', 'addCareerComment', input, '{ careerFile { comments { id text } } }')
      return { id: one.careerFile.comments.find((comment: { text: string }) => comment.text === input.text).id }
    },
  },
  removeReflection: {
    ...eva,
    async input(world) {
      const { dossier: one } = await asked(
        world,
        'eva',
        'query ($id: ID!) { dossier(id: $id) { careerFile { reflections { id } } } }',
        { id: world.ids['eva'] },
      )
      return { id: one.careerFile.reflections[0].id }
    },
  },
  removeExperience: { ...eva, input: idOf((world) => content(world).careerFile.experiences[0]!.id) },
  removeCareerTalk: { ...eva, input: idOf((world) => content(world).careerFile.talks[0]!.id) },
  removePlusItem: { ...eva, input: idOf((world) => content(world).plusDocument.items[0]!.id) },
  openSection: {
    ...ofSchool,
    input: async (world) => ({ intakePreparationId: await preparationOf(world), section: 'SUMMARY' }),
    shown: '{ access }',
  },
  freezeIntakePreparation: {
    ...ofSchool,
    input: async (world) => ({ intakePreparationId: await preparationOf(world) }),
    shown: '{ number }',
  },
  restoreSection: {
    ...ofSchool,
    input: async (world) => ({ intakePreparationId: await preparationOf(world), section: 'SUMMARY', version: 1 }),
    shown: '{ key }',
  },
  registerWebhook: {
    ...ofPartner,
    // Nobody listens there; that it fails is kept and harms nobody.
    input: async () => ({ url: 'http://127.0.0.1:9/changes', description: 'Studenteninfo', institution: ROC }),
    shown: '{ secret }',
  },
  rotateWebhookSecret: { ...ofPartner, input: idOf(webhookOf), shown: '{ secret }' },
  resumeWebhook: {
    ...ofPartner,
    async input(world) {
      const id = await webhookOf(world)
      await world.database.sql(
        `update consent.webhook set state = 'PAUSED', paused_because = 'A_DAY' where id = '${id}'`,
      )
      return { id }
    },
    shown: '{ state pausedBecause }',
  },
  removeWebhook: { ...ofPartner, input: idOf(webhookOf), shown: '' },
  ...INVITATIONS,
  ...PARTIES,
  ...IMPORTS,
  eraseDossier: { who: 'tim', may: ['tim'], input: dossier('tim'), shown: '' },
}
