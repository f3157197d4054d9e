// Printed by generate.ts; do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../graphql/schema.ts';

import type { TypedDocumentNode as DocumentNode } from 'urql';
import { gql } from 'urql';
export type EraseDossierMutationVariables = Exact<{
  input: Types.EraseDossierInput;
}>;


export type EraseDossierMutation = { eraseDossier: boolean };


export const EraseDossier = /*#__PURE__*/ gql`
    mutation EraseDossier($input: EraseDossierInput!) {
  eraseDossier(input: $input)
}
    ` as unknown as DocumentNode<EraseDossierMutation, EraseDossierMutationVariables>;