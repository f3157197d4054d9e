// Printed by generate.ts; do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from 'urql';
import { gql } from 'urql';
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

/** The twelve groups for which consent is given and reading is judged. */
export type FieldGroup =
  | 'ACCOMMODATIONS'
  | 'APPLICATION_STATUS'
  | 'CAREER_FILE'
  | 'CAREER_SUMMARY'
  | 'CONDITION'
  | 'CONTACT'
  | 'IDENTITY'
  | 'INTAKE_PREPARATION'
  | 'PERSONAL_NUMBER'
  | 'PLUS_DOCUMENT'
  | 'SHARING'
  | 'STUDY_ADVICE';

/** What the mbo reads for (GDPR art. 5.1.b): header `x-purpose`. */
export type Purpose =
  | 'ENROLMENT_ADMIN'
  | 'INTAKE_TALK'
  | 'STUDY_START'
  | 'SUPPORT_ARRANGEMENT';

/** The five statutory statuses (WEB 8.0.2). */
export type ApplicationStatus =
  | 'APPLIED'
  | 'CONTRACT_OFFERED'
  | 'ENROLLED'
  | 'NOT_ENROLLED'
  | 'WITHDRAWN';

/** Where a consent stands; a final state never reopens. */
export type ConsentState =
  | 'ENDED'
  | 'EXPIRED'
  | 'GRANTED'
  | 'LAPSED'
  | 'PENDING_APPROVAL'
  | 'REFUSED'
  | 'REVOKED';

/** What a viewer may do with a dossier now. */
export type DossierAction =
  | 'ACCEPT_TALK'
  | 'APPROVE'
  | 'APPROVE_CONSENT'
  | 'END_TALK'
  | 'ERASE'
  | 'GIVE_CONSENT'
  | 'GIVE_NUMBER_STATEMENT'
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

export type MyDossierAtAGlanceQueryVariables = Exact<{ [key: string]: never; }>;


export type MyDossierAtAGlanceQuery = { dossiers: { edges: Array<{ node: { id: string, status: DossierStatus, version: number, paused: boolean, can: Array<DossierAction>, identity: { callName: string | null } | null, contact: { email: string | null, phone: string | null } | null, accommodations: { needs: Array<{ id: string }> } | null, careerSummary: { aboutMe: string | null } | null, careerFile: { experiences: Array<{ id: string }>, reflections: Array<{ id: string }> } | null, plusDocument: { items: Array<{ id: string }> } | null, studyAdvice: Array<{ id: string, version: number, acceptedVersion: number | null }> | null, approvals: Array<{ version: number, by: { name: string, role: Role } }> | null, applications: Array<{ id: string, status: ApplicationStatus, talkAt: string | null, talkProposedAt: string | null, institution: { brin: string, name: string }, programme: { name: string } }> | null, consents: Array<{ id: string, groups: Array<FieldGroup>, purpose: Purpose, state: ConsentState, institution: { brin: string, name: string } }> | null, consentRequests: Array<{ id: string, groups: Array<FieldGroup>, purpose: Purpose, institution: { brin: string, name: string } }> | null } }> } };


export const MyDossierAtAGlance = /*#__PURE__*/ gql`
    query MyDossierAtAGlance {
  dossiers(first: 1) {
    edges {
      node {
        id
        status
        version
        paused
        can
        identity {
          callName
        }
        contact {
          email
          phone
        }
        accommodations {
          needs {
            id
          }
        }
        careerSummary {
          aboutMe
        }
        careerFile {
          experiences {
            id
          }
          reflections {
            id
          }
        }
        plusDocument {
          items {
            id
          }
        }
        studyAdvice {
          id
          version
          acceptedVersion
        }
        approvals {
          by {
            name
            role
          }
          version
        }
        applications {
          id
          institution {
            brin
            name
          }
          programme {
            name
          }
          status
          talkAt
          talkProposedAt
        }
        consents {
          id
          institution {
            brin
            name
          }
          groups
          purpose
          state
        }
        consentRequests {
          id
          institution {
            brin
            name
          }
          groups
          purpose
        }
      }
    }
  }
}
    ` as unknown as DocumentNode<MyDossierAtAGlanceQuery, MyDossierAtAGlanceQueryVariables>;