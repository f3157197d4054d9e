// Printed by generate.ts; do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from 'urql';
import { gql } from 'urql';
/** What moved; never what it holds. */
export type ChangeKind =
  | 'APPLICATION_STATUS'
  | 'CONTENT'
  | 'DOSSIER_ERASED'
  | 'DOSSIER_OPENED'
  | 'DOSSIER_STATUS'
  | 'SHARING'
  | 'TALK';

export type MovedSubscriptionVariables = Exact<{
  after?: string | null | undefined;
}>;


export type MovedSubscription = { changeAdded: { cursor: string, kind: ChangeKind, dossier: { id: string } | null } };


export const Moved = /*#__PURE__*/ gql`
    subscription Moved($after: String) {
  changeAdded(after: $after) {
    cursor
    kind
    dossier {
      id
    }
  }
}
    ` as unknown as DocumentNode<MovedSubscription, MovedSubscriptionVariables>;