// Printed by generate.ts; do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../graphql/schema.ts';

import type { TypedDocumentNode as DocumentNode } from 'urql';
import { gql } from 'urql';
export type WhatIsSeenSubscriptionVariables = Exact<{
  dossierId?: string | null | undefined;
}>;


export type WhatIsSeenSubscription = { dossierStatusChanged: { at: string } };

export type StatusSeenQueryVariables = Exact<{
  id: string;
}>;


export type StatusSeenQuery = { dossier: { id: string, status: Types.DossierStatus } | null };


export const WhatIsSeen = /*#__PURE__*/ gql`
    subscription WhatIsSeen($dossierId: ID) {
  dossierStatusChanged(dossierId: $dossierId) {
    at
  }
}
    ` as unknown as DocumentNode<WhatIsSeenSubscription, WhatIsSeenSubscriptionVariables>;
export const StatusSeen = /*#__PURE__*/ gql`
    query StatusSeen($id: ID!) {
  dossier(id: $id) {
    id
    status
  }
}
    ` as unknown as DocumentNode<StatusSeenQuery, StatusSeenQueryVariables>;