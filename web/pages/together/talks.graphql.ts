// Printed by generate.ts; do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../../graphql/schema.ts';

import type { TypedDocumentNode as DocumentNode } from 'urql';
import { gql } from 'urql';
export type MyTalksQueryVariables = Exact<{ [key: string]: never; }>;


export type MyTalksQuery = { dossiers: { edges: Array<{ node: { id: string, can: Array<Types.DossierAction>, applications: Array<{ id: string, status: Types.ApplicationStatus, talkAt: string | null, talkProposedAt: string | null, institution: { brin: string, name: string }, programme: { name: string } }> | null } }> } };

export type AcceptMyTalkMutationVariables = Exact<{
  input: Types.ApplicationIdInput;
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