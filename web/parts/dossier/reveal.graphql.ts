// Printed by generate.ts; do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from 'urql';
import { gql } from 'urql';
/** What the mbo reads for (GDPR art. 5.1.b): header `x-purpose`. */
export type Purpose =
  | 'ENROLMENT_ADMIN'
  | 'INTAKE_TALK'
  | 'STUDY_START'
  | 'SUPPORT_ARRANGEMENT';

export type RevealPersonalNumberInput = {
  dossierId: string;
  purpose: Purpose;
};

export type RevealPersonalNumberMutationVariables = Exact<{
  input: RevealPersonalNumberInput;
}>;


export type RevealPersonalNumberMutation = { revealPersonalNumber: string };


export const RevealPersonalNumber = /*#__PURE__*/ gql`
    mutation RevealPersonalNumber($input: RevealPersonalNumberInput!) {
  revealPersonalNumber(input: $input)
}
    ` as unknown as DocumentNode<RevealPersonalNumberMutation, RevealPersonalNumberMutationVariables>;