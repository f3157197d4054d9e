// Printed by generate.ts; do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../../graphql/schema.ts';

import type { TypedDocumentNode as DocumentNode } from 'urql';
import { gql } from 'urql';
export type MyDossierAtAGlanceQueryVariables = Exact<{ [key: string]: never; }>;


export type MyDossierAtAGlanceQuery = { dossiers: { edges: Array<{ node: { id: string, status: Types.DossierStatus, version: number, paused: boolean, pausedBecause: Types.PauseReason | null, can: Array<Types.DossierAction>, parties: Array<{ name: string, role: Types.Role }> | null, identity: { callName: string | null } | null, contact: { email: string | null, phone: string | null, address: { city: string } | null } | null, accommodations: { strengths: Array<string>, currentSupport: Array<string>, howToDiscuss: Types.DiscussPreference | null, needs: Array<{ id: string }> } | null, careerSummary: { aboutMe: string | null, strengths: Array<string>, drives: Array<string>, jobInterest: string | null, chosenProgrammes: Array<string>, questionForIntaker: string | null, topExperiences: Array<{ id: string }> } | null, careerFile: { experiences: Array<{ id: string }>, reflections: Array<{ id: string }>, talks: Array<{ id: string }> } | null, plusDocument: { items: Array<{ id: string }> } | null, studyAdvice: Array<{ id: string, version: number, acceptedVersion: number | null }> | null, approvals: Array<{ version: number, by: { name: string, role: Types.Role } }> | null, applications: Array<{ id: string, status: Types.ApplicationStatus, talkAt: string | null, talkProposedAt: string | null, institution: { brin: string, name: string }, programme: { name: string } }> | null, consents: Array<{ id: string, groups: Array<Types.FieldGroup>, purpose: Types.Purpose, state: Types.ConsentState, institution: { brin: string, name: string } }> | null, consentRequests: Array<{ id: string, open: boolean, groups: Array<Types.FieldGroup>, purpose: Types.Purpose, institution: { brin: string, name: string } }> | null } }> } };


export const MyDossierAtAGlance = /*#__PURE__*/ gql`
    query MyDossierAtAGlance {
  dossiers(first: 1) {
    edges {
      node {
        id
        status
        version
        paused
        pausedBecause
        can
        parties {
          name
          role
        }
        identity {
          callName
        }
        contact {
          email
          phone
          address {
            city
          }
        }
        accommodations {
          needs {
            id
          }
          strengths
          currentSupport
          howToDiscuss
        }
        careerSummary {
          aboutMe
          strengths
          drives
          topExperiences {
            id
          }
          jobInterest
          chosenProgrammes
          questionForIntaker
        }
        careerFile {
          experiences {
            id
          }
          reflections {
            id
          }
          talks {
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
          open
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