// Printed by generate.ts; do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../../graphql/schema.ts';

import type { TypedDocumentNode as DocumentNode } from 'urql';
import { gql } from 'urql';
export type OpenDossierMutationVariables = Exact<{
  input: Types.OpenDossierInput;
}>;


export type OpenDossierMutation = { openDossier: { id: string } };


export const OpenDossier = /*#__PURE__*/ gql`
    mutation OpenDossier($input: OpenDossierInput!) {
  openDossier(input: $input) {
    id
  }
}
    ` as unknown as DocumentNode<OpenDossierMutation, OpenDossierMutationVariables>;