import { describe, expect, test } from 'vitest'
import { relationOf } from '../rules/decide.ts'
import type { Facts } from '../rules/facts.ts'
import { asker, consent, facts, MBO, NOW } from '../rules/facts.testing.ts'
import { CHANGE_KINDS, type ChangeKind } from './entities.ts'
import { mayKnow } from './reading.ts'
import type { FeedChange } from './rows.ts'

const change = (kind: ChangeKind, institution: string | null): FeedChange => ({
  tx: '1',
  id: '1',
  at: NOW,
  kind,
  dossierId: 'dossier',
  applicationId: null,
  institution,
  fromStatus: null,
  toStatus: null,
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
