// Printed by generate.ts; do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from 'urql';
import { gql } from 'urql';
/** In which role somebody acts. */
export type Role =
  | 'ADMINISTRATOR'
  | 'CARE_COORDINATOR'
  | 'GUARDIAN'
  | 'INTAKER'
  | 'MENTOR'
  | 'MUNICIPALITY'
  | 'PARTNER'
  | 'REGION_ANALYST'
  | 'STUDENT';

/** The twelve groups for which consent is given and reading is judged. */
export type FieldGroup =
  | 'ACCOMMODATIONS'
  | 'APPLICATION_STATUS'
  | 'CAREER_FILE'
  | 'CAREER_SUMMARY'
  | 'CONDITION'
  | 'CONTACT'
  | 'IDENTITY'
  | 'INTAKE_PREPARATION'
  | 'PERSONAL_NUMBER'
  | 'PLUS_DOCUMENT'
  | 'SHARING'
  | 'STUDY_ADVICE';

/** What the mbo reads for (GDPR art. 5.1.b): header `x-purpose`. */
export type Purpose =
  | 'ENROLMENT_ADMIN'
  | 'INTAKE_TALK'
  | 'STUDY_START'
  | 'SUPPORT_ARRANGEMENT';

/** Where a consent stands; a final state never reopens. */
export type ConsentState =
  | 'ENDED'
  | 'EXPIRED'
  | 'GRANTED'
  | 'LAPSED'
  | 'PENDING_APPROVAL'
  | 'REFUSED'
  | 'REVOKED';

/** Where the dossier stands (domain §7). */
export type DossierStatus =
  | 'APPROVED'
  | 'CLOSED'
  | 'DRAFT'
  | 'ENROLLED'
  | 'ERASED'
  | 'IN_CONSULTATION'
  | 'IN_INTAKE'
  | 'READY'
  | 'SHARED';

export type ShareInsideInput = {
  dossierId: string;
  group: FieldGroup;
  /** True shares, false stops. */
  on: boolean;
  /** MENTOR or GUARDIAN. */
  role: Role;
};

export type WhoSeesMyDossierQueryVariables = Exact<{ [key: string]: never; }>;


export type WhoSeesMyDossierQuery = { dossiers: { edges: Array<{ node: { id: string, paused: boolean, status: DossierStatus, readersInside: Array<{ name: string, role: Role, groups: Array<FieldGroup>, choices: Array<FieldGroup>, shared: Array<FieldGroup> }> | null, consents: Array<{ id: string, groups: Array<FieldGroup>, purpose: Purpose, state: ConsentState, leftOut: Array<string>, institution: { brin: string, name: string } }> | null } }> } };

export type ShareInsideMutationVariables = Exact<{
  input: ShareInsideInput;
}>;


export type ShareInsideMutation = { shareInside: { id: string, readersInside: Array<{ name: string, role: Role, groups: Array<FieldGroup>, choices: Array<FieldGroup>, shared: Array<FieldGroup> }> | null } };


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