// Printed by generate.ts; do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../../graphql/schema.ts';

import type { TypedDocumentNode as DocumentNode } from 'urql';
import { gql } from 'urql';
export type MyHelpQueryVariables = Exact<{ [key: string]: never; }>;


export type MyHelpQuery = { dossiers: { edges: Array<{ node: { id: string, status: Types.DossierStatus, accommodations: { strengths: Array<string>, currentSupport: Array<string>, howToDiscuss: Types.DiscussPreference | null, needs: Array<{ id: string, area: Types.SupportArea, level: Types.SupportLevel | null, accommodations: Array<Types.Accommodation> }> } | null, conditions: Array<{ id: string, name: string | null, explanation: string | null, ownView: string | null, statement: { title: string, issuedBy: string | null, issuedOn: string | null, expiresOn: string | null } | null }> | null } }> } };

export type SaveMySupportNeedMutationVariables = Exact<{
  input: Types.SaveSupportNeedInput;
}>;


export type SaveMySupportNeedMutation = { saveSupportNeed: { id: string, accommodations: { needs: Array<{ id: string, area: Types.SupportArea }> } | null } };

export type RemoveMySupportNeedMutationVariables = Exact<{
  input: Types.ItemIdInput;
}>;


export type RemoveMySupportNeedMutation = { removeSupportNeed: { id: string, accommodations: { needs: Array<{ id: string }> } | null } };

export type SaveMySupportProfileMutationVariables = Exact<{
  input: Types.SaveSupportProfileInput;
}>;


export type SaveMySupportProfileMutation = { saveSupportProfile: { id: string, accommodations: { strengths: Array<string> } | null } };

export type SaveMyConditionMutationVariables = Exact<{
  input: Types.SaveConditionInput;
}>;


export type SaveMyConditionMutation = { saveCondition: { id: string, conditions: Array<{ id: string }> | null } };

export type RemoveMyConditionMutationVariables = Exact<{
  input: Types.ItemIdInput;
}>;


export type RemoveMyConditionMutation = { removeCondition: { id: string, conditions: Array<{ id: string }> | null } };


export const MyHelp = /*#__PURE__*/ gql`
    query MyHelp {
  dossiers(first: 1) {
    edges {
      node {
        id
        status
        accommodations {
          needs {
            id
            area
            level
            accommodations
          }
          strengths
          currentSupport
          howToDiscuss
        }
        conditions {
          id
          name
          explanation
          statement {
            title
            issuedBy
            issuedOn
            expiresOn
          }
          ownView
        }
      }
    }
  }
}
    ` as unknown as DocumentNode<MyHelpQuery, MyHelpQueryVariables>;
export const SaveMySupportNeed = /*#__PURE__*/ gql`
    mutation SaveMySupportNeed($input: SaveSupportNeedInput!) {
  saveSupportNeed(input: $input) {
    id
    accommodations {
      needs {
        id
        area
      }
    }
  }
}
    ` as unknown as DocumentNode<SaveMySupportNeedMutation, SaveMySupportNeedMutationVariables>;
export const RemoveMySupportNeed = /*#__PURE__*/ gql`
    mutation RemoveMySupportNeed($input: ItemIdInput!) {
  removeSupportNeed(input: $input) {
    id
    accommodations {
      needs {
        id
      }
    }
  }
}
    ` as unknown as DocumentNode<RemoveMySupportNeedMutation, RemoveMySupportNeedMutationVariables>;
export const SaveMySupportProfile = /*#__PURE__*/ gql`
    mutation SaveMySupportProfile($input: SaveSupportProfileInput!) {
  saveSupportProfile(input: $input) {
    id
    accommodations {
      strengths
    }
  }
}
    ` as unknown as DocumentNode<SaveMySupportProfileMutation, SaveMySupportProfileMutationVariables>;
export const SaveMyCondition = /*#__PURE__*/ gql`
    mutation SaveMyCondition($input: SaveConditionInput!) {
  saveCondition(input: $input) {
    id
    conditions {
      id
    }
  }
}
    ` as unknown as DocumentNode<SaveMyConditionMutation, SaveMyConditionMutationVariables>;
export const RemoveMyCondition = /*#__PURE__*/ gql`
    mutation RemoveMyCondition($input: ItemIdInput!) {
  removeCondition(input: $input) {
    id
    conditions {
      id
    }
  }
}
    ` as unknown as DocumentNode<RemoveMyConditionMutation, RemoveMyConditionMutationVariables>;