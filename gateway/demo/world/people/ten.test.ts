import { ageOn, amsterdam, dayIn } from '@doorstroomhub/kit/calendar.ts'
import { expect, test } from 'vitest'
import { datesFrom } from '../dates.ts'
import { moments } from '../days.testing.ts'
import { faultsIn, idsOf } from '../faults.testing.ts'
import type { WorldDossier } from '../types.ts'
import { ten } from './ten.ts'

const on = (now: Date): Record<string, WorldDossier> =>
  Object.fromEntries(ten(datesFrom(now)).map((dossier) => [dossier.subject, dossier]))

/** What an institution may see by consent, as `INSTITUTION purpose: groups`. */
const shared = (dossier: WorldDossier | undefined): string[] =>
  (dossier?.consents ?? [])
    .filter(({ state }) => state === 'GRANTED')
    .map(({ institution, purpose, groups }) => `${institution} ${purpose}: ${groups.join(' ')}`)

const states = (dossier: WorldDossier | undefined): string =>
  (dossier?.consents ?? []).map(({ state }) => state).join(' ')

test('the ten are sound at the first, middle and last moment of every day', () => {
  for (const now of moments) {
    const when = now.toISOString()
    expect([when, ...ten(datesFrom(now)).flatMap((dossier) => faultsIn(dossier, now))]).toEqual([when])
  }
})

test('each is as old as the story says, on every day', () => {
  for (const now of moments) {
    const { mees, ...others } = on(now)
    expect(Object.entries(others).map(([name, { birthDate }]) => `${name} ${ageOn(birthDate, now)}`)).toEqual([
      ...['noor 15', 'sem 16', 'fatima 18', 'daan 17', 'yara 17', 'tim 16', 'lotte 19', 'eva 18', 'jay 18'],
    ])
    expect([16, 17, 18, 19]).toContain(ageOn(mees?.birthDate ?? '', now))
    expect(mees?.birthDate).toMatch(/-02-29$/)
  }
})

test('each shares what the story says, on every day', () => {
  const talk = (brin: string, ...groups: string[]): string => `${brin} INTAKE_TALK: ${groups.join(' ')}`
  for (const now of moments) {
    const people = on(now)
    expect(Object.fromEntries(Object.entries(people).map(([name, dossier]) => [name, shared(dossier)]))).toEqual({
      noor: [talk('01VB', 'IDENTITY', 'ACCOMMODATIONS', 'CAREER_SUMMARY', 'INTAKE_PREPARATION')],
      sem: [],
      fatima: [talk('02DE', 'IDENTITY', 'CAREER_SUMMARY')],
      daan: [],
      yara: [talk('01VB', 'IDENTITY', 'ACCOMMODATIONS')],
      tim: [talk('01VB', 'IDENTITY')],
      lotte: ['01VB', '02DE'].map((brin) =>
        talk(brin, 'IDENTITY', 'ACCOMMODATIONS', 'CAREER_SUMMARY', 'PLUS_DOCUMENT', 'INTAKE_PREPARATION'),
      ),
      mees: [talk('02DE', 'IDENTITY')],
      eva: [],
      jay: [],
    })
    expect(Object.fromEntries(Object.entries(people).map(([name, { status }]) => [name, status]))).toEqual({
      ...{ noor: 'SHARED', sem: 'APPROVED', fatima: 'SHARED', daan: 'APPROVED', yara: 'SHARED' },
      ...{ tim: 'SHARED', lotte: 'SHARED', mees: 'SHARED', eva: 'APPROVED', jay: 'ENROLLED' },
    })
  }
})

test('what is not shared is so for the reason of the story', () => {
  for (const now of moments) {
    const { noor, sem, daan, lotte, eva, jay } = on(now)
    expect(states(noor)).toBe('GRANTED PENDING_APPROVAL')
    expect(noor?.consents[1]).toMatchObject({ groups: ['CONDITION'], purpose: 'SUPPORT_ARRANGEMENT' })
    expect(states(sem)).toBe('PENDING_APPROVAL')
    expect(sem?.numberStatement?.subject).toBe('sem')
    expect(states(daan)).toBe('REVOKED')
    expect(daan?.consents[0]?.approvals.at(-1)?.subject).toBe('mother-of-daan')
    expect(daan?.consents[0]?.endedBy?.subject).toBe('father-of-daan')
    expect(states(lotte)).toBe('GRANTED GRANTED REVOKED')
    expect(lotte?.consents[2]?.institution).toBe('03GH')
    expect([eva?.consents, jay?.consents]).toEqual([[], []])
    expect(jay?.applications[0]?.status).toBe('ENROLLED')
    expect(jay?.numberStatement?.subject).toBe('jay')
  }
})

test('Fatima’s mother agreed while she could and lost her authority on the 18th birthday', () => {
  for (const now of moments) {
    const { fatima } = on(now)
    const mother = fatima?.parties.find(({ role }) => role === 'GUARDIAN')
    const consent = fatima?.consents[0]
    expect(dayIn(mother?.until ?? new Date(0))).toBe(dayIn(now).replace(/-02-29$/, '-02-28'))
    expect(consent?.approvals.map(({ role }) => role)).toEqual(['STUDENT', 'GUARDIAN'])
    expect(ageOn(fatima?.birthDate ?? '', consent?.grantedAt ?? now)).toBe(17)
  }
})

test('Tim applied on 2 April, a day late, and Mees in the last minute of 1 April of their start year', () => {
  for (const now of moments) {
    const { tim, mees } = on(now)
    const deadline = (dossier: WorldDossier | undefined): Date => amsterdam(dossier?.startYear ?? 0, 4, 1, 23, 59, 59)
    const applied = (dossier: WorldDossier | undefined): Date => dossier?.applications[0]?.appliedAt ?? new Date(0)
    expect(dayIn(applied(tim))).toBe(`${tim?.startYear}-04-02`)
    expect(applied(tim) > deadline(tim)).toBe(true)
    expect(deadline(mees).getTime() - applied(mees).getTime()).toBe(59_000)
    expect(now.getTime() - deadline(mees).getTime()).toBeLessThan(368 * 86_400_000)
  }
})

test('every group of every one of the ten is filled, whatever is shared', () => {
  for (const { subject, content, applications } of ten(datesFrom(new Date('2026-11-24T12:00:00Z')))) {
    const { support, careerFile, careerSummary, contact } = content ?? {}
    const filled: Record<string, unknown> = {
      contact: contact?.email && contact.phone && contact.address,
      needs: support?.needs.length,
      strengths: support?.strengths.length,
      currentSupport: support?.currentSupport.length,
      howToDiscuss: support?.howToDiscuss,
      conditions: content?.conditions.length,
      studyAdvice: content?.studyAdvice.length,
      summary: careerSummary?.topExperiences.length && careerSummary.aboutMe,
      reflections: careerFile?.reflections.length === 5,
      experiences: (careerFile?.experiences.length ?? 0) > 2,
      talks: careerFile?.talks.length,
      plusDocument: (content?.plusDocument.items.length ?? 0) > 1,
      preparation: applications.every(({ preparation }) =>
        Object.values(preparation).every(({ length }) => length > 0),
      ),
    }
    expect({ subject, empty: Object.keys(filled).filter((group) => !filled[group]) }).toEqual({ subject, empty: [] })
  }
})

test('no two of the ten say the same thing', () => {
  const texts = ten(datesFrom(new Date('2026-11-24T12:00:00Z'))).flatMap(({ content, applications }) => [
    content?.careerSummary?.aboutMe,
    ...(content?.careerFile.reflections ?? []).map(({ text }) => text),
    ...(content?.careerFile.experiences ?? []).map(({ learned }) => learned),
    ...(content?.conditions ?? []).map(({ explanation }) => explanation),
    ...applications.flatMap(({ preparation }) => Object.values(preparation).flat()).map(({ text }) => text),
  ])
  expect(new Set(texts).size).toBe(texts.length)
})

test('ids and numbers stay the same on any day, and no two are alike', () => {
  const facts = (now: Date): string[] => [
    ...ten(datesFrom(now)).flatMap(idsOf),
    ...ten(datesFrom(now)).map(({ content }) => content?.personalNumber.number ?? ''),
  ]
  const today = facts(new Date('2026-11-24T12:00:00Z'))
  expect(new Set(today).size).toBe(today.length)
  expect(facts(new Date('2031-04-02T22:00:00Z'))).toEqual(today)
})
