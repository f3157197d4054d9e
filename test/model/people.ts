import type { Purpose, Role } from '@doorstroomhub/consent/rules/words.ts'
import type { Asking, Viewer } from '@doorstroomhub/kit/viewer.ts'
import { randomUUID } from 'node:crypto'

/** Somebody in the story. */
export interface Person {
  name: string
  viewer: Viewer
}

/** The places of one story. */
export interface Places {
  school: string
  /** The two institutions, each with its region; the school stands in the first one's. */
  institutions: readonly [Institution, Institution]
}
export interface Institution {
  brin: string
  name: string
  region: string
}

/** Everybody who plays a part, and some who must have none. */
export interface Cast {
  student: Person
  guardians: readonly Person[]
  mentor: Person
  careCoordinator: Person
  intakers: readonly [Person, Person]
  colleague: Person
  partner: Person
  municipality: Person
  administrator: Person
  analyst: Person
  /** A student, a guardian, a mentor of another school and a municipality's officer who have nothing to do with it. */
  strangers: readonly Person[]
  everybody: readonly Person[]
}

export const HOME_MUNICIPALITY = 'GM0193'
export const OTHER_MUNICIPALITY = 'GM0166'

const SCOPES = ['dossier:read', 'status:write', 'feed:read', 'number:read'] as const

/** The people of one story; `tag` makes their accounts its own, `scopes` are two bits too few or enough for the partner. */
export function castOf(
  tag: string,
  { school, institutions }: Places,
  options: { guardians: number; scopes: number },
): Cast {
  const person = (name: string, role: Role, more: Partial<Viewer> = {}): Person => ({
    name,
    viewer: {
      subject: `${name.replaceAll(' ', '-')}-${tag}`,
      name,
      role,
      organisation: null,
      region: null,
      municipality: null,
      scopes: [],
      ...more,
    },
  })
  const at = (brin: string, name: string, kind: string) => ({ organisation: { brin, name, kind } })
  const [first, second] = institutions
  const vo = at(school, 'the school', 'VO')
  const mbo = ({ brin, name }: Institution) => at(brin, name, 'MBO')
  const cast = {
    student: person('noor', 'STUDENT'),
    guardians: [person('father', 'GUARDIAN'), person('mother', 'GUARDIAN')].slice(0, options.guardians),
    mentor: person('joris', 'MENTOR', vo),
    careCoordinator: person('amira', 'CARE_COORDINATOR', vo),
    intakers: [person('marieke', 'INTAKER', mbo(first)), person('karim', 'INTAKER', mbo(second))] as const,
    colleague: person('officer of first', 'INTAKER', mbo(first)),
    partner: person('system of first', 'PARTNER', {
      ...mbo(first),
      scopes: SCOPES.filter((_, index) => index > 1 || (options.scopes & (1 << index)) === 0),
    }),
    municipality: person('zwolle', 'MUNICIPALITY', { municipality: HOME_MUNICIPALITY }),
    administrator: person('beheer', 'ADMINISTRATOR'),
    analyst: person('ilse', 'REGION_ANALYST', { region: first.region }),
    strangers: [
      person('other student', 'STUDENT'),
      person('other father', 'GUARDIAN'),
      person('other mentor', 'MENTOR', vo),
      person('kampen', 'MUNICIPALITY', { municipality: OTHER_MUNICIPALITY }),
    ],
  }
  return {
    ...cast,
    everybody: [
      cast.student,
      ...cast.guardians,
      cast.mentor,
      cast.careCoordinator,
      ...cast.intakers,
      cast.colleague,
      cast.partner,
      cast.municipality,
      cast.administrator,
      cast.analyst,
      ...cast.strangers,
    ],
  }
}

/** One question as the gateway would pass it on. */
export const asking = ({ viewer }: Person, purpose: Purpose | null): Asking => ({
  viewer,
  purpose,
  requestId: randomUUID(),
  language: 'en',
})
