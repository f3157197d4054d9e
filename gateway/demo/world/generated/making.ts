import { ageOn } from '@doorstroomhub/kit/calendar.ts'
import type { DossierStatus, SchoolLevel } from '@doorstroomhub/consent/rules/words.ts'
import type { Dates, Season } from '../dates.ts'
import type { Person, WorldApproval } from '../types.ts'
import type { Interest } from '../words/interest.ts'
import { between } from './draw.ts'

/** When things happened, in days before today: what came later has a smaller number. */
export interface Course {
  created: number
  consulted: number
  ready: number
  approved: number
  applied: number
  prepared: number
  granted: number
}

/** What the parts of one generated dossier share. */
export interface Making {
  dates: Dates
  season: Season
  status: DossierStatus
  course: Course
  interest: Interest
  level: SchoolLevel
  birthDate: string
  student: Person
  guardian: Person
  mentor: Person
  id(kind: string, name: string | number): string
}

const opening: readonly DossierStatus[] = ['DRAFT', 'IN_CONSULTATION', 'READY', 'APPROVED']

/** Whether a dossier of this status came at least as far as one of the first four. */
export const reached = (status: DossierStatus, step: DossierStatus): boolean =>
  !opening.includes(status) || opening.indexOf(status) >= opening.indexOf(step)

/** The earliest first consent, in days before today: negative where it is still to come. */
const EARLIEST: Partial<Record<DossierStatus, number>> = { DRAFT: -65, IN_CONSULTATION: -45, READY: -17 }

/** Draws when things happened to a dossier of this status. */
export function courseOf(status: DossierStatus): Course {
  const granted = between(EARLIEST[status] ?? 25, 60) + (status === 'CLOSED' ? 365 : 0)
  return {
    created: granted + 70,
    consulted: granted + 50,
    ready: granted + 30,
    approved: granted + 28,
    applied: granted + 20,
    prepared: Math.max(granted + 12, 1),
    granted,
  }
}

/** Who had to agree so many days ago: under 18 the student and the guardian, then the student alone. */
export function agreed({ dates, birthDate, student, guardian }: Making, days: number): WorldApproval[] {
  const own = { ...student, at: dates.at(days, '16:10') }
  const theirs = { ...guardian, at: dates.at(days, '20:25') }
  return ageOn(birthDate, theirs.at) < 18 ? [own, theirs] : [own]
}
