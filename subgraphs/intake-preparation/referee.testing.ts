import type { Judge } from '@doorstroomhub/kit/judge.ts'
import type { Asking } from '@doorstroomhub/kit/viewer.ts'
import type { Role } from './entities.ts'
import { SECTION_KEYS, type SectionAccess, type SectionKey } from './sections.ts'

/** What one person may do, as the referee would say it. */
export type Access = Partial<Record<SectionKey, SectionAccess>> | 'closed'

/** A referee whose decisions a test sets and changes: the rooms are tested against the interface, the real one in test/. */
export interface TestReferee {
  judge: Judge
  /** Counted per dossier; grows with every change. */
  rights: number
  /** How often it was asked. */
  asked: number
  /** The lines that it would have written: subject and group. */
  log: string[]
  failing: boolean
  let(subject: string, access: Access): void
  /** From now on this dossier is none of this person's business. */
  forget(subject: string): void
}

export function testReferee(dossierId: string): TestReferee {
  const people = new Map<string, Access>()
  // As the real one: what was read for one operation is not read again in it.
  const known = new WeakMap<Asking, Access | undefined>()
  const referee: TestReferee = {
    rights: 1,
    asked: 0,
    log: [],
    failing: false,
    let: (subject, access) => {
      people.set(subject, access)
      referee.rights += 1
    },
    forget: (subject) => {
      people.delete(subject)
      referee.rights += 1
    },
    judge: async (asking, _subgraph, asks) => {
      referee.asked += 1
      if (referee.failing) throw new Error('the referee is away')
      const subject = asking.viewer?.subject ?? ''
      const access = known.has(asking) ? known.get(asking) : people.get(subject)
      known.set(asking, access)
      return asks.map(({ groups }) => {
        if (access === undefined) return { related: false, dossierId: null, relation: null, groups: {} }
        for (const group of groups) if (access !== 'closed') referee.log.push(`${subject} ${group}`)
        const answer = {
          allowed: access !== 'closed',
          basis: access === 'closed' ? null : 'CONSENT',
          leftOut: [],
          facts: access === 'closed' ? {} : { sections: access, rights: referee.rights },
        }
        const relation = asking.viewer?.role === 'INTAKER' ? 'MBO' : (asking.viewer?.role ?? null)
        return {
          related: true,
          dossierId,
          relation,
          groups: Object.fromEntries(groups.map((group) => [group, answer])),
        }
      })
    },
  }
  return referee
}

/** Write everywhere. */
export const everything: Access = Object.fromEntries(SECTION_KEYS.map((key) => [key, 'WRITE']))

/** An asker as the gateway proves one. */
export function asker(subject: string, role: Role, name = subject): Asking {
  return {
    viewer: { subject, name, role, organisation: null, region: null, municipality: null, scopes: [] },
    purpose: 'INTAKE_TALK',
    requestId: `test-${subject}`,
    language: 'nl',
  }
}
