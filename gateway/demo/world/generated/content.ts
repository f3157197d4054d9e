import type { CareerCompetence } from '@doorstroomhub/career-portfolio/entities.ts'
import type { Gender } from '@doorstroomhub/person/entities.ts'
import type * as world from '../types.ts'
import * as words from '../words/school.ts'
import type { SupportWords } from '../words/support.ts'
import { supportWords } from '../words/support.ts'
import { between, chance, pick, some, street } from './draw.ts'
import type { Making } from './making.ts'
import { reached } from './making.ts'
import { personalNumberOf } from './numbers.ts'
import { intakerOf } from './sharing.ts'

/** What was drawn of the person before anything else. */
export interface Drawn {
  index: number
  callName: string
  prefix: string | null
  surname: string
  gender: Gender
  municipality: world.Municipality & { postcode: number }
  school: string
  needs: readonly SupportWords[]
  /** The programmes applied for, with where. */
  programmes: string[]
}

/** Draws the ways in which a student needs support: mostly none or one. */
export const needsOf = (): SupportWords[] => some(supportWords, pick([0, 0, 0, 1, 1, 1, 2]))

/** Draws the words of a generated dossier. What is still being written has gaps. */
export function contentOf(making: Making, drawn: Drawn): world.WorldContent {
  const filled = { DRAFT: 0.45, IN_CONSULTATION: 0.75 }[making.status as string] ?? 0.95
  const told = (): boolean => chance(filled)
  const { callName, municipality, needs } = drawn
  const house = between(1, 240)
  const letter = String.fromCharCode(65 + between(0, 25))
  const initials = [callName, ...some([...'AEHJMRST'], between(0, 2))]
  return {
    identity: {
      initials: initials.map((name) => `${name.slice(0, 1)}.`).join(''),
      surnamePrefix: drawn.prefix,
      surname: drawn.surname,
      callName,
      birthDate: making.birthDate,
      gender: drawn.gender,
      municipality: { code: municipality.code, name: municipality.name },
      leavingSchool: drawn.school,
      leavingLevel: making.level,
    },
    personalNumber: personalNumberOf(drawn.index),
    contact: {
      email: told() ? `leerling${drawn.index}@post.example` : null,
      phone: told() ? `06 01 ${String(drawn.index).padStart(6, '0')}` : null,
      address: {
        street: street(),
        houseNumber: String(house),
        postcode: `${municipality.postcode + between(0, 40)} X${letter}`,
        city: municipality.name,
      },
    },
    support: {
      needs: needs.map((need, nth) => ({
        id: making.id('support-need', nth),
        area: need.area,
        level: chance(0.8) ? pick(['LIGHT', 'LIGHT', 'MEDIUM', 'INTENSIVE'] as const) : null,
        accommodations: some(need.accommodations, between(1, need.accommodations.length)),
      })),
      strengths: told() ? some(making.interest.strengths, 2).map((one) => `Ik ben goed in: ${one}`) : [],
      currentSupport: needs.map((need) => pick(need.current)),
      howToDiscuss: needs.length > 0 || told() ? pick(words.discussed) : null,
    },
    conditions: needs.flatMap(({ condition }, nth) => {
      if (!condition || !told()) return []
      const { name, explanation, title, issuedBy } = condition
      const statement = chance(0.7) ? { title, issuedBy, issuedOn: making.dates.ago(between(200, 2400)) } : null
      const ownView = chance(0.3) ? 'Vraag het mij gerust. Ik leg het liever zelf uit.' : null
      return [{ id: making.id('condition', nth), name, explanation, statement, ownView }]
    }),
    studyAdvice: adviceOf(making, callName),
    careerSummary: told() ? summaryOf(making, drawn.programmes) : null,
    careerFile: careerFileOf(making, told),
    plusDocument: { items: told() ? plusItemsOf(making) : [] },
  }
}

function adviceOf({ id, mentor, status }: Making, callName: string): world.WorldStudyAdvice[] {
  if (!chance(reached(status, 'READY') ? 0.7 : 0.2)) return []
  const version = chance(0.2) ? 2 : 1
  return [
    {
      id: id('study-advice', 0),
      text: pick(words.advice).replace('{}', callName),
      author: mentor,
      version,
      // A dossier is ready only when each advice is accepted.
      acceptedVersion: reached(status, 'READY') ? version : null,
      ownView: chance(0.4) ? pick(words.ownViews) : null,
    },
  ]
}

function summaryOf({ id, interest, student }: Making, chosenProgrammes: string[]): world.WorldCareerSummary {
  const first = student.name.split(' ', 1)[0] as string
  return {
    aboutMe: `Ik ben ${first}. ${some(interest.about, 2).join(' ')}`,
    strengths: some(interest.strengths, 3),
    drives: some(interest.drives, 2),
    topExperiences: [id('experience', 0)],
    jobInterest: pick(interest.jobs),
    chosenProgrammes,
    questionForIntaker: pick(words.questions),
  }
}

function careerFileOf({ id, dates, interest, mentor }: Making, told: () => boolean): world.WorldCareerFile {
  const competencies = Object.keys(words.reflections) as CareerCompetence[]
  return {
    reflections: competencies.filter(told).map((competence) => {
      const [level, text] = pick(words.reflections[competence])
      return { competence, text, level }
    }),
    experiences: some(interest.experiences, between(1, 3)).map(([kind, title, place, learned], nth) => {
      const began = between(120, 500)
      return {
        id: id('experience', nth),
        title,
        kind,
        from: dates.schoolDay(began),
        to: kind === 'JOB' || kind === 'VOLUNTEERING' ? null : dates.ago(began - between(1, 20)),
        place,
        learned,
        competencies: some(competencies, between(1, 2)),
      }
    }),
    talks: some(words.talks, between(0, 2)).map(([summary, nextStep], nth) => ({
      id: id('career-talk', nth),
      date: dates.schoolDay(between(70, 300)),
      with: mentor.name,
      summary,
      nextStep,
    })),
  }
}

const plusItemsOf = ({ id, dates, interest }: Making): world.WorldPlusItem[] =>
  some(interest.plus, between(1, 2)).map(([category, title, description], nth) => ({
    id: id('plus-item', nth),
    category,
    title,
    description,
    year: dates.yearOf(between(30, 700)),
  }))

/** Draws the intake preparation of one application; the institution writes only where it may read. */
export function preparationOf(
  making: Making,
  application: { institution: string },
  consents: readonly world.WorldConsent[],
  needs: readonly SupportWords[],
): world.WorldPreparation {
  const { dates, course, status, interest, student, mentor } = making
  if (!reached(status, 'READY')) return { SUMMARY: [], QUESTIONS: [], SUPPORT: [], AGREEMENTS: [] }
  const write = (author: world.Person, days: number, clock: string, text: string): world.WorldParagraph => ({
    author,
    at: dates.at(days, clock),
    text,
  })
  const invited = consents.some(
    ({ institution, state, groups }) =>
      institution === application.institution && state === 'GRANTED' && groups.includes('INTAKE_PREPARATION'),
  )
  const intaker = intakerOf(application.institution)
  const day = course.prepared
  return {
    SUMMARY: [
      write(student, day, '15:05', pick(interest.about)),
      ...(chance(0.4)
        ? [
            write(
              mentor,
              day,
              '15:50',
              `Ik ken ${student.name.split(' ', 1)[0]} als iemand die zich aan afspraken houdt.`,
            ),
          ]
        : []),
    ],
    QUESTIONS: [
      ...some(words.questions, 2).map((question, nth) => write(student, day, `16:0${nth}`, question)),
      ...(invited ? [write(intaker, course.granted - 4, '10:20', pick(words.intakerQuestions))] : []),
    ],
    SUPPORT: needs.map((need) => write(student, day, '16:30', pick(need.said))),
    AGREEMENTS: chance(0.5) ? [write(student, day, '16:45', pick(words.agreed))] : [],
  }
}
