// Printed by generate.ts; do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../../graphql/schema.ts';

import type { TypedDocumentNode as DocumentNode } from 'urql';
import { gql } from 'urql';
export type AroundApplicantQueryVariables = Exact<{
  id: string;
}>;


export type AroundApplicantQuery = { dossier: { id: string, consentRequests: Array<{ id: string, askedAt: string, groups: Array<Types.FieldGroup>, purpose: Types.Purpose, message: string | null }> | null, agreement: { id: string, allowed: Array<{ group: Types.FieldGroup, purposes: Array<Types.Purpose> }> } | null, guidanceCases: Array<{ id: string, officer: string, reason: string, openedAt: string, closedAt: string | null }> | null } | null };

export type ReportApplicationStatusMutationVariables = Exact<{
  input: Types.ReportApplicationStatusInput;
}>;


export type ReportApplicationStatusMutation = { reportApplicationStatus: { id: string, status: Types.ApplicationStatus } };

export type ProposeTalkMutationVariables = Exact<{
  input: Types.ProposeTalkInput;
}>;


export type ProposeTalkMutation = { proposeTalk: { id: string, talkProposedAt: string | null } };

export type RequestConsentMutationVariables = Exact<{
  input: Types.RequestConsentInput;
}>;


export type RequestConsentMutation = { requestConsent: { id: string, askedAt: string } };

export type OpenGuidanceCaseMutationVariables = Exact<{
  input: Types.OpenGuidanceCaseInput;
}>;


export type OpenGuidanceCaseMutation = { openGuidanceCase: { id: string } };

export type CloseGuidanceCaseMutationVariables = Exact<{
  input: Types.GuidanceCaseIdInput;
}>;


export type CloseGuidanceCaseMutation = { closeGuidanceCase: { id: string, closedAt: string | null } };


export const AroundApplicant = /*#__PURE__*/ gql`
    query AroundApplicant($id: ID!) {
  dossier(id: $id) {
    id
    consentRequests {
      id
      askedAt
      groups
      purpose
      message
    }
    agreement {
      id
      allowed {
        group
        purposes
      }
    }
    guidanceCases {
      id
      officer
      reason
      openedAt
      closedAt
    }
  }
}
    ` as unknown as DocumentNode<AroundApplicantQuery, AroundApplicantQueryVariables>;
export const ReportApplicationStatus = /*#__PURE__*/ gql`
    mutation ReportApplicationStatus($input: ReportApplicationStatusInput!) {
  reportApplicationStatus(input: $input) {
    id
    status
  }
}
    ` as unknown as DocumentNode<ReportApplicationStatusMutation, ReportApplicationStatusMutationVariables>;
export const ProposeTalk = /*#__PURE__*/ gql`
    mutation ProposeTalk($input: ProposeTalkInput!) {
  proposeTalk(input: $input) {
    id
    talkProposedAt
  }
}
    ` as unknown as DocumentNode<ProposeTalkMutation, ProposeTalkMutationVariables>;
export const RequestConsent = /*#__PURE__*/ gql`
    mutation RequestConsent($input: RequestConsentInput!) {
  requestConsent(input: $input) {
    id
    askedAt
  }
}
    ` as unknown as DocumentNode<RequestConsentMutation, RequestConsentMutationVariables>;
export const OpenGuidanceCase = /*#__PURE__*/ gql`
    mutation OpenGuidanceCase($input: OpenGuidanceCaseInput!) {
  openGuidanceCase(input: $input) {
    id
  }
}
    ` as unknown as DocumentNode<OpenGuidanceCaseMutation, OpenGuidanceCaseMutationVariables>;
export const CloseGuidanceCase = /*#__PURE__*/ gql`
    mutation CloseGuidanceCase($input: GuidanceCaseIdInput!) {
  closeGuidanceCase(input: $input) {
    id
    closedAt
  }
}
    ` as unknown as DocumentNode<CloseGuidanceCaseMutation, CloseGuidanceCaseMutationVariables>;