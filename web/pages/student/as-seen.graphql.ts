// Printed by generate.ts; do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../../graphql/schema.ts';

import type { TypedDocumentNode as DocumentNode } from 'urql';
import { gql } from 'urql';
export type MySchoolsQueryVariables = Exact<{ [key: string]: never; }>;


export type MySchoolsQuery = { dossiers: { edges: Array<{ node: { id: string, applications: Array<{ institution: { brin: string, name: string } }> | null } }> } };

export type OpenToQueryVariables = Exact<{
  id: string;
  institution: string;
  purpose: Types.Purpose;
}>;


export type OpenToQuery = { dossier: { id: string, openTo: Array<{ group: Types.FieldGroup, basis: Types.LegalBasis, detail: Types.Detail, leftOut: Array<string>, sections: Array<Types.SectionKey> }> | null } | null };


export const MySchools = /*#__PURE__*/ gql`
    query MySchools {
  dossiers(first: 1) {
    edges {
      node {
        id
        applications {
          institution {
            brin
            name
          }
        }
      }
    }
  }
}
    ` as unknown as DocumentNode<MySchoolsQuery, MySchoolsQueryVariables>;
export const OpenTo = /*#__PURE__*/ gql`
    query OpenTo($id: ID!, $institution: String!, $purpose: Purpose!) {
  dossier(id: $id) {
    id
    openTo(institution: $institution, purpose: $purpose) {
      group
      basis
      detail
      leftOut
      sections
    }
  }
}
    ` as unknown as DocumentNode<OpenToQuery, OpenToQueryVariables>;