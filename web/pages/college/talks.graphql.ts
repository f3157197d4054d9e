// Printed by generate.ts; do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../../graphql/schema.ts';

import type { TypedDocumentNode as DocumentNode } from 'urql';
import { gql } from 'urql';
export type MyApplicantsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type MyApplicantsQuery = { dossiers: { edges: Array<{ node: { id: string, identity: { callName: string | null, initials: string, surnamePrefix: string | null, surname: string } | null, applications: Array<{ id: string, status: Types.ApplicationStatus, appliedAt: string, startYear: number, talkAt: string | null, talkProposedAt: string | null, programme: { name: string } }> | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };


export const MyApplicants = /*#__PURE__*/ gql`
    query MyApplicants($after: String) {
  dossiers(first: 100, after: $after) {
    edges {
      node {
        id
        identity {
          callName
          initials
          surnamePrefix
          surname
        }
        applications {
          id
          status
          appliedAt
          startYear
          talkAt
          talkProposedAt
          programme {
            name
          }
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    ` as unknown as DocumentNode<MyApplicantsQuery, MyApplicantsQueryVariables>;