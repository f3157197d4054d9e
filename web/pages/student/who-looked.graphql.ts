// Printed by generate.ts; do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../../graphql/schema.ts';

import type { TypedDocumentNode as DocumentNode } from 'urql';
import { gql } from 'urql';
export type WhoLookedQueryVariables = Exact<{ [key: string]: never; }>;


export type WhoLookedQuery = { dossiers: { edges: Array<{ node: { id: string, personalNumber: { reveals: Array<{ at: string, purpose: Types.Purpose, by: { name: string, role: Types.Role, organisation: { name: string } | null } }> | null } | null } }> } };


export const WhoLooked = /*#__PURE__*/ gql`
    query WhoLooked {
  dossiers(first: 1) {
    edges {
      node {
        id
        personalNumber {
          reveals {
            at
            purpose
            by {
              name
              role
              organisation {
                name
              }
            }
          }
        }
      }
    }
  }
}
    ` as unknown as DocumentNode<WhoLookedQuery, WhoLookedQueryVariables>;