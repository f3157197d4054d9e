import type { FieldGroup, SectionAccess, SectionKey } from './words.ts'

/**
 * The table of domain §4, said once: the referee, the pages' `can`, the rooms, exports and tests all read it here.
 *
 * `R` reads, `RW` reads and writes, `-` nothing. `shared` reads when the student shared this group with that party inside
 * the school or the family. `comment` reads and may comment. For the mbo: `C` with active consent, `E` after official
 * enrolment, `E*` after enrolment where the agreement says RIGHT_OF_ACCESS, `G` after enrolment in a logged
 * special-guidance case, `statement` after enrolment when the number statement was given, `status` the statutory channel,
 * `own` its own requests and consents.
 */
export type Cell = '-' | 'R' | 'RW' | 'shared' | 'comment' | 'accept' | 'decide' | 'which'
export type MboCell = 'C / E' | 'C / E*' | 'C / G' | 'statement' | 'status' | 'own' | 'sections'

interface Line {
  student: Cell
  guardianUnder16: Cell
  guardian: Cell
  mentor: Cell
  careCoordinator: Cell
  mbo: MboCell
}

const line = (
  student: Cell,
  guardianUnder16: Cell,
  guardian: Cell,
  mentor: Cell,
  careCoordinator: Cell,
  mbo: MboCell,
): Line => ({ student, guardianUnder16, guardian, mentor, careCoordinator, mbo })

export const TABLE: Readonly<Record<Exclude<FieldGroup, 'INTAKE_PREPARATION'>, Line>> = {
  //                       student   guardian<16  guardian 16-17  mentor     care coord.  mbo
  IDENTITY: /*          */ line('R', 'R', /*    */ 'R', /*      */ 'RW', /* */ 'R', /*  */ 'C / E'),
  PERSONAL_NUMBER: /*   */ line('R', 'R', /*    */ '-', /*      */ 'R', /*  */ '-', /*  */ 'statement'),
  CONTACT: /*           */ line('RW', 'R', /*   */ 'R', /*      */ 'R', /*  */ 'R', /*  */ 'C / E'),
  ACCOMMODATIONS: /*    */ line('RW', 'R', /*   */ 'shared', /* */ 'RW', /* */ 'RW', /* */ 'C / E*'),
  CONDITION: /*         */ line('RW', 'R', /*   */ 'shared', /* */ 'shared', 'RW', /*   */ 'C / G'),
  STUDY_ADVICE: /*      */ line('accept', 'R', '-', /*          */ 'RW', /* */ 'RW', /* */ 'C / E*'),
  CAREER_SUMMARY: /*    */ line('RW', 'R', /*   */ '-', /*      */ 'comment', '-', /*   */ 'C / E'),
  CAREER_FILE: /*       */ line('RW', 'R', /*   */ 'shared', /* */ 'comment', '-', /*   */ 'C / E*'),
  PLUS_DOCUMENT: /*     */ line('RW', 'R', /*   */ '-', /*      */ 'comment', '-', /*   */ 'C / E*'),
  APPLICATION_STATUS: /**/ line('R', 'R', /*    */ 'R', /*      */ 'R', /*  */ 'R', /*  */ 'status'),
  SHARING: /*           */ line('RW', 'RW', /*  */ 'decide', /* */ 'which', 'which', /* */ 'own'),
}

/** A section's audience (domain §8). `shared` and `involved` read or write when the condition holds. */
interface SectionLine {
  student: SectionAccess
  guardianUnder16: SectionAccess
  mentor: SectionAccess | 'shared'
  careCoordinator: SectionAccess | 'if support is open'
  intaker: SectionAccess
  /** The groups whose consent the intaker needs for this section. */
  needs: readonly FieldGroup[]
}

export const SECTIONS: Readonly<Record<SectionKey, SectionLine>> = {
  SUMMARY: {
    student: 'WRITE',
    guardianUnder16: 'READ',
    mentor: 'WRITE',
    careCoordinator: 'NONE',
    intaker: 'READ',
    needs: ['INTAKE_PREPARATION'],
  },
  QUESTIONS: {
    student: 'WRITE',
    guardianUnder16: 'READ',
    mentor: 'WRITE',
    careCoordinator: 'NONE',
    intaker: 'WRITE',
    needs: ['INTAKE_PREPARATION'],
  },
  SUPPORT: {
    student: 'WRITE',
    guardianUnder16: 'READ',
    mentor: 'shared',
    careCoordinator: 'WRITE',
    intaker: 'READ',
    needs: ['INTAKE_PREPARATION', 'ACCOMMODATIONS'],
  },
  AGREEMENTS: {
    student: 'WRITE',
    guardianUnder16: 'READ',
    mentor: 'READ',
    careCoordinator: 'if support is open',
    intaker: 'WRITE',
    needs: ['INTAKE_PREPARATION'],
  },
}
