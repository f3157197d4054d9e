// Printed by generate.ts; do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from 'urql';
import { gql } from 'urql';
/** What a viewer may do with a dossier now. */
export type DossierAction =
  | 'ACCEPT_TALK'
  | 'APPROVE'
  | 'APPROVE_CONSENT'
  | 'END_TALK'
  | 'ERASE'
  | 'GIVE_CONSENT'
  | 'GIVE_NUMBER_STATEMENT'
  | 'INVITE'
  | 'MOVE_TO_CONSULTATION'
  | 'MOVE_TO_DRAFT'
  | 'MOVE_TO_READY'
  | 'PAUSE'
  | 'PROPOSE_TALK'
  | 'REFUSE_REQUEST'
  | 'REPORT_APPLICATION_STATUS'
  | 'REQUEST_CONSENT'
  | 'RESUME'
  | 'REVOKE_CONSENT';

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

/** The sections of the live document (domain §8). */
export type SectionKey =
  | 'AGREEMENTS'
  | 'QUESTIONS'
  | 'SUMMARY'
  | 'SUPPORT';

/** What you may do in a section. */
export type SectionAccess =
  | 'NONE'
  | 'READ'
  | 'WRITE';

export type MoveDossierInput = {
  /** The version that was read. */
  expectedVersion: number;
  id: string;
  to: DossierStatus;
};

export type FreezeInput = {
  intakePreparationId: string;
};

export type TogetherPageQueryVariables = Exact<{
  dossier: string;
  named: boolean;
}>;


export type TogetherPageQuery = { dossier: { id: string, version: number, can: Array<DossierAction>, identity?: { callName: string | null, surnamePrefix: string | null, surname: string } | null, applications: Array<{ id: string, talkAt: string | null, institution: { brin: string, name: string }, programme: { name: string }, intakePreparation: { id: string, sections: Array<{ key: SectionKey, access: SectionAccess }>, versions: Array<{ id: string, number: number, frozenAt: string, frozenBy: string, sha256: string }> } | null }> | null } | null };

export type KeepVersionMutationVariables = Exact<{
  input: FreezeInput;
}>;


export type KeepVersionMutation = { freezeIntakePreparation: { id: string, number: number, sha256: string } };

export type EndTalkMutationVariables = Exact<{
  input: MoveDossierInput;
}>;


export type EndTalkMutation = { moveDossier: { id: string, status: DossierStatus, version: number } };


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