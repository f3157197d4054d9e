// Printed by generate.ts; do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../../graphql/schema.ts';

import type { TypedDocumentNode as DocumentNode } from 'urql';
import { gql } from 'urql';
export type MyPupilsQueryVariables = Exact<{
  after?: string | null | undefined;
  filter?: Types.DossierFilter | null | undefined;
}>;


export type MyPupilsQuery = { dossiers: { edges: Array<{ node: { id: string, status: Types.DossierStatus, paused: boolean, parties: Array<{ name: string, role: Types.Role }> | null, applications: Array<{ id: string, status: Types.ApplicationStatus, institution: { brin: string, name: string } }> | null, consents: Array<{ id: string, institution: { brin: string } }> | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };


export const MyPupils = /*#__PURE__*/ gql`
    query MyPupils($after: String, $filter: DossierFilter) {
  dossiers(first: 100, after: $after, filter: $filter) {
    edges {
      node {
        id
        status
        paused
        parties {
          name
          role
        }
        applications {
          id
          status
          institution {
            brin
            name
          }
        }
        consents {
          id
          institution {
            brin
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
    ` as unknown as DocumentNode<MyPupilsQuery, MyPupilsQueryVariables>;