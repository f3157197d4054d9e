import { ageOn, amsterdam } from '@doorstroomhub/kit/calendar.ts'
import type { DossierStatus, SchoolLevel } from '@doorstroomhub/consent/rules/words.ts'
import { vechtdalCollege } from '../organisations.ts'
import type { Dates } from './dates.ts'
import { turns } from './dates.ts'
import { contentOf, needsOf, preparationOf } from './generated/content.ts'
import { beginDraws, between, chance, firstName, nameFor, pick, surname, weighed } from './generated/draw.ts'
import type { Making } from './generated/making.ts'
import { agreed, courseOf, reached } from './generated/making.ts'
import { intakerOf, sharingOf } from './generated/sharing.ts'
import type { Sharing } from './generated/sharing.ts'
import { idOf } from './ids.ts'
import { municipalitiesOf, organisation, regions, voSchools } from './region.ts'
import type { Person, WorldApproval, WorldDossier, WorldParty, WorldStatusChange } from './types.ts'
import { makingWork } from './words/making-work.ts'
import { moreSurnames } from './words/names.ts'
import { peopleWork } from './words/people-work.ts'

/** How many dossiers can be generated: each has a personal number of its own. */
export const MOST = 1_000_000

const statuses: readonly { weight: number; value: DossierStatus }[] = [
  { weight: 14, value: 'DRAFT' },
  { weight: 12, value: 'IN_CONSULTATION' },
  { weight: 9, value: 'READY' },
  { weight: 15, value: 'APPROVED' },
  { weight: 24, value: 'SHARED' },
  { weight: 9, value: 'IN_INTAKE' },
  { weight: 12, value: 'ENROLLED' },
  { weight: 4, value: 'CLOSED' },
  { weight: 1, value: 'ERASED' },
]
const levels: readonly { weight: number; value: SchoolLevel }[] = [
  { weight: 5, value: 'PRO' },
  { weight: 4, value: 'VSO' },
  { weight: 18, value: 'VMBO_BB' },
  { weight: 26, value: 'VMBO_KB' },
  { weight: 8, value: 'VMBO_GL' },
  { weight: 28, value: 'VMBO_TL' },
  { weight: 8, value: 'HAVO' },
  { weight: 3, value: 'VAVO' },
]
/** The ages at which pupils of a level leave. */
const ages: Record<SchoolLevel, [number, number]> = {
  PRO: [16, 18],
  VSO: [16, 19],
  VMBO_BB: [15, 17],
  VMBO_KB: [15, 17],
  VMBO_GL: [15, 17],
  VMBO_TL: [15, 17],
  HAVO: [16, 18],
  VAVO: [18, 19],
}
const interests = [...peopleWork, ...makingWork]
/** Prefixes in front of a surname of the Dutch list, such as in `van der Meulen`. */
const PREFIX = /^((?:van|de|den|der|het|in|op|ten|ter|’t|'t)(?: |$))+/i

/**
 * The generated dossier with this index, any below a million: the same on every machine for the same day.
 * The regions take turns, so that each gets as many.
 */
export function generate(
  index: number,
  dates: Dates,
  among: readonly string[] = regions.map(({ code }) => code),
): WorldDossier {
  const region = among[index % among.length]
  if (!Number.isInteger(index) || index < 0 || index >= MOST || region === undefined) {
    throw new RangeError(`there is no generated dossier ${index}`)
  }
  beginDraws(index)
  const school = pick(voSchools.filter((one) => one.region === region && one !== vechtdalCollege))
  const municipality = pick(municipalitiesOf(region))
  const sex = pick(['female', 'male'] as const)
  const callName = firstName(sex)
  const name = chance(0.25) ? pick(moreSurnames) : surname()
  const making = begin(index, dates, { name: `${callName} ${name}`, family: name, school: school.brin })
  const { status, course, student } = making
  const needs = needsOf()
  const sharing = sharingOf(making, region, among)
  const erased = status === 'ERASED'
  const createdAt = dates.at(course.created, '10:15')
  const approvals = reached(status, 'APPROVED') ? agreed(making, course.approved) : []
  const prefix = PREFIX.exec(name)?.[0].trim() ?? null
  return {
    id: idOf('dossier', student.subject),
    subject: student.subject,
    status,
    version: 1,
    paused: status === 'SHARED' && chance(0.05),
    homeSchool: school.brin,
    region,
    birthDate: making.birthDate,
    municipality: { code: municipality.code, name: municipality.name },
    schoolLevel: making.level,
    startYear: making.season.startYear,
    createdAt,
    parties: erased ? [] : partiesOf(making, createdAt),
    approvals: erased ? [] : approvals,
    numberStatement: erased ? null : statementOf(making),
    applications: sharing.applications.map((application) => ({
      ...application,
      preparation: preparationOf(making, application, sharing.consents, needs),
    })),
    consents: sharing.consents,
    requests: sharing.requests,
    statusHistory: historyOf(making, createdAt, approvals, sharing),
    content: erased
      ? null
      : contentOf(making, {
          index,
          callName,
          prefix,
          surname: prefix === null ? name : name.slice(prefix.length + 1),
          gender: chance(0.03) ? 'UNKNOWN' : sex === 'female' ? 'FEMALE' : 'MALE',
          municipality,
          school: school.brin,
          needs,
          programmes: sharing.applications.map(
            ({ programme, institution }) => `${programme.name}, ${organisation(institution).name}`,
          ),
        }),
  }
}

function begin(index: number, dates: Dates, drawn: { name: string; family: string; school: string }): Making {
  const subject = `leerling-${index}`
  const status = weighed(statuses)
  const level = weighed(levels)
  // A mentor for every few dozen pupils of a school.
  const group = Math.floor(index / 200)
  const lastYear = dates.season.startYear - 1
  const parent = firstName(pick(['female', 'male'] as const))
  return {
    dates,
    season: status === 'CLOSED' ? { startYear: lastYear, expiresAt: amsterdam(lastYear, 10, 1) } : dates.season,
    status,
    course: courseOf(status),
    interest: pick(interests),
    level,
    birthDate: dates.born(between(...ages[level]), between(0, 364)),
    student: { subject, name: drawn.name, role: 'STUDENT', brin: null },
    guardian: {
      subject: `ouder-${index}`,
      name: `${parent} ${chance(0.7) ? drawn.family : surname()}`,
      role: 'GUARDIAN',
      brin: null,
    },
    mentor: {
      subject: `mentor-${drawn.school.toLowerCase()}-${group}`,
      name: nameFor(group * 31 + voSchools.findIndex(({ brin }) => brin === drawn.school)),
      role: 'MENTOR',
      brin: drawn.school,
    },
    id: (kind, thing) => idOf(kind, `${subject}/${thing}`),
  }
}

function partiesOf({ birthDate, dates, student, guardian, mentor }: Making, since: Date): WorldParty[] {
  const eighteen = turns(birthDate, 18)
  const parties: WorldParty[] = [{ ...student, since, until: null }]
  if (eighteen > since) parties.push({ ...guardian, since, until: eighteen <= dates.at(0, '00:00') ? eighteen : null })
  parties.push({ ...mentor, since, until: null })
  if (chance(0.15)) {
    const school = voSchools.findIndex(({ brin }) => brin === mentor.brin)
    const subject = `zorg-${mentor.brin?.toLowerCase()}`
    parties.push({
      subject,
      name: nameFor(school + 200),
      role: 'CARE_COORDINATOR',
      brin: mentor.brin,
      since,
      until: null,
    })
  }
  return parties
}

function statementOf({ status, course, dates, birthDate, student, guardian }: Making): WorldApproval | null {
  const needed = status === 'ENROLLED' || status === 'CLOSED'
  if (!needed && !(reached(status, 'READY') && chance(0.7))) return null
  const at = dates.at(course.ready, '20:30')
  const age = ageOn(birthDate, at)
  return { ...(age < 16 || (age < 18 && chance(0.5)) ? guardian : student), at }
}

function historyOf(making: Making, createdAt: Date, approvals: WorldApproval[], sharing: Sharing): WorldStatusChange[] {
  const { status, course, dates, student, mentor } = making
  const history: WorldStatusChange[] = []
  const move = (to: DossierStatus, at: Date, by: Person): void => {
    const { subject, name, role, brin } = by
    history.push({ from: history.at(-1)?.to ?? null, to, at, by: { subject, name, role, brin } })
  }
  move('DRAFT', createdAt, mentor)
  if (reached(status, 'IN_CONSULTATION')) move('IN_CONSULTATION', dates.at(course.consulted, '13:20'), student)
  if (reached(status, 'READY')) move('READY', dates.at(course.ready, '16:10'), student)
  const approval = approvals.at(-1)
  if (approval) move('APPROVED', approval.at, approval)
  const [consent] = sharing.consents
  if (consent?.grantedAt) {
    move('SHARED', consent.grantedAt, consent.approvals.at(-1) ?? student)
    if (status === 'APPROVED' && consent.endedAt) move('APPROVED', consent.endedAt, consent.endedBy ?? student)
  }
  const [application] = sharing.applications
  if (status === 'IN_INTAKE') move('IN_INTAKE', dates.at(course.granted - 10, '12:00'), student)
  if (application?.enrolledAt) move('ENROLLED', application.enrolledAt, intakerOf(application.institution))
  if (status === 'CLOSED') move('CLOSED', dates.at(between(5, 60), '09:00'), mentor)
  if (status === 'ERASED') move('ERASED', dates.at(course.granted - between(1, 20), '19:00'), student)
  return history
}
