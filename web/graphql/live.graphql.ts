// Printed by generate.ts; do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from './schema.ts';

import type { TypedDocumentNode as DocumentNode } from 'urql';
import { gql } from 'urql';
export type MovedSubscriptionVariables = Exact<{
  after?: string | null | undefined;
}>;


export type MovedSubscription = { changeAdded: { cursor: string, kind: Types.ChangeKind, dossier: { id: string } | null } };


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