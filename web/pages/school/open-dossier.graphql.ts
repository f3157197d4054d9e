// Printed by generate.ts; do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from 'urql';
import { gql } from 'urql';
/** Level of secondary education. */
export type SchoolLevel =
  | 'HAVO'
  | 'PRO'
  | 'VAVO'
  | 'VMBO_BB'
  | 'VMBO_GL'
  | 'VMBO_KB'
  | 'VMBO_TL'
  | 'VSO';

export type OpenDossierInput = {
  birthDate: string;
  /** `GM` and four digits. */
  municipality?: string | null | undefined;
  /** The student's name as people say it. */
  name: string;
  schoolLevel?: SchoolLevel | null | undefined;
  /** The year in which the mbo programme starts. */
  startYear: number;
  /** The student's account, when there is one; a student is always their own. */
  subject?: string | null | undefined;
};

export type OpenDossierMutationVariables = Exact<{
  input: OpenDossierInput;
}>;


export type OpenDossierMutation = { openDossier: { id: string } };


export const OpenDossier = /*#__PURE__*/ gql`
    mutation OpenDossier($input: OpenDossierInput!) {
  openDossier(input: $input) {
    id
  }
}
    ` as unknown as DocumentNode<OpenDossierMutation, OpenDossierMutationVariables>;