// Printed by generate.ts; do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from 'urql';
import { gql } from 'urql';
/** The five statutory statuses (WEB 8.0.2). */
export type ApplicationStatus =
  | 'APPLIED'
  | 'CONTRACT_OFFERED'
  | 'ENROLLED'
  | 'NOT_ENROLLED'
  | 'WITHDRAWN';

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

/** An application by its id. */
export type ApplicationIdInput = {
  id: string;
};

export type MyTalksQueryVariables = Exact<{ [key: string]: never; }>;


export type MyTalksQuery = { dossiers: { edges: Array<{ node: { id: string, can: Array<DossierAction>, applications: Array<{ id: string, status: ApplicationStatus, talkAt: string | null, talkProposedAt: string | null, institution: { brin: string, name: string }, programme: { name: string } }> | null } }> } };

export type AcceptMyTalkMutationVariables = Exact<{
  input: ApplicationIdInput;
}>;


export type AcceptMyTalkMutation = { acceptTalk: { id: string, talkAt: string | null, talkProposedAt: string | null } };


export const MyTalks = /*#__PURE__*/ gql`
    query MyTalks {
  dossiers(first: 1) {
    edges {
      node {
        id
        can
        applications {
          id
          institution {
            brin
            name
          }
          programme {
            name
          }
          status
          talkAt
          talkProposedAt
        }
      }
    }
  }
}
    ` as unknown as DocumentNode<MyTalksQuery, MyTalksQueryVariables>;
export const AcceptMyTalk = /*#__PURE__*/ gql`
    mutation AcceptMyTalk($input: ApplicationIdInput!) {
  acceptTalk(input: $input) {
    id
    talkAt
    talkProposedAt
  }
}
    ` as unknown as DocumentNode<AcceptMyTalkMutation, AcceptMyTalkMutationVariables>;