import type {
  ApplicationStatus,
  DossierStatus,
  FieldGroup,
  Purpose,
  SchoolLevel,
} from '@doorstroomhub/consent/rules/words.ts'
import type { DiscussPreference } from '@doorstroomhub/support-needs/entities.ts'
import type { CareerCompetence } from '@doorstroomhub/career-portfolio/entities.ts'
import { vechtdalCollege } from '../organisations.ts'
import type { Dates, Season } from './dates.ts'
import { turns } from './dates.ts'
import { idOf } from './ids.ts'
import { cast } from './people/cast.ts'
import type * as world from './types.ts'

type Nameless<T> = Omit<T, 'id'>
/** Things under a short name of their own, from which their id is made. */
type Named<T> = Record<string, Nameless<T>>
/** Who said yes, and when. */
type Yes = [who: world.Person, at: Date]
type Paragraph = [author: world.Person, at: Date, text: string]

/** What a person's file tells of an application; status and moments follow from its messages. */
export interface ToldApplication {
  institution: string
  programme: world.WorldProgramme
  messages: [ApplicationStatus, Date][]
  preparation: Record<'summary' | 'questions' | 'support' | 'agreements', Paragraph[]>
}

/** What a person's file tells of a consent; it was granted with the last approval, unless it still waits. */
export interface ToldConsent {
  institution: string
  groups: FieldGroup[]
  purpose: Purpose
  approvals: Yes[]
  waits?: boolean
  stopped?: Yes
  /** Short names of items that the owner keeps out. */
  leftOut?: string[]
  /** The short name of the request that it answers. */
  request?: string
}

/** One of the ten as their file tells it. Ids, and all that follows from other facts, are filled in by `tell`. */
export interface Story {
  birthDate: string
  level: SchoolLevel
  municipality: world.Municipality
  season: Season
  createdAt: Date
  guardians: world.Person[]
  careCoordinators?: world.Person[]
  /** The steps after DRAFT. */
  steps: [to: DossierStatus, at: Date, by: world.Person][]
  approvals: Yes[]
  numberStatement?: Yes
  applications: Record<string, ToldApplication>
  consents?: Record<string, ToldConsent>
  requests?: Named<world.WorldRequest>

  name: Pick<world.WorldIdentity, 'initials' | 'surnamePrefix' | 'surname' | 'callName' | 'gender'>
  personalNumber: world.WorldContent['personalNumber']
  contact: world.WorldContact
  needs: Named<world.WorldSupportNeed>
  strengths: string[]
  currentSupport: string[]
  howToDiscuss: DiscussPreference
  conditions: Named<world.WorldCondition>
  studyAdvice: Named<world.WorldStudyAdvice>
  /** The best experiences by their short names. */
  careerSummary: world.WorldCareerSummary
  /** Level 1 to 4 and the words, per competence. */
  reflections: Record<CareerCompetence, [level: number, text: string]>
  experiences: Named<world.WorldExperience>
  talks: Named<world.WorldCareerFile['talks'][number]>
  plusDocument: Named<world.WorldPlusItem>
}

/** Makes the whole dossier of one of the ten out of their story. */
export function tell(student: world.Person, dates: Dates, story: Story): world.WorldDossier {
  const id = (kind: string, name: string): string => idOf(kind, `${student.subject}/${name}`)
  const named = <T>(kind: string, things: Named<T>): T[] =>
    Object.entries(things).map(([name, thing]) => ({ id: id(kind, name), ...thing }) as T)
  const itemId = (name: string): string => {
    if (name in story.needs) return id('support-need', name)
    if (name in story.experiences) return id('experience', name)
    if (name in story.plusDocument) return id('plus-item', name)
    throw new RangeError(`${student.subject} has no item ${name}`)
  }
  const { birthDate, level, municipality, createdAt } = story
  const eighteen = turns(birthDate, 18)
  const until = eighteen <= dates.at(0, '00:00') ? eighteen : null
  const party = (person: world.Person, end: Date | null = null): world.WorldParty => ({
    ...person,
    since: createdAt,
    until: end,
  })
  const statusHistory: world.WorldStatusChange[] = [{ from: null, to: 'DRAFT', at: createdAt, by: cast.joris }]
  let status: DossierStatus = 'DRAFT'
  for (const [to, at, by] of story.steps) {
    statusHistory.push({ from: status, to, at, by })
    status = to
  }
  return {
    id: idOf('dossier', student.subject),
    subject: student.subject,
    status,
    version: 1,
    paused: false,
    homeSchool: vechtdalCollege.brin,
    region: vechtdalCollege.region,
    birthDate,
    municipality,
    schoolLevel: level,
    startYear: story.season.startYear,
    createdAt,
    parties: [
      party(student),
      ...story.guardians.map((guardian) => party(guardian, until)),
      party(cast.joris),
      ...(story.careCoordinators ?? []).map((coordinator) => party(coordinator)),
    ],
    approvals: story.approvals.map(approval),
    numberStatement: story.numberStatement ? approval(story.numberStatement) : null,
    applications: Object.entries(story.applications).map(([name, told]) => application(id, name, told, story.season)),
    consents: Object.entries(story.consents ?? {}).map(([name, told]) => ({
      ...consent(id('consent', name), student, told, story.season),
      leftOut: (told.leftOut ?? []).map(itemId),
      request: told.request === undefined ? null : id('consent-request', told.request),
    })),
    requests: named('consent-request', story.requests ?? {}),
    statusHistory,
    content: {
      identity: { ...story.name, birthDate, municipality, leavingSchool: vechtdalCollege.brin, leavingLevel: level },
      personalNumber: story.personalNumber,
      contact: story.contact,
      support: {
        needs: named('support-need', story.needs),
        strengths: story.strengths,
        currentSupport: story.currentSupport,
        howToDiscuss: story.howToDiscuss,
      },
      conditions: named('condition', story.conditions),
      studyAdvice: named('study-advice', story.studyAdvice),
      careerSummary: { ...story.careerSummary, topExperiences: story.careerSummary.topExperiences.map(itemId) },
      careerFile: {
        reflections: Object.entries(story.reflections).map(([competence, [level, text]]) => ({
          competence: competence as CareerCompetence,
          text,
          level,
        })),
        experiences: named('experience', story.experiences),
        talks: named('career-talk', story.talks),
      },
      plusDocument: { items: named('plus-item', story.plusDocument) },
    },
  }
}

const approval = ([who, at]: Yes): world.WorldApproval => ({ ...who, at })
const paragraph = ([author, at, text]: Paragraph): world.WorldParagraph => ({ author, at, text })

function consent(id: string, student: world.Person, told: ToldConsent, season: Season): world.WorldConsent {
  const [first, last] = [told.approvals[0], told.approvals.at(-1)]
  if (!first || !last) throw new RangeError(`${student.subject} started a consent without a yes`)
  return {
    id,
    institution: told.institution,
    groups: told.groups,
    purpose: told.purpose,
    state: told.stopped ? 'REVOKED' : told.waits ? 'PENDING_APPROVAL' : 'GRANTED',
    leftOut: [],
    startedBy: student,
    createdAt: first[1],
    grantedAt: told.waits ? null : last[1],
    expiresAt: season.expiresAt,
    endedAt: told.stopped?.[1] ?? null,
    endedBy: told.stopped?.[0] ?? null,
    request: null,
    approvals: told.approvals.map(approval),
  }
}

function application(
  id: (kind: string, name: string) => string,
  name: string,
  told: ToldApplication,
  season: Season,
): world.WorldApplication {
  const messages = told.messages.map(([status, at]) => ({ status, at }))
  const [first, last] = [messages[0], messages.at(-1)]
  if (!first || !last) throw new RangeError(`application ${name} has no message`)
  const { summary, questions, support, agreements } = told.preparation
  return {
    id: id('application', name),
    institution: told.institution,
    programme: told.programme,
    status: last.status,
    appliedAt: first.at,
    startYear: season.startYear,
    talkAt: null,
    enrolledAt: last.status === 'ENROLLED' ? last.at : null,
    messages,
    preparation: {
      SUMMARY: summary.map(paragraph),
      QUESTIONS: questions.map(paragraph),
      SUPPORT: support.map(paragraph),
      AGREEMENTS: agreements.map(paragraph),
    },
  }
}
