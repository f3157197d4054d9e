// Printed by generate.ts; do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../../graphql/schema.ts';

import type { TypedDocumentNode as DocumentNode } from 'urql';
import { gql } from 'urql';
export type TogetherPageQueryVariables = Exact<{
  dossier: string;
  named: boolean;
}>;


export type TogetherPageQuery = { dossier: { id: string, version: number, can: Array<Types.DossierAction>, identity?: { callName: string | null, surnamePrefix: string | null, surname: string } | null, applications: Array<{ id: string, talkAt: string | null, institution: { brin: string, name: string }, programme: { name: string }, intakePreparation: { id: string, sections: Array<{ key: Types.SectionKey, access: Types.SectionAccess }>, versions: Array<{ id: string, number: number, frozenAt: string, frozenBy: string, sha256: string }> } | null }> | null } | null };

export type KeepVersionMutationVariables = Exact<{
  input: Types.FreezeInput;
}>;


export type KeepVersionMutation = { freezeIntakePreparation: { id: string, number: number, sha256: string } };

export type EndTalkMutationVariables = Exact<{
  input: Types.MoveDossierInput;
}>;


export type EndTalkMutation = { moveDossier: { id: string, status: Types.DossierStatus, version: number } };


export const TogetherPage = /*#__PURE__*/ gql`
    query TogetherPage($dossier: ID!, $named: Boolean!) {
  dossier(id: $dossier) {
    id
    version
    can
    identity @include(if: $named) {
      callName
      surnamePrefix
      surname
    }
    applications {
      id
      institution {
        brin
        name
      }
      programme {
        name
      }
      talkAt
      intakePreparation {
        id
        sections {
          key
          access
        }
        versions {
          id
          number
          frozenAt
          frozenBy
          sha256
        }
      }
    }
  }
}
    ` as unknown as DocumentNode<TogetherPageQuery, TogetherPageQueryVariables>;
export const KeepVersion = /*#__PURE__*/ gql`
    mutation KeepVersion($input: FreezeInput!) {
  freezeIntakePreparation(input: $input) {
    id
    number
    sha256
  }
}
    ` as unknown as DocumentNode<KeepVersionMutation, KeepVersionMutationVariables>;
export const EndTalk = /*#__PURE__*/ gql`
    mutation EndTalk($input: MoveDossierInput!) {
  moveDossier(input: $input) {
    id
    status
    version
  }
}
    ` as unknown as DocumentNode<EndTalkMutation, EndTalkMutationVariables>;