// Printed by generate.ts; do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../../graphql/schema.ts';

import type { TypedDocumentNode as DocumentNode } from 'urql';
import { gql } from 'urql';
export type ResidentsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type ResidentsQuery = { dossiers: { edges: Array<{ node: { id: string, applications: Array<{ id: string, startYear: number, status: Types.ApplicationStatus, onTime: boolean, institution: { brin: string, name: string }, programme: { name: string, level: Types.MboLevel }, messages: Array<{ id: string, at: string, status: Types.ApplicationStatus, supersedes: string | null }> }> | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };


export const Residents = /*#__PURE__*/ gql`
    query Residents($after: String) {
  dossiers(first: 50, after: $after) {
    edges {
      node {
        id
        applications {
          id
          institution {
            brin
            name
          }
          programme {
            name
            level
          }
          startYear
          status
          onTime
          messages {
            id
            at
            status
            supersedes
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
    ` as unknown as DocumentNode<ResidentsQuery, ResidentsQueryVariables>;