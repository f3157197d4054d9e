// Printed by generate.ts; do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../../../graphql/schema.ts';

import type { TypedDocumentNode as DocumentNode } from 'urql';
import { gql } from 'urql';
export type WhoSeesMyDossierQueryVariables = Exact<{ [key: string]: never; }>;


export type WhoSeesMyDossierQuery = { dossiers: { edges: Array<{ node: { id: string, paused: boolean, status: Types.DossierStatus, readersInside: Array<{ name: string, role: Types.Role, groups: Array<Types.FieldGroup>, choices: Array<Types.FieldGroup>, shared: Array<Types.FieldGroup> }> | null, applications: Array<{ id: string, status: Types.ApplicationStatus, institution: { brin: string, name: string } }> | null, consents: Array<{ id: string, groups: Array<Types.FieldGroup>, purpose: Types.Purpose, state: Types.ConsentState, leftOut: Array<string>, institution: { brin: string, name: string } }> | null } }> } };

export type WhatASchoolSeesQueryVariables = Exact<{
  id: string;
  institution: string;
}>;


export type WhatASchoolSeesQuery = { dossier: { id: string, INTAKE_TALK: Array<{ group: Types.FieldGroup, basis: Types.LegalBasis }> | null, SUPPORT_ARRANGEMENT: Array<{ group: Types.FieldGroup, basis: Types.LegalBasis }> | null, STUDY_START: Array<{ group: Types.FieldGroup, basis: Types.LegalBasis }> | null, ENROLMENT_ADMIN: Array<{ group: Types.FieldGroup, basis: Types.LegalBasis }> | null } | null };

export type ShareInsideMutationVariables = Exact<{
  input: Types.ShareInsideInput;
}>;


export type ShareInsideMutation = { shareInside: { id: string, readersInside: Array<{ name: string, role: Types.Role, groups: Array<Types.FieldGroup>, choices: Array<Types.FieldGroup>, shared: Array<Types.FieldGroup> }> | null } };


export const WhoSeesMyDossier = /*#__PURE__*/ gql`
    query WhoSeesMyDossier {
  dossiers(first: 1) {
    edges {
      node {
        id
        paused
        status
        readersInside {
          name
          role
          groups
          choices
          shared
        }
        applications {
          id
          institution {
            brin
            name
          }
          status
        }
        consents {
          id
          institution {
            brin
            name
          }
          groups
          purpose
          state
          leftOut
        }
      }
    }
  }
}
    ` as unknown as DocumentNode<WhoSeesMyDossierQuery, WhoSeesMyDossierQueryVariables>;
export const WhatASchoolSees = /*#__PURE__*/ gql`
    query WhatASchoolSees($id: ID!, $institution: String!) {
  dossier(id: $id) {
    id
    INTAKE_TALK: openTo(institution: $institution, purpose: INTAKE_TALK) {
      group
      basis
    }
    SUPPORT_ARRANGEMENT: openTo(
      institution: $institution
      purpose: SUPPORT_ARRANGEMENT
    ) {
      group
      basis
    }
    STUDY_START: openTo(institution: $institution, purpose: STUDY_START) {
      group
      basis
    }
    ENROLMENT_ADMIN: openTo(institution: $institution, purpose: ENROLMENT_ADMIN) {
      group
      basis
    }
  }
}
    ` as unknown as DocumentNode<WhatASchoolSeesQuery, WhatASchoolSeesQueryVariables>;
export const ShareInside = /*#__PURE__*/ gql`
    mutation ShareInside($input: ShareInsideInput!) {
  shareInside(input: $input) {
    id
    readersInside {
      name
      role
      groups
      choices
      shared
    }
  }
}
    ` as unknown as DocumentNode<ShareInsideMutation, ShareInsideMutationVariables>;