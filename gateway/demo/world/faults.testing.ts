import { ageOn, dayIn } from '@doorstroomhub/kit/calendar.ts'
import * as portfolio from '@doorstroomhub/career-portfolio/entities.ts'
import type { DossierStatus, FieldGroup, Role, SectionKey } from '@doorstroomhub/consent/rules/words.ts'
import * as consentWords from '@doorstroomhub/consent/rules/words.ts'
import * as person from '@doorstroomhub/person/entities.ts'
import { isBsn, isOnderwijsnummer } from '@doorstroomhub/person/number.ts'
import * as support from '@doorstroomhub/support-needs/entities.ts'
import { allowedGroups } from './agreements.ts'
import { organisation } from './region.ts'
import type { WorldApproval, WorldConsent, WorldContent, WorldDossier } from './types.ts'

/** The moves of a dossier (domain §7). */
const moves: Record<string, readonly DossierStatus[]> = {
  null: ['DRAFT'],
  DRAFT: ['IN_CONSULTATION', 'ENROLLED', 'ERASED'],
  IN_CONSULTATION: ['DRAFT', 'READY', 'ENROLLED', 'ERASED'],
  READY: ['APPROVED', 'DRAFT', 'ENROLLED', 'ERASED'],
  APPROVED: ['SHARED', 'DRAFT', 'ENROLLED', 'ERASED'],
  SHARED: ['APPROVED', 'IN_INTAKE', 'ENROLLED', 'ERASED'],
  IN_INTAKE: ['SHARED', 'ENROLLED', 'ERASED'],
  ENROLLED: ['CLOSED', 'ERASED'],
  CLOSED: ['ERASED'],
}

/** Who may write a section (domain §8). */
const writers: Record<SectionKey, readonly Role[]> = {
  SUMMARY: ['STUDENT', 'MENTOR'],
  QUESTIONS: ['STUDENT', 'MENTOR', 'INTAKER'],
  SUPPORT: ['STUDENT', 'MENTOR', 'CARE_COORDINATOR'],
  AGREEMENTS: ['STUDENT', 'INTAKER'],
}

const DAY = 86_400_000
const FINAL = ['NOT_ENROLLED', 'WITHDRAWN', 'ENROLLED']

/** Everything that is not as the domain says, in words; empty when a dossier is sound at this moment. */
export function faultsIn(dossier: WorldDossier, now: Date): string[] {
  const faults: string[] = []
  const expect = (holds: boolean, otherwise: string): void => {
    if (!holds) faults.push(`${dossier.subject}: ${otherwise}`)
  }
  const inOrder = (times: readonly (Date | null)[], what: string): void => {
    const known = times.filter((time) => time !== null)
    expect(
      known.every((time, nth) => nth === 0 || time >= (known[nth - 1] as Date)),
      `${what} run backwards`,
    )
  }
  /** Whether those who agreed by then are those who had to (domain §5, BOTH_UNTIL_18). */
  const enough = (approvals: readonly WorldApproval[]): boolean => {
    const last = approvals.at(-1)
    if (!last) return false
    const minor = ageOn(dossier.birthDate, last.at) < 18
    return approvals.map(({ role }) => role).join() === (minor ? 'STUDENT,GUARDIAN' : 'STUDENT')
  }

  // The dossier itself.
  const { statusHistory: history, status, parties } = dossier
  expect(consentWords.DOSSIER_STATUSES.includes(status), 'an unknown status')
  expect(consentWords.SCHOOL_LEVELS.includes(dossier.schoolLevel), 'an unknown level')
  expect(organisation(dossier.homeSchool).kind === 'VO', 'a home school that is none')
  expect(organisation(dossier.homeSchool).region === dossier.region, 'a school in another region')
  expect(/^GM\d{4}$/.test(dossier.municipality.code), 'a wrong municipality')
  expect(history[0]?.at.getTime() === dossier.createdAt.getTime(), 'a history that begins at another time')
  expect(history.at(-1)?.to === status, 'a history that ends elsewhere')
  inOrder([...history.map(({ at }) => at), now], 'statuses')
  history.forEach(({ from, to }, nth) => {
    expect(from === (history[nth - 1]?.to ?? null), `a gap in the history before ${to}`)
    expect(moves[String(from)]?.includes(to) ?? false, `moved from ${from} to ${to}`)
  })
  const been = (step: DossierStatus): boolean => history.some(({ to }) => to === step)
  if (status !== 'ERASED') {
    expect(enough(dossier.approvals) === been('APPROVED'), 'approvals that do not fit its status')
    const minor = ageOn(dossier.birthDate, now) < 18
    const guardians = parties.filter(({ role }) => role === 'GUARDIAN')
    expect(!minor || guardians.length > 0, 'a minor without a guardian')
    expect(
      guardians.every(({ until }) => (until === null) === minor),
      'a guardian whose authority ended at another time',
    )
    expect(parties.filter(({ role }) => role === 'MENTOR').length === 1, 'no mentor, or two')
    expect(parties.filter(({ subject }) => subject === dossier.subject).length === 1, 'a student who is no party')
    expect(
      parties.every(
        ({ role, brin }) => brin === (role === 'STUDENT' || role === 'GUARDIAN' ? null : dossier.homeSchool),
      ),
      'a party of another school',
    )
  }
  const statement = dossier.numberStatement
  if (statement) {
    const age = ageOn(dossier.birthDate, statement.at)
    expect(
      age < 16 ? statement.role === 'GUARDIAN' : age < 18 || statement.role === 'STUDENT',
      'a statement by the wrong one',
    )
    expect(statement.at < now, 'a statement still to come')
  }

  // Applications.
  for (const application of dossier.applications) {
    const statuses = application.messages.map((message) => message.status)
    expect(organisation(application.institution).kind === 'MBO', 'an application at no institution')
    expect(/^\d{5}$/.test(application.programme.crebo), 'a wrong crebo')
    inOrder([dossier.createdAt, application.appliedAt, ...application.messages.map(({ at }) => at), now], 'messages')
    expect(statuses[0] === 'APPLIED' && statuses.at(-1) === application.status, 'an application of another status')
    expect(
      statuses.slice(0, -1).every((one) => !FINAL.includes(one)),
      'a message after a final one',
    )
    expect((application.status === 'ENROLLED') === (application.enrolledAt !== null), 'enrolled at no time')
    expect(application.talkAt === null || status === 'IN_INTAKE', 'a talk outside the intake')
    for (const key of consentWords.SECTION_KEYS) {
      for (const { author, at, text } of application.preparation[key]) {
        expect(text.length > 10, `an empty paragraph in ${key}`)
        expect(at > application.appliedAt && at < now, `a paragraph of another time in ${key}`)
        expect(writers[key].includes(author.role), `a ${author.role} wrote in ${key}`)
        const known = parties.some(({ subject, role }) => subject === author.subject && role === author.role)
        const invited = dossier.consents.some(
          (one) =>
            one.institution === author.brin &&
            one.institution === application.institution &&
            one.groups.includes('INTAKE_PREPARATION') &&
            one.grantedAt !== null &&
            one.grantedAt < at &&
            (one.endedAt === null || at < one.endedAt),
        )
        expect(author.role === 'INTAKER' ? invited : known, `${author.subject} wrote in ${key} without being let in`)
      }
    }
  }
  const enrolled = dossier.applications.some((application) => application.status === 'ENROLLED')
  expect(enrolled === (status === 'ENROLLED' || status === 'CLOSED'), 'enrolled in one place and not in the other')

  // Consents and requests.
  const active = (consent: WorldConsent): boolean => consent.state === 'GRANTED' && consent.expiresAt > now
  const anyActive = dossier.consents.some(active)
  if (status === 'SHARED' || status === 'IN_INTAKE') expect(anyActive, 'shared with nobody')
  if (anyActive) expect(['SHARED', 'IN_INTAKE', 'ENROLLED'].includes(status), 'shared while it is not')
  if (status === 'IN_INTAKE') {
    expect(
      dossier.consents.some((one) => active(one) && one.purpose === 'INTAKE_TALK'),
      'an intake without consent',
    )
  }
  for (const consent of dossier.consents) {
    const what = `consent for ${consent.institution}`
    const application = dossier.applications.find(({ institution }) => institution === consent.institution)
    const student = dossier.subject
    expect(application !== undefined && application.appliedAt < consent.createdAt, `${what} before an application`)
    expect(consentWords.CONSENT_STATES.includes(consent.state), `${what} of an unknown state`)
    expect(consent.groups.length > 0 && new Set(consent.groups).size === consent.groups.length, `${what} of no group`)
    expect(
      consent.startedBy.subject === student && consent.approvals[0]?.subject === student,
      `${what} not by the student`,
    )
    inOrder([dossier.createdAt, consent.createdAt, consent.grantedAt, consent.endedAt, now], what)
    expect(consent.expiresAt > (consent.grantedAt ?? consent.createdAt), `${what} that began expired`)
    expect(dayIn(consent.expiresAt).endsWith('-10-01'), `${what} that expires on another day`)
    const waiting = ['PENDING_APPROVAL', 'REFUSED', 'LAPSED'].includes(consent.state)
    expect((consent.grantedAt === null) === waiting, `${what} granted or not, against its state`)
    expect(enough(consent.approvals) !== waiting, `${what} with other approvals than needed`)
    expect(
      (consent.endedAt === null) === ['GRANTED', 'PENDING_APPROVAL'].includes(consent.state),
      `${what} that ended or not, against its state`,
    )
    if (consent.state === 'GRANTED') expect(consent.expiresAt > now, `${what} that should have expired`)
    if (consent.state === 'EXPIRED') expect(consent.expiresAt <= now, `${what} that expired too soon`)
    if (consent.state === 'ENDED') expect(FINAL.includes(application?.status ?? ''), `${what} that ended for no reason`)
    if (consent.state === 'PENDING_APPROVAL') {
      expect(now.getTime() - consent.createdAt.getTime() < 14 * DAY, `${what} that should have lapsed`)
      expect(ageOn(dossier.birthDate, now) < 18, `${what} that waits for nobody`)
    }
    const allowed = allowedGroups(organisation(consent.institution).region, consent.purpose)
    for (const group of consent.groups) {
      // Lotte's plus document is closed to Vakcollege Delta all the same (domain §11).
      const story = dossier.subject === 'lotte' && consent.institution === '02DE' && group === 'PLUS_DOCUMENT'
      expect(allowed.includes(group as FieldGroup) || story, `${what} for ${group}, outside the agreement`)
    }
    const request = dossier.requests.find(({ id }) => id === consent.request)
    expect(consent.request === null || request?.outcome === 'ANSWERED', `${what} that answers no request`)
  }
  for (const request of dossier.requests) {
    const application = dossier.applications.find(({ institution }) => institution === request.institution)
    expect(application !== undefined && application.appliedAt < request.askedAt, 'a request before an application')
    inOrder([request.askedAt, request.answeredAt, now], 'a request')
    expect(
      (request.answeredAt === null) === (request.outcome === 'OPEN'),
      'a request answered or not, against its outcome',
    )
    expect(
      (request.outcome === 'ANSWERED') === dossier.consents.some((consent) => consent.request === request.id),
      'a request and its consent apart',
    )
  }

  expect((dossier.content === null) === (status === 'ERASED'), 'content, erased or not')
  if (dossier.content) faults.push(...contentFaults(dossier, dossier.content, now, been('READY')))
  return faults
}

function contentFaults(dossier: WorldDossier, content: WorldContent, now: Date, ready: boolean): string[] {
  const faults: string[] = []
  const expect = (holds: boolean, otherwise: string): void => {
    if (!holds) faults.push(`${dossier.subject}: ${otherwise}`)
  }
  const today = dayIn(now)
  const { identity, personalNumber, contact, support: needed, careerFile, plusDocument } = content
  expect(identity.birthDate === dossier.birthDate, 'two birth dates')
  expect(
    /^([A-Z]|Chr|Th)\.([A-Z]\.|Th\.)*$/u.test(identity.initials.normalize('NFD').replace(/\p{M}/gu, '')),
    `initials ${identity.initials}`,
  )
  expect(person.GENDERS.includes(identity.gender), 'an unknown gender')
  expect(identity.surname.length > 1 && identity.surname.trim() === identity.surname, `surname ${identity.surname}`)
  const whole = [identity.callName, identity.surnamePrefix, identity.surname].filter(Boolean).join(' ')
  expect(
    dossier.parties.find(({ role }) => role === 'STUDENT')?.name === whole,
    `the name ${whole} is another as party`,
  )
  expect(person.NUMBER_KINDS.includes(personalNumber.kind), 'a number of an unknown kind')
  const passes = personalNumber.kind === 'BSN' ? isBsn : isOnderwijsnummer
  expect(passes(personalNumber.number), 'a number that does not pass')
  expect(contact.email === null || contact.email.endsWith('.example'), 'an e-mail address that could be real')
  expect(contact.phone === null || contact.phone.startsWith('06 0'), 'a phone number that could be real')
  expect(contact.address === null || /^[1-9]\d{3} ?[A-Z]{2}$/.test(contact.address.postcode), 'a wrong postcode')
  for (const need of needed.needs) {
    expect(support.SUPPORT_AREAS.includes(need.area), 'an unknown area')
    expect(need.level === null || support.SUPPORT_LEVELS.includes(need.level), 'an unknown level of support')
    expect(need.accommodations.length > 0, 'a need that nothing helps')
    expect(
      need.accommodations.every((one) => support.ACCOMMODATIONS.includes(one)),
      'an unknown accommodation',
    )
  }
  expect(
    needed.howToDiscuss === null || support.DISCUSS_PREFERENCES.includes(needed.howToDiscuss),
    'an unknown way to discuss',
  )
  for (const advice of content.studyAdvice) {
    const { version, acceptedVersion: accepted } = advice
    expect(accepted === null ? !ready : accepted <= version, 'advice that was not accepted before it was ready')
    expect(
      dossier.parties.some(
        ({ subject, role }) => subject === advice.author.subject && role !== 'GUARDIAN' && role !== 'STUDENT',
      ),
      'advice by somebody else',
    )
  }
  const experiences = new Set(careerFile.experiences.map(({ id }) => id))
  expect(
    content.careerSummary?.topExperiences.every((id) => experiences.has(id)) ?? true,
    'a top experience that is none',
  )
  for (const experience of careerFile.experiences) {
    expect(portfolio.EXPERIENCE_KINDS.includes(experience.kind), 'an unknown kind of experience')
    expect(experience.from <= (experience.to ?? today), 'an experience that ended before it began')
    expect((experience.to ?? experience.from) <= today, 'an experience still to come')
    expect(
      experience.competencies.every((one) => portfolio.CAREER_COMPETENCIES.includes(one)),
      'an unknown competence',
    )
  }
  for (const { competence, level } of careerFile.reflections) {
    expect(portfolio.CAREER_COMPETENCIES.includes(competence), 'a reflection on an unknown competence')
    expect(level >= 1 && level <= 4, 'a level outside 1 to 4')
  }
  expect(
    careerFile.talks.every(({ date }) => date <= today),
    'a career talk still to come',
  )
  expect(
    plusDocument.items.every(({ category }) => portfolio.PLUS_CATEGORIES.includes(category)),
    'an unknown category',
  )
  const items = new Set([...needed.needs, ...careerFile.experiences, ...plusDocument.items].map(({ id }) => id))
  for (const { leftOut } of dossier.consents) {
    expect(
      leftOut.every((id) => items.has(id)),
      'an item left out that there is not',
    )
  }
  return faults
}

/** Every id of an item, row or thing in a dossier. */
export function idsOf(dossier: WorldDossier): string[] {
  const { content } = dossier
  return [
    dossier.id,
    ...[dossier.applications, dossier.consents, dossier.requests].flat().map(({ id }) => id),
    ...(content
      ? [
          ...[content.support.needs, content.conditions, content.studyAdvice, content.plusDocument.items].flat(),
          ...[content.careerFile.experiences, content.careerFile.talks].flat(),
        ].map(({ id }) => id)
      : []),
  ]
}
