// Printed by generate.ts; do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../../graphql/schema.ts';

import type { TypedDocumentNode as DocumentNode } from 'urql';
import { gql } from 'urql';
export type MyAdviceQueryVariables = Exact<{ [key: string]: never; }>;


export type MyAdviceQuery = { dossiers: { edges: Array<{ node: { id: string, studyAdvice: Array<{ id: string, text: string, version: number, acceptedVersion: number | null, ownView: string | null, author: { name: string, role: Types.Role, organisation: { brin: string, name: string } | null } }> | null } }> } };

export type AcceptMyAdviceMutationVariables = Exact<{
  input: Types.AcceptStudyAdviceInput;
}>;


export type AcceptMyAdviceMutation = { acceptStudyAdvice: { id: string, version: number, acceptedVersion: number | null } };

export type ContestMyAdviceMutationVariables = Exact<{
  input: Types.ItemIdInput;
}>;


export type ContestMyAdviceMutation = { contestStudyAdvice: { id: string, version: number, acceptedVersion: number | null } };


export const MyAdvice = /*#__PURE__*/ gql`
    query MyAdvice {
  dossiers(first: 1) {
    edges {
      node {
        id
        studyAdvice {
          id
          text
          version
          acceptedVersion
          ownView
          author {
            name
            role
            organisation {
              brin
              name
            }
          }
        }
      }
    }
  }
}
    ` as unknown as DocumentNode<MyAdviceQuery, MyAdviceQueryVariables>;
export const AcceptMyAdvice = /*#__PURE__*/ gql`
    mutation AcceptMyAdvice($input: AcceptStudyAdviceInput!) {
  acceptStudyAdvice(input: $input) {
    id
    version
    acceptedVersion
  }
}
    ` as unknown as DocumentNode<AcceptMyAdviceMutation, AcceptMyAdviceMutationVariables>;
export const ContestMyAdvice = /*#__PURE__*/ gql`
    mutation ContestMyAdvice($input: ItemIdInput!) {
  contestStudyAdvice(input: $input) {
    id
    version
    acceptedVersion
  }
}
    ` as unknown as DocumentNode<ContestMyAdviceMutation, ContestMyAdviceMutationVariables>;