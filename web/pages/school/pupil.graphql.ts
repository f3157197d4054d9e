// Printed by generate.ts; do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../../graphql/schema.ts';

import type { TypedDocumentNode as DocumentNode } from 'urql';
import { gql } from 'urql';
export type AroundPupilQueryVariables = Exact<{
  id: string;
}>;


export type AroundPupilQuery = { dossier: { id: string, paused: boolean, parties: Array<{ name: string, role: Types.Role, organisation: { name: string } | null }> | null, endableParties: Array<{ id: string, name: string, role: Types.Role, organisation: { name: string } | null }> | null, consents: Array<{ id: string, institution: { brin: string, name: string } }> | null, applications: Array<{ id: string, institution: { brin: string, name: string } }> | null, invitations: Array<{ id: string, name: string, role: Types.Role, createdAt: string, expiresAt: string }> | null } | null };


export const AroundPupil = /*#__PURE__*/ gql`
    query AroundPupil($id: ID!) {
  dossier(id: $id) {
    id
    paused
    parties {
      name
      role
      organisation {
        name
      }
    }
    endableParties {
      id
      name
      role
      organisation {
        name
      }
    }
    consents {
      id
      institution {
        brin
        name
      }
    }
    applications {
      id
      institution {
        brin
        name
      }
    }
    invitations {
      id
      name
      role
      createdAt
      expiresAt
    }
  }
}
    ` as unknown as DocumentNode<AroundPupilQuery, AroundPupilQueryVariables>;