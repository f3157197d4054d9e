// Printed by generate.ts; do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../../graphql/schema.ts';

import type { TypedDocumentNode as DocumentNode } from 'urql';
import { gql } from 'urql';
export type MyPassportQueryVariables = Exact<{ [key: string]: never; }>;


export type MyPassportQuery = { dossiers: { edges: Array<{ node: { id: string, status: Types.DossierStatus, identity: { callName: string | null, surnamePrefix: string | null, surname: string } | null, careerSummary: { aboutMe: string | null, strengths: Array<string>, drives: Array<string>, jobInterest: string | null, chosenProgrammes: Array<string>, questionForIntaker: string | null, comments: Array<{ id: string, itemId: string | null, text: string, at: string, author: { name: string, role: Types.Role } }>, topExperiences: Array<{ id: string }> } | null, careerFile: { reflections: Array<{ competence: Types.CareerCompetence, text: string }>, experiences: Array<{ id: string, title: string, kind: Types.ExperienceKind, place: string | null, learned: string | null }> } | null } }> } };

export type SaveMyPassportMutationVariables = Exact<{
  input: Types.SaveCareerSummaryInput;
}>;


export type SaveMyPassportMutation = { saveCareerSummary: { id: string, careerSummary: { aboutMe: string | null, topExperiences: Array<{ id: string }> } | null } };


export const MyPassport = /*#__PURE__*/ gql`
    query MyPassport {
  dossiers(first: 1) {
    edges {
      node {
        id
        status
        identity {
          callName
          surnamePrefix
          surname
        }
        careerSummary {
          comments {
            id
            itemId
            text
            at
            author {
              name
              role
            }
          }
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
          reflections {
            competence
            text
          }
          experiences {
            id
            title
            kind
            place
            learned
          }
        }
      }
    }
  }
}
    ` as unknown as DocumentNode<MyPassportQuery, MyPassportQueryVariables>;
export const SaveMyPassport = /*#__PURE__*/ gql`
    mutation SaveMyPassport($input: SaveCareerSummaryInput!) {
  saveCareerSummary(input: $input) {
    id
    careerSummary {
      aboutMe
      topExperiences {
        id
      }
    }
  }
}
    ` as unknown as DocumentNode<SaveMyPassportMutation, SaveMyPassportMutationVariables>;