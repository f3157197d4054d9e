// Printed by generate.ts; do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../../graphql/schema.ts';

import type { TypedDocumentNode as DocumentNode } from 'urql';
import { gql } from 'urql';
export type MoveMyDossierMutationVariables = Exact<{
  input: Types.MoveDossierInput;
}>;


export type MoveMyDossierMutation = { moveDossier: { id: string, status: Types.DossierStatus } };

export type ApproveMyDossierMutationVariables = Exact<{
  input: Types.ApproveDossierInput;
}>;


export type ApproveMyDossierMutation = { approveDossier: { id: string, status: Types.DossierStatus } };

export type PauseSharingMutationVariables = Exact<{
  input: Types.DossierIdInput;
}>;


export type PauseSharingMutation = { pauseSharing: { id: string, paused: boolean } };

export type ResumeSharingMutationVariables = Exact<{
  input: Types.DossierIdInput;
}>;


export type ResumeSharingMutation = { resumeSharing: { id: string, paused: boolean } };


export const MoveMyDossier = /*#__PURE__*/ gql`
    mutation MoveMyDossier($input: MoveDossierInput!) {
  moveDossier(input: $input) {
    id
    status
  }
}
    ` as unknown as DocumentNode<MoveMyDossierMutation, MoveMyDossierMutationVariables>;
export const ApproveMyDossier = /*#__PURE__*/ gql`
    mutation ApproveMyDossier($input: ApproveDossierInput!) {
  approveDossier(input: $input) {
    id
    status
  }
}
    ` as unknown as DocumentNode<ApproveMyDossierMutation, ApproveMyDossierMutationVariables>;
export const PauseSharing = /*#__PURE__*/ gql`
    mutation PauseSharing($input: DossierIdInput!) {
  pauseSharing(input: $input) {
    id
    paused
  }
}
    ` as unknown as DocumentNode<PauseSharingMutation, PauseSharingMutationVariables>;
export const ResumeSharing = /*#__PURE__*/ gql`
    mutation ResumeSharing($input: DossierIdInput!) {
  resumeSharing(input: $input) {
    id
    paused
  }
}
    ` as unknown as DocumentNode<ResumeSharingMutation, ResumeSharingMutationVariables>;