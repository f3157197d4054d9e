// Printed by generate.ts; do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../../graphql/schema.ts';

import type { TypedDocumentNode as DocumentNode } from 'urql';
import { gql } from 'urql';
export type RegionsToSignQueryVariables = Exact<{ [key: string]: never; }>;


export type RegionsToSignQuery = { regions: Array<{ code: string, name: string, agreement: { id: string, version: number, beatSeconds: number } | null, agreements: Array<{ id: string, state: string }> | null }> };

export type AgreementsOfRegionQueryVariables = Exact<{
  code: string;
}>;


export type AgreementsOfRegionQuery = { region: { code: string, name: string, agreements: Array<{ id: string, version: number, revision: string, state: string, minorPolicy: Types.MinorPolicy, postEnrolment: Types.PostEnrolment, goals: Array<string>, beatSeconds: number, signedBy: Array<string>, maySign: boolean, allowed: Array<{ group: Types.FieldGroup, detail: Types.Detail, from: string | null, purposes: Array<Types.Purpose> }> }> | null } | null };

export type SaveAgreementMutationVariables = Exact<{
  input: Types.SaveAgreementInput;
}>;


export type SaveAgreementMutation = { saveAgreement: { id: string, version: number, state: string, region: { code: string } } };

export type SignAgreementMutationVariables = Exact<{
  input: Types.AgreementIdInput;
}>;


export type SignAgreementMutation = { activateAgreement: { id: string, state: string, signedBy: Array<string>, region: { code: string } } };


export const RegionsToSign = /*#__PURE__*/ gql`
    query RegionsToSign {
  regions {
    code
    name
    agreement {
      id
      version
      beatSeconds
    }
    agreements {
      id
      state
    }
  }
}
    ` as unknown as DocumentNode<RegionsToSignQuery, RegionsToSignQueryVariables>;
export const AgreementsOfRegion = /*#__PURE__*/ gql`
    query AgreementsOfRegion($code: ID!) {
  region(code: $code) {
    code
    name
    agreements {
      id
      version
      revision
      state
      minorPolicy
      postEnrolment
      goals
      beatSeconds
      signedBy
      maySign
      allowed {
        group
        detail
        from
        purposes
      }
    }
  }
}
    ` as unknown as DocumentNode<AgreementsOfRegionQuery, AgreementsOfRegionQueryVariables>;
export const SaveAgreement = /*#__PURE__*/ gql`
    mutation SaveAgreement($input: SaveAgreementInput!) {
  saveAgreement(input: $input) {
    id
    version
    state
    region {
      code
    }
  }
}
    ` as unknown as DocumentNode<SaveAgreementMutation, SaveAgreementMutationVariables>;
export const SignAgreement = /*#__PURE__*/ gql`
    mutation SignAgreement($input: AgreementIdInput!) {
  activateAgreement(input: $input) {
    id
    state
    signedBy
    region {
      code
    }
  }
}
    ` as unknown as DocumentNode<SignAgreementMutation, SignAgreementMutationVariables>;