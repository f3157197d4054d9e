// Printed by generate.ts; do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from 'urql';
import { gql } from 'urql';
export type TakeAlongQueryVariables = Exact<{
  id: string;
}>;


export type TakeAlongQuery = { dossier: { id: string, careerSummary: { aboutMe: string | null } | null, applications: Array<{ id: string, institution: { brin: string, name: string }, intakePreparation: { id: string, versions: Array<{ id: string, number: number }> } | null }> | null } | null };


export const TakeAlong = /*#__PURE__*/ gql`
    query TakeAlong($id: ID!) {
  dossier(id: $id) {
    id
    careerSummary {
      aboutMe
    }
    applications {
      id
      institution {
        brin
        name
      }
      intakePreparation {
        id
        versions {
          id
          number
        }
      }
    }
  }
}
    ` as unknown as DocumentNode<TakeAlongQuery, TakeAlongQueryVariables>;