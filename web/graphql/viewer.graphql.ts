// Printed by generate.ts; do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from './schema.ts';

import type { TypedDocumentNode as DocumentNode } from 'urql';
import { gql } from 'urql';
export type WhoAmIQueryVariables = Exact<{ [key: string]: never; }>;


export type WhoAmIQuery = { viewer: { subject: string, name: string, role: Types.Role, organisation: { brin: string, name: string } | null } };


export const WhoAmI = /*#__PURE__*/ gql`
    query WhoAmI {
  viewer {
    subject
    name
    role
    organisation {
      brin
      name
    }
  }
}
    ` as unknown as DocumentNode<WhoAmIQuery, WhoAmIQueryVariables>;