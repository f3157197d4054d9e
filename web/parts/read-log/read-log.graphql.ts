// Printed by generate.ts; do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../../graphql/schema.ts';

import type { TypedDocumentNode as DocumentNode } from 'urql';
import { gql } from 'urql';
export type ReadLogPageQueryVariables = Exact<{
  id: string;
  after?: string | null | undefined;
}>;


export type ReadLogPageQuery = { dossier: { id: string, readLog: { edges: Array<{ cursor: string, node: { at: string, reader: string, role: Types.Role, groups: Array<Types.FieldGroup>, purpose: Types.Purpose | null, basis: Types.LegalBasis, organisation: { name: string } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null } | null };


export const ReadLogPage = /*#__PURE__*/ gql`
    query ReadLogPage($id: ID!, $after: String) {
  dossier(id: $id) {
    id
    readLog(first: 50, after: $after) {
      edges {
        cursor
        node {
          at
          reader
          role
          organisation {
            name
          }
          groups
          purpose
          basis
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    ` as unknown as DocumentNode<ReadLogPageQuery, ReadLogPageQueryVariables>;