// Printed by generate.ts; do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../../../graphql/schema.ts';

import type { TypedDocumentNode as DocumentNode } from 'urql';
import { gql } from 'urql';
export type WriteOwnViewMutationVariables = Exact<{
  input: Types.WriteOwnViewInput;
}>;


export type WriteOwnViewMutation = { writeOwnView: { id: string, conditions: Array<{ id: string, ownView: string | null }> | null, studyAdvice: Array<{ id: string, ownView: string | null }> | null } };


export const WriteOwnView = /*#__PURE__*/ gql`
    mutation WriteOwnView($input: WriteOwnViewInput!) {
  writeOwnView(input: $input) {
    id
    conditions {
      id
      ownView
    }
    studyAdvice {
      id
      ownView
    }
  }
}
    ` as unknown as DocumentNode<WriteOwnViewMutation, WriteOwnViewMutationVariables>;