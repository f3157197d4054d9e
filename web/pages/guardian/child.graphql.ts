// Printed by generate.ts; do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from 'urql';
import { gql } from 'urql';
export type MayReadLogQueryVariables = Exact<{
  id: string;
}>;


export type MayReadLogQuery = { dossier: { id: string, readLog: { edges: Array<{ cursor: string }> } | null } | null };


export const MayReadLog = /*#__PURE__*/ gql`
    query MayReadLog($id: ID!) {
  dossier(id: $id) {
    id
    readLog(first: 1) {
      edges {
        cursor
      }
    }
  }
}
    ` as unknown as DocumentNode<MayReadLogQuery, MayReadLogQueryVariables>;