import { amsterdam } from '@doorstroomhub/kit/calendar.ts'
import { rowsOf, type Row } from './access/lines.ts'
import { approves, ends, givesConsent, invites, narrows, reportsStatus, revokes, signs } from './access/acts.ts'
import type { World } from './world.ts'

/**
 * Who reads what (domain §4), in every situation: the one table for queries, lists, `_entities`, documents, subscriptions and
 * exports. A line is `who | purpose | whose | sees`: what is not named is NOT_AVAILABLE, `no dossier` is NOT_FOUND for all.
 */
export interface Situation {
  name: string
  /** What people do, or how time passes, to come here from the situation before: real commands and the clock, nothing else. */
  come(world: World): Promise<void>
  rows: readonly Row[]
}

/** Situations that follow each other in one world. */
export interface Story {
  name: string
  situations: readonly Situation[]
}

const stays = async (): Promise<void> => undefined
const situation = (name: string, come: Situation['come'], lines: string): Situation => ({
  name,
  come,
  rows: rowsOf(name, lines),
})

export const stories: readonly Story[] = [
  {
    name: 'the demo, and what people do',
    situations: [
      situation(
        'as the demo starts',
        stays,
        `
        noor sem fatima daan yara tim lotte mees eva jay | - | themselves | ALL(WWWW)
        noor             | - | sem eva                | no dossier
        jay              | INTAKE_TALK | noor         | no dossier
        father-of-noor   | - | noor                   | ALL(RRRR)
        father-of-noor   | - | all ten but noor       | no dossier
        mother-of-sem    | - | sem                    | IDENTITY CONTACT STATUTORY
        mother-of-sem    | - | noor                   | no dossier
        mother-of-daan father-of-daan | - | daan      | IDENTITY CONTACT STATUTORY
        mother-of-fatima | - | fatima                 | no dossier
        joris            | - | all ten                | ALL(WWNR) but CONDITION
        amira            | - | noor jay               | IDENTITY CONTACT ACCOMMODATIONS CONDITION STUDY_ADVICE INTAKE_PREPARATION(NNWR) STATUTORY
        amira            | - | all ten but noor jay   | no dossier
        marieke          | INTAKE_TALK | noor         | IDENTITY ACCOMMODATIONS CAREER_SUMMARY INTAKE_PREPARATION(RWRW) STATUTORY
        marieke          | INTAKE_TALK | sem daan eva | STATUTORY
        marieke          | INTAKE_TALK | yara         | IDENTITY ACCOMMODATIONS STATUTORY
        marieke          | INTAKE_TALK | tim          | IDENTITY STATUTORY
        marieke          | INTAKE_TALK | lotte        | IDENTITY ACCOMMODATIONS CAREER_SUMMARY PLUS_DOCUMENT INTAKE_PREPARATION(RWRW) STATUTORY
        marieke          | INTAKE_TALK | jay          | IDENTITY PERSONAL_NUMBER CONTACT CAREER_SUMMARY STATUTORY
        marieke          | INTAKE_TALK | fatima mees  | no dossier
        karim            | INTAKE_TALK | fatima       | IDENTITY CAREER_SUMMARY STATUTORY
        karim            | INTAKE_TALK | mees         | IDENTITY STATUTORY
        karim            | INTAKE_TALK | lotte        | IDENTITY ACCOMMODATIONS CAREER_SUMMARY INTAKE_PREPARATION(RWRW) STATUTORY
        karim            | INTAKE_TALK | noor sem daan yara tim eva jay | no dossier
        roc-voorbeeld    | INTAKE_TALK | noor         | IDENTITY ACCOMMODATIONS CAREER_SUMMARY INTAKE_PREPARATION(RRRR) STATUTORY
        roc-voorbeeld    | INTAKE_TALK | sem daan eva | STATUTORY
        roc-voorbeeld    | INTAKE_TALK | jay          | IDENTITY PERSONAL_NUMBER CONTACT CAREER_SUMMARY STATUTORY
        roc-voorbeeld    | INTAKE_TALK | fatima mees  | no dossier
        vakcollege-delta | INTAKE_TALK | fatima       | IDENTITY CAREER_SUMMARY STATUTORY
        vakcollege-delta | INTAKE_TALK | noor         | no dossier
        zwolle           | - | noor sem fatima yara lotte eva jay | APPLICATION_STATUS
        zwolle           | - | daan tim mees          | no dossier
        ilse beheer      | - | all ten                | no dossier
        `,
      ),
      situation(
        'another purpose, or none',
        stays,
        `
        marieke       | STUDY_START         | noor sem yara tim lotte eva | STATUTORY
        marieke       | STUDY_START         | jay            | IDENTITY PERSONAL_NUMBER CONTACT CAREER_SUMMARY STATUTORY
        marieke       | SUPPORT_ARRANGEMENT | noor           | STATUTORY
        marieke       | ENROLMENT_ADMIN     | noor           | STATUTORY
        marieke       | CURIOSITY           | noor jay       | STATUTORY
        marieke       | -                   | noor tim lotte jay | STATUTORY
        marieke       | STUDY_START         | fatima         | no dossier
        roc-voorbeeld | -                   | noor jay       | STATUTORY
        karim         | -                   | fatima lotte   | STATUTORY
        noor          | INTAKE_TALK         | noor           | ALL(WWWW)
        joris         | ENROLMENT_ADMIN     | noor           | ALL(WWNR) but CONDITION
        zwolle        | INTAKE_TALK         | noor           | APPLICATION_STATUS
        ilse beheer   | INTAKE_TALK         | noor jay       | no dossier
        `,
      ),
      situation(
        'a student of 18 gave consent',
        async (world) => {
          await givesConsent(world, 'eva', '01VB', 'INTAKE_TALK', ['IDENTITY', 'STUDY_ADVICE', 'INTAKE_PREPARATION'])
        },
        `
        marieke       | INTAKE_TALK | eva | IDENTITY STUDY_ADVICE INTAKE_PREPARATION(RWNW) STATUTORY
        marieke       | STUDY_START | eva | STATUTORY
        roc-voorbeeld | INTAKE_TALK | eva | IDENTITY STUDY_ADVICE INTAKE_PREPARATION(RRNR) STATUTORY
        karim         | INTAKE_TALK | eva | no dossier
        zwolle        | -           | eva | APPLICATION_STATUS
        joris         | -           | eva | ALL(WWNR) but CONDITION
        `,
      ),
      situation(
        'the advice has a newer version',
        async (world) => {
          const [advice] = world.told('eva').content.studyAdvice
          const { id, version } = advice!
          await world.as('joris').act('writeStudyAdvice', {
            dossierId: world.ids['eva'],
            id,
            expectedVersion: version,
            text: 'Eva kan ook heel goed animatie kiezen.',
          })
        },
        `
        eva     | -           | eva | ALL(WWWW)
        joris   | -           | eva | ALL(WWNR) but CONDITION
        marieke | INTAKE_TALK | eva | IDENTITY INTAKE_PREPARATION(RWNW) STATUTORY
        `,
      ),
      situation(
        'the student accepted the newer version',
        async (world) => {
          const [advice] = world.told('eva').content.studyAdvice
          const { id, version } = advice!
          await world.as('eva').act('acceptStudyAdvice', { id, version: version + 1 })
        },
        `
        marieke | INTAKE_TALK | eva | IDENTITY STUDY_ADVICE INTAKE_PREPARATION(RWNW) STATUTORY
        `,
      ),
      situation(
        'a guardian has yet to approve',
        async (world) => {
          await givesConsent(world, 'daan', '01VB', 'INTAKE_TALK', ['IDENTITY', 'PLUS_DOCUMENT'])
        },
        `
        marieke       | INTAKE_TALK         | sem daan | STATUTORY
        marieke       | SUPPORT_ARRANGEMENT | noor     | STATUTORY
        roc-voorbeeld | INTAKE_TALK         | sem daan | STATUTORY
        mother-of-sem | -                   | sem      | IDENTITY CONTACT STATUTORY
        `,
      ),
      situation(
        'the guardians approved',
        async (world) => {
          for (const [guardian, student] of [
            ['mother-of-sem', 'sem'],
            ['father-of-noor', 'noor'],
            ['father-of-daan', 'daan'],
          ] as const)
            await approves(world, guardian, student, '01VB')
        },
        `
        marieke       | INTAKE_TALK         | sem  | IDENTITY ACCOMMODATIONS CAREER_SUMMARY INTAKE_PREPARATION(RWRW) STATUTORY
        marieke       | INTAKE_TALK         | daan | IDENTITY PLUS_DOCUMENT STATUTORY
        marieke       | SUPPORT_ARRANGEMENT | noor | CONDITION STATUTORY
        marieke       | INTAKE_TALK         | noor | IDENTITY ACCOMMODATIONS CAREER_SUMMARY INTAKE_PREPARATION(RWRW) STATUTORY
        roc-voorbeeld | SUPPORT_ARRANGEMENT | noor | CONDITION STATUTORY
        karim         | SUPPORT_ARRANGEMENT | noor | no dossier
        mother-of-sem | -                   | sem  | IDENTITY CONTACT STATUTORY
        `,
      ),
      situation(
        'stopped, by the student or by a guardian',
        async (world) => {
          await revokes(world, 'lotte', 'lotte', '01VB')
          await revokes(world, 'mother-of-daan', 'daan', '01VB')
        },
        `
        marieke       | INTAKE_TALK | lotte daan | STATUTORY
        roc-voorbeeld | INTAKE_TALK | lotte daan | STATUTORY
        karim         | INTAKE_TALK | lotte      | IDENTITY ACCOMMODATIONS CAREER_SUMMARY INTAKE_PREPARATION(RWRW) STATUTORY
        lotte         | -           | lotte      | ALL(WWWW)
        joris         | -           | lotte daan | ALL(WWNR) but CONDITION
        zwolle        | -           | lotte      | APPLICATION_STATUS
        `,
      ),
      situation(
        'paused',
        async (world) => {
          for (const student of ['yara', 'jay'])
            await world.as(student).act('pauseSharing', { dossierId: world.ids[student] })
          await world.as('father-of-noor').act('pauseSharing', { dossierId: world.ids['noor'] })
        },
        `
        marieke        | INTAKE_TALK         | noor yara jay | STATUTORY
        marieke        | SUPPORT_ARRANGEMENT | noor          | STATUTORY
        roc-voorbeeld  | INTAKE_TALK         | yara jay      | STATUTORY
        noor yara jay  | -                   | themselves    | ALL(WWWW)
        father-of-noor | -                   | noor          | ALL(RRRR)
        joris          | -                   | noor yara jay | ALL(WWNR) but CONDITION
        amira          | -                   | noor jay      | IDENTITY CONTACT ACCOMMODATIONS CONDITION STUDY_ADVICE INTAKE_PREPARATION(NNWR) STATUTORY
        zwolle         | -                   | noor yara jay | APPLICATION_STATUS
        `,
      ),
      situation(
        'sharing goes on',
        async (world) => {
          for (const student of ['yara', 'jay'])
            await world.as(student).act('resumeSharing', { dossierId: world.ids[student] })
        },
        `
        marieke | INTAKE_TALK | yara | IDENTITY ACCOMMODATIONS STATUTORY
        marieke | INTAKE_TALK | jay  | IDENTITY PERSONAL_NUMBER CONTACT CAREER_SUMMARY STATUTORY
        `,
      ),
      situation(
        'enrolled at one of three',
        (world) => reportsStatus(world, 'karim', 'lotte', '02DE', 'ENROLLED'),
        `
        karim            | INTAKE_TALK | lotte | IDENTITY PERSONAL_NUMBER CONTACT ACCOMMODATIONS CAREER_SUMMARY INTAKE_PREPARATION(RWRW) STATUTORY
        karim            | STUDY_START | lotte | IDENTITY PERSONAL_NUMBER CONTACT CAREER_SUMMARY STATUTORY
        karim            | -           | lotte | STATUTORY
        vakcollege-delta | STUDY_START | lotte | IDENTITY CONTACT CAREER_SUMMARY STATUTORY
        marieke          | INTAKE_TALK | lotte | STATUTORY
        marieke          | STUDY_START | lotte | STATUTORY
        lotte            | -           | lotte | ALL(WWWW)
        zwolle           | -           | lotte | APPLICATION_STATUS
        `,
      ),
      situation(
        'special guidance for one officer',
        async (world) => {
          await world.as('marieke').act('openGuidanceCase', {
            dossierId: world.ids['jay'],
            officer: 'marieke',
            officerName: 'Marieke Postma',
            reason: 'Rustige plek bij toetsen regelen.',
          })
        },
        `
        marieke       | SUPPORT_ARRANGEMENT | jay | IDENTITY PERSONAL_NUMBER CONTACT CONDITION CAREER_SUMMARY STATUTORY
        marieke       | -                   | jay | STATUTORY
        roc-voorbeeld | SUPPORT_ARRANGEMENT | jay | IDENTITY PERSONAL_NUMBER CONTACT CAREER_SUMMARY STATUTORY
        karim         | SUPPORT_ARRANGEMENT | jay | no dossier
        `,
      ),
      situation(
        'shared inside school and family',
        async (world) => {
          const share = (group: string, role: string) =>
            world.as('daan').act('shareInside', { dossierId: world.ids['daan'], group, role, on: true })
          await share('ACCOMMODATIONS', 'GUARDIAN')
          await share('CONDITION', 'MENTOR')
          await share('INTAKE_PREPARATION', 'MENTOR')
        },
        `
        mother-of-daan father-of-daan | -  | daan | IDENTITY CONTACT ACCOMMODATIONS STATUTORY
        joris                         | -  | daan | ALL(WWRR)
        marieke              | INTAKE_TALK | daan | STATUTORY
        `,
      ),
      situation(
        'invited, and the code not used',
        async (world) => void (await invites(world, 'joris', 'yara', 'GUARDIAN')),
        `
        mother-of-sem | - | yara | no dossier
        mother-of-sem | - | sem  | IDENTITY CONTACT STATUTORY
        `,
      ),
      situation(
        'the code was used',
        async (world) => {
          const code = await invites(world, 'joris', 'yara', 'GUARDIAN')
          await world.as('mother-of-sem').act('acceptInvitation', { code })
        },
        `
        mother-of-sem  | - | yara     | IDENTITY CONTACT STATUTORY
        mother-of-sem  | - | sem      | IDENTITY CONTACT STATUTORY
        mother-of-sem  | - | daan     | no dossier
        mother-of-daan | - | yara     | no dossier
        yara           | - | yara     | ALL(WWWW)
        `,
      ),
      situation(
        'a guardian and a care coordinator were taken away, a guardian went',
        async (world) => {
          await ends(world, 'joris', 'yara', 'mother-of-sem')
          await ends(world, 'joris', 'jay', 'amira')
          await ends(world, 'mother-of-daan', 'daan', 'mother-of-daan')
        },
        `
        mother-of-sem  | -           | yara     | no dossier
        mother-of-sem  | -           | sem      | IDENTITY CONTACT STATUTORY
        amira          | -           | jay      | no dossier
        amira          | -           | noor     | IDENTITY CONTACT ACCOMMODATIONS CONDITION STUDY_ADVICE INTAKE_PREPARATION(NNWR) STATUTORY
        mother-of-daan | -           | daan     | no dossier
        father-of-daan | -           | daan     | IDENTITY CONTACT ACCOMMODATIONS STATUTORY
        marieke        | INTAKE_TALK | yara     | IDENTITY ACCOMMODATIONS STATUTORY
        joris          | -           | yara jay | ALL(WWNR) but CONDITION
        joris          | -           | daan     | ALL(WWRR)
        `,
      ),
      situation(
        'the application was withdrawn',
        (world) => reportsStatus(world, 'yara', 'yara', '01VB', 'WITHDRAWN'),
        `
        marieke       | INTAKE_TALK | yara | STATUTORY
        roc-voorbeeld | INTAKE_TALK | yara | STATUTORY
        yara          | -           | yara | ALL(WWWW)
        `,
      ),
      situation(
        'erased',
        async (world) => {
          for (const student of ['sem', 'jay']) {
            await world.as(student).act('eraseDossier', { dossierId: world.ids[student] }, '')
            await world.as(student).act('eraseDossier', { dossierId: world.ids[student] }, '')
          }
        },
        `
        sem jay         | -           | themselves | no dossier
        mother-of-sem   | -           | sem        | no dossier
        joris           | -           | sem jay    | no dossier
        amira           | -           | jay        | no dossier
        marieke         | INTAKE_TALK | sem jay    | no dossier
        roc-voorbeeld   | INTAKE_TALK | sem jay    | no dossier
        zwolle          | -           | sem jay    | no dossier
        ilse beheer     | -           | sem jay    | no dossier
        `,
      ),
    ],
  },
  {
    name: 'the region agrees anew',
    situations: [
      situation(
        'the agreement is narrowed',
        (world) => narrows(world, ['ACCOMMODATIONS', 'CAREER_SUMMARY']),
        `
        marieke       | INTAKE_TALK | noor  | IDENTITY INTAKE_PREPARATION(RWNW) STATUTORY
        marieke       | INTAKE_TALK | yara  | IDENTITY STATUTORY
        marieke       | INTAKE_TALK | lotte | IDENTITY PLUS_DOCUMENT INTAKE_PREPARATION(RWNW) STATUTORY
        marieke       | INTAKE_TALK | jay   | IDENTITY PERSONAL_NUMBER CONTACT CAREER_SUMMARY STATUTORY
        roc-voorbeeld | INTAKE_TALK | noor  | IDENTITY INTAKE_PREPARATION(RRNR) STATUTORY
        karim         | INTAKE_TALK | lotte | IDENTITY ACCOMMODATIONS CAREER_SUMMARY INTAKE_PREPARATION(RWRW) STATUTORY
        noor          | -           | noor  | ALL(WWWW)
        joris         | -           | noor  | ALL(WWNR) but CONDITION
        `,
      ),
      situation(
        'the agreement allows nothing from today on',
        (world) => signs(world, { allowed: [], postEnrolment: 'CONSENT' }),
        `
        marieke       | INTAKE_TALK | noor yara tim lotte | STATUTORY
        roc-voorbeeld | INTAKE_TALK | noor lotte          | STATUTORY
        karim         | INTAKE_TALK | lotte               | IDENTITY ACCOMMODATIONS CAREER_SUMMARY INTAKE_PREPARATION(RWRW) STATUTORY
        `,
      ),
      situation(
        'after enrolment there is a right of access, to nothing that was not agreed on',
        (world) => signs(world, { allowed: [], postEnrolment: 'RIGHT_OF_ACCESS' }),
        `
        marieke       | STUDY_START | jay  | IDENTITY PERSONAL_NUMBER CONTACT CAREER_SUMMARY STATUTORY
        `,
      ),
      situation(
        'after enrolment there is a right of access, to what was agreed on',
        (world) =>
          signs(world, {
            allowed: ['ACCOMMODATIONS', 'STUDY_ADVICE', 'CAREER_FILE', 'CONDITION', 'INTAKE_PREPARATION'].map(
              (group) => ({
                group,
                detail: 'TICK_AND_ADVICE',
                from: null,
                purposes: ['STUDY_START'],
              }),
            ),
            postEnrolment: 'RIGHT_OF_ACCESS',
          }),
        `
        marieke       | STUDY_START | jay  | IDENTITY PERSONAL_NUMBER CONTACT ACCOMMODATIONS STUDY_ADVICE CAREER_SUMMARY CAREER_FILE STATUTORY
        roc-voorbeeld | INTAKE_TALK | jay  | IDENTITY PERSONAL_NUMBER CONTACT ACCOMMODATIONS STUDY_ADVICE CAREER_SUMMARY CAREER_FILE STATUTORY
        marieke       | -           | jay  | STATUTORY
        marieke       | STUDY_START | noor | STATUTORY
        `,
      ),
    ],
  },
  {
    name: 'time passes',
    situations: [
      situation(
        'a second before the 18th birthday',
        async (world) => world.clock.set(new Date(amsterdam(2027, 5, 8).getTime() - 1000)),
        `
        mother-of-daan father-of-daan | - | daan | IDENTITY CONTACT STATUTORY
        daan                          | - | daan | ALL(WWWW)
        `,
      ),
      situation(
        'eighteen today',
        async (world) => world.clock.set(amsterdam(2027, 5, 8)),
        `
        mother-of-daan father-of-daan | - | daan | no dossier
        daan                          | - | daan | ALL(WWWW)
        joris                         | - | daan | ALL(WWNR) but CONDITION
        `,
      ),
      situation(
        'sixteen today',
        async (world) => world.clock.set(amsterdam(2027, 7, 7)),
        `
        father-of-noor | -           | noor | IDENTITY CONTACT STATUTORY
        noor           | -           | noor | ALL(WWWW)
        marieke        | INTAKE_TALK | noor | IDENTITY ACCOMMODATIONS CAREER_SUMMARY INTAKE_PREPARATION(RWRW) STATUTORY
        `,
      ),
      situation(
        'a second before consents expire',
        async (world) => world.clock.set(new Date(amsterdam(2027, 10, 1).getTime() - 1000)),
        `
        marieke | INTAKE_TALK | lotte | IDENTITY ACCOMMODATIONS CAREER_SUMMARY PLUS_DOCUMENT INTAKE_PREPARATION(RWRW) STATUTORY
        karim   | INTAKE_TALK | lotte | IDENTITY ACCOMMODATIONS CAREER_SUMMARY INTAKE_PREPARATION(RWRW) STATUTORY
        `,
      ),
      situation(
        'expired, before anything has noticed',
        async (world) => world.clock.set(amsterdam(2027, 10, 1)),
        `
        marieke       | INTAKE_TALK | noor lotte | STATUTORY
        roc-voorbeeld | INTAKE_TALK | noor lotte | STATUTORY
        karim         | INTAKE_TALK | lotte      | STATUTORY
        marieke       | INTAKE_TALK | jay        | IDENTITY PERSONAL_NUMBER CONTACT CAREER_SUMMARY STATUTORY
        `,
      ),
      situation(
        'expired, and noticed; who started a year earlier is past the time that a dossier is kept',
        (world) => world.timePasses(),
        `
        marieke  | INTAKE_TALK | noor lotte | STATUTORY
        karim    | INTAKE_TALK | lotte      | STATUTORY
        tim mees | -           | themselves | no dossier
        joris    | -           | tim mees   | no dossier
        marieke  | INTAKE_TALK | tim        | no dossier
        `,
      ),
    ],
  },
]

/** Every cell of the table, in the order of the stories. */
export const rows: readonly Row[] = stories.flatMap(({ situations }) => situations.flatMap((one) => one.rows))
