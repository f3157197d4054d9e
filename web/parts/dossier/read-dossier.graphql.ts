// Printed by generate.ts; do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from 'urql';
import { gql } from 'urql';
/** The five career competencies. */
export type CareerCompetence =
  /** Loopbaansturing: what will I do? */
  | 'CAREER_DIRECTION'
  /** Motievenreflectie: what matters to me? */
  | 'MOTIVES'
  /** Netwerken: who can help me? */
  | 'NETWORKING'
  /** Kwaliteitenreflectie: what can I do best? */
  | 'QUALITIES'
  /** Werkexploratie: which work fits me? */
  | 'WORK_EXPLORATION';

/** What sort of experience. */
export type ExperienceKind =
  | 'COURSE'
  | 'INTERNSHIP'
  | 'JOB'
  | 'OPEN_DAY'
  | 'PROJECT'
  | 'TRIAL_DAY'
  | 'VOLUNTEERING';

/** In which role somebody acts. */
export type Role =
  | 'ADMINISTRATOR'
  | 'CARE_COORDINATOR'
  | 'GUARDIAN'
  | 'INTAKER'
  | 'MENTOR'
  | 'MUNICIPALITY'
  | 'PARTNER'
  | 'REGION_ANALYST'
  | 'STUDENT';

/** What it was about. */
export type PlusCategory =
  | 'ART_AND_MUSIC'
  | 'CARE'
  | 'LANGUAGE'
  | 'NATURE'
  | 'SCHOOL'
  | 'SPORT'
  | 'TECHNOLOGY'
  | 'VOLUNTEERING';

/** The five statutory statuses (WEB 8.0.2). */
export type ApplicationStatus =
  | 'APPLIED'
  | 'CONTRACT_OFFERED'
  | 'ENROLLED'
  | 'NOT_ENROLLED'
  | 'WITHDRAWN';

/** What a viewer may do with a dossier now. */
export type DossierAction =
  | 'ACCEPT_TALK'
  | 'APPROVE'
  | 'APPROVE_CONSENT'
  | 'END_TALK'
  | 'ERASE'
  | 'GIVE_CONSENT'
  | 'GIVE_NUMBER_STATEMENT'
  | 'INVITE'
  | 'MOVE_TO_CONSULTATION'
  | 'MOVE_TO_DRAFT'
  | 'MOVE_TO_READY'
  | 'PAUSE'
  | 'PROPOSE_TALK'
  | 'REFUSE_REQUEST'
  | 'REPORT_APPLICATION_STATUS'
  | 'REQUEST_CONSENT'
  | 'RESUME'
  | 'REVOKE_CONSENT';

/** Where the dossier stands (domain §7). */
export type DossierStatus =
  | 'APPROVED'
  | 'CLOSED'
  | 'DRAFT'
  | 'ENROLLED'
  | 'ERASED'
  | 'IN_CONSULTATION'
  | 'IN_INTAKE'
  | 'READY'
  | 'SHARED';

/** Level of the mbo programme. */
export type MboLevel =
  | 'ENTREE'
  | 'LEVEL_2'
  | 'LEVEL_3'
  | 'LEVEL_4';

/** Level of secondary education. */
export type SchoolLevel =
  | 'HAVO'
  | 'PRO'
  | 'VAVO'
  | 'VMBO_BB'
  | 'VMBO_GL'
  | 'VMBO_KB'
  | 'VMBO_TL'
  | 'VSO';

/** School-based (BOL) or work-based (BBL). */
export type Route =
  | 'BBL'
  | 'BOL';

/** The four sections: about me, questions for the talk, what helps me, agreements. */
export type SectionKey =
  | 'AGREEMENTS'
  | 'QUESTIONS'
  | 'SUMMARY'
  | 'SUPPORT';

/** What you may do in a section. */
export type SectionAccess =
  | 'NONE'
  | 'READ'
  | 'WRITE';

/** As registered (OSO codes 0, 1, 2). */
export type Gender =
  | 'FEMALE'
  | 'MALE'
  | 'UNKNOWN';

/** BSN, or the onderwijsnummer of who has none. */
export type PersonalNumberKind =
  | 'BSN'
  | 'ONDERWIJSNUMMER';

/** What helps: an adjustment that a school can make. */
export type Accommodation =
  | 'ADAPTED_TIMETABLE'
  | 'BREAKS'
  | 'EXTRA_TIME'
  | 'FIXED_COACH'
  | 'HEARING_EQUIPMENT'
  | 'LAPTOP'
  | 'LARGER_PRINT'
  | 'OTHER'
  | 'PLANNING_HELP'
  | 'QUIET_ROOM'
  | 'READ_ALOUD_SOFTWARE'
  | 'SMALL_GROUP'
  | 'TALK_BEFORE_TEST'
  | 'WHEELCHAIR_ACCESS';

/** How the student wants to talk about it at the intake talk. */
export type DiscussPreference =
  | 'MENTOR_FOR_ME'
  | 'MYSELF'
  | 'PREFER_NOT'
  | 'TOGETHER_WITH_MENTOR';

/** Where support is needed. NONE says in so many words that nothing is. */
export type SupportArea =
  | 'BEHAVIOUR'
  | 'CONCENTRATION'
  | 'DUTCH_AS_SECOND_LANGUAGE'
  | 'ENERGY_ILLNESS'
  | 'FEAR_OF_FAILURE'
  | 'HEARING'
  | 'HOME_SITUATION'
  | 'MOBILITY'
  | 'NONE'
  | 'NUMERACY'
  | 'OTHER'
  | 'PLANNING'
  | 'READING_SPELLING'
  | 'SOCIAL'
  | 'VISION';

/** How much support. */
export type SupportLevel =
  | 'INTENSIVE'
  | 'LIGHT'
  | 'MEDIUM';

export type ReadDossierQueryVariables = Exact<{
  id: string;
}>;


export type ReadDossierQuery = { dossier: { id: string, status: DossierStatus, version: number, paused: boolean, can: Array<DossierAction>, identity: { initials: string, surnamePrefix: string | null, surname: string, callName: string | null, birthDate: string, gender: Gender, leavingLevel: SchoolLevel | null, municipality: { code: string, name: string } | null, leavingSchool: { brin: string, name: string } | null } | null, personalNumber: { masked: string, kind: PersonalNumberKind, statementGiven: boolean } | null, contact: { email: string | null, phone: string | null, address: { street: string, houseNumber: string, postcode: string, city: string } | null } | null, accommodations: { strengths: Array<string>, currentSupport: Array<string>, howToDiscuss: DiscussPreference | null, needs: Array<{ id: string, area: SupportArea, level: SupportLevel | null, accommodations: Array<Accommodation> }> } | null, conditions: Array<{ id: string, name: string | null, explanation: string | null, ownView: string | null, statement: { title: string, issuedBy: string | null, issuedOn: string | null, expiresOn: string | null } | null }> | null, studyAdvice: Array<{ id: string, text: string, version: number, acceptedVersion: number | null, ownView: string | null, author: { name: string, role: Role, organisation: { name: string } | null } }> | null, careerSummary: { aboutMe: string | null, strengths: Array<string>, drives: Array<string>, jobInterest: string | null, chosenProgrammes: Array<string>, questionForIntaker: string | null, topExperiences: Array<{ id: string, title: string, kind: ExperienceKind, place: string | null, learned: string | null }>, comments: Array<{ id: string, at: string, itemId: string | null, text: string, author: { name: string, role: Role } }> } | null, careerFile: { reflections: Array<{ id: string, competence: CareerCompetence, level: number | null, text: string }>, experiences: Array<{ id: string, title: string, kind: ExperienceKind, place: string | null, from: string | null, to: string | null, learned: string | null, competencies: Array<CareerCompetence> }>, talks: Array<{ id: string, date: string, with: string, summary: string, nextStep: string | null }>, comments: Array<{ id: string, at: string, itemId: string | null, text: string, author: { name: string, role: Role } }> } | null, plusDocument: { items: Array<{ id: string, title: string, category: PlusCategory, year: number | null, description: string | null }>, comments: Array<{ id: string, at: string, itemId: string | null, text: string, author: { name: string, role: Role } }> } | null, applications: Array<{ id: string, status: ApplicationStatus, appliedAt: string, onTime: boolean, startYear: number, talkAt: string | null, talkProposedAt: string | null, institution: { brin: string, name: string }, programme: { crebo: string, name: string, level: MboLevel, route: Route }, messages: Array<{ id: string, at: string, status: ApplicationStatus, supersedes: string | null }>, intakePreparation: { id: string, sections: Array<{ key: SectionKey, access: SectionAccess, text: string | null, updatedAt: string | null }> } | null }> | null } | null };


export const ReadDossier = /*#__PURE__*/ gql`
    query ReadDossier($id: ID!) {
  dossier(id: $id) {
    id
    status
    version
    paused
    can
    identity {
      initials
      surnamePrefix
      surname
      callName
      birthDate
      gender
      municipality {
        code
        name
      }
      leavingSchool {
        brin
        name
      }
      leavingLevel
    }
    personalNumber {
      masked
      kind
      statementGiven
    }
    contact {
      email
      phone
      address {
        street
        houseNumber
        postcode
        city
      }
    }
    accommodations {
      needs {
        id
        area
        level
        accommodations
      }
      strengths
      currentSupport
      howToDiscuss
    }
    conditions {
      id
      name
      explanation
      ownView
      statement {
        title
        issuedBy
        issuedOn
        expiresOn
      }
    }
    studyAdvice {
      id
      text
      version
      acceptedVersion
      ownView
      author {
        name
        role
        organisation {
          name
        }
      }
    }
    careerSummary {
      aboutMe
      strengths
      drives
      jobInterest
      chosenProgrammes
      questionForIntaker
      topExperiences {
        id
        title
        kind
        place
        learned
      }
      comments {
        id
        at
        itemId
        text
        author {
          name
          role
        }
      }
    }
    careerFile {
      reflections {
        id
        competence
        level
        text
      }
      experiences {
        id
        title
        kind
        place
        from
        to
        learned
        competencies
      }
      talks {
        id
        date
        with
        summary
        nextStep
      }
      comments {
        id
        at
        itemId
        text
        author {
          name
          role
        }
      }
    }
    plusDocument {
      items {
        id
        title
        category
        year
        description
      }
      comments {
        id
        at
        itemId
        text
        author {
          name
          role
        }
      }
    }
    applications {
      id
      status
      appliedAt
      onTime
      startYear
      talkAt
      talkProposedAt
      institution {
        brin
        name
      }
      programme {
        crebo
        name
        level
        route
      }
      messages {
        id
        at
        status
        supersedes
      }
      intakePreparation {
        id
        sections {
          key
          access
          text
          updatedAt
        }
      }
    }
  }
}
    ` as unknown as DocumentNode<ReadDossierQuery, ReadDossierQueryVariables>;