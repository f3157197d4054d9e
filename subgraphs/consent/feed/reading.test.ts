import { describe, expect, test } from 'vitest'
import { relationOf } from '../rules/decide.ts'
import type { Facts } from '../rules/facts.ts'
import { asker, consent, enrolled, facts, MBO, NOW } from '../rules/facts.testing.ts'
import { CHANGE_KINDS, type ChangeKind } from './entities.ts'
import { mayKnow } from './reading.ts'
import type { FeedChange } from './rows.ts'

const change = (kind: ChangeKind, institution: string | null, more: Partial<FeedChange> = {}): FeedChange => ({
  tx: '1',
  id: '1',
  at: NOW,
  kind,
  dossierId: 'dossier',
  applicationId: null,
  institution,
  fromStatus: null,
  toStatus: null,
  groups: kind === 'CONTENT' ? ['IDENTITY'] : null,
  grounds: ['consent', 'application'],
  ...more,
})
/** What this reader hears of, of the changes of one dossier: without an institution, of the reader's own, of another. */
function heard(who: ReturnType<typeof asker>, more: Partial<Facts> = {}): string[] {
  const one = facts(more)
  const relation = relationOf(one, who, NOW)
  return CHANGE_KINDS.flatMap((kind) =>
    [null, MBO, '02DE']
      .filter((institution) => mayKnow(change(kind, institution), relation, one, who, NOW))
      .map((institution) => `${kind} ${institution ?? '-'}`),
  )
}
const all = CHANGE_KINDS.flatMap((kind) => [`${kind} -`, `${kind} ${MBO}`, `${kind} 02DE`])
const shared = { consents: [consent(['IDENTITY'])] }
const OWN = [`APPLICATION_STATUS ${MBO}`, `TALK ${MBO}`]

describe('the change feed', () => {
  test.each(['STUDENT', 'GUARDIAN', 'MENTOR', 'CARE_COORDINATOR'] as const)('%s hears all of the dossier', (role) => {
    expect(heard(asker(role))).toEqual(all)
  })
  test('a municipality hears of applications alone', () => {
    expect(heard(asker('MUNICIPALITY'), shared)).toEqual(['-', MBO, '02DE'].map((one) => `APPLICATION_STATUS ${one}`))
  })
  test.each([
    ['nothing is shared', {}],
    ['sharing is paused', { ...shared, paused: true }],
    ['the agreement is gone', { ...shared, agreement: null }],
    ['the consent was withdrawn', { consents: [consent(['IDENTITY'], { state: 'REVOKED' as const })] }],
  ])('an institution hears of its own applications alone while %s', (_name, more) => {
    expect(heard(asker('INTAKER'), more)).toEqual(OWN)
  })
  test('an institution hears nothing that is about another one, also while something is open to it', () => {
    const found = heard(asker('INTAKER'), shared)
    expect(found.filter((one) => one.endsWith('02DE'))).toEqual([])
    expect(found).toContain('CONTENT -')
    expect(found).toEqual(expect.arrayContaining(OWN))
  })
  describe('of sharing and of what is written an institution hears', () => {
    const knows = (one: FeedChange, more: Partial<Facts>) => {
      const [known, who] = [facts(more), asker('INTAKER')]
      return mayKnow(one, relationOf(known, who, NOW), known, who, NOW)
    }
    const sharing = (more: Partial<FeedChange> = {}) => change('SHARING', MBO, more)
    const content = (more: Partial<FeedChange> = {}) => change('CONTENT', null, more)
    test('on the consent by which it could know then and can now', () => {
      expect(knows(sharing(), shared)).toBe(true)
      expect(knows(content(), shared)).toBe(true)
    })
    test.each([null, [], ['an older consent']])('and not when it could not know then: %s', (grounds) => {
      expect(knows(sharing({ grounds }), shared)).toBe(false)
      expect(knows(content({ grounds }), shared)).toBe(false)
    })
    test('never of a pause, a statement or who came in: that is about no institution', () => {
      expect(knows(change('SHARING', null), shared)).toBe(false)
    })
    test.each([null, [], ['CONDITION'] as const])('not of what is closed to it: %s', (groups) => {
      expect(knows(content({ groups }), shared)).toBe(false)
    })
    test('on its enrolment of what that opens', () => {
      expect(knows(content(), enrolled)).toBe(true)
      expect(knows(content({ groups: ['CONDITION'] }), enrolled)).toBe(false)
      expect(knows(content({ grounds: ['consent'] }), enrolled)).toBe(false)
      expect(knows(content(), { ...enrolled, paused: true })).toBe(false)
    })
  })
  test('a partner system hears the same with the scope feed:read, and nothing without', () => {
    expect(heard(asker('PARTNER'), shared)).toEqual(heard(asker('INTAKER'), shared))
    expect(heard(asker('PARTNER', { scopes: ['dossier:read', 'status:write'] }), shared)).toEqual([])
  })
  test.each(['REGION_ANALYST', 'ADMINISTRATOR'] as const)('%s hears nothing', (role) => {
    expect(heard(asker(role), shared)).toEqual([])
  })
  test('nobody hears of a dossier that was erased', () => {
    for (const role of ['STUDENT', 'MENTOR', 'INTAKER', 'MUNICIPALITY'] as const)
      expect(heard(asker(role), { ...shared, status: 'ERASED' }), role).toEqual([])
  })
})
