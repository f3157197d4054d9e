// Printed by generate.ts; do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../../../graphql/schema.ts';

import type { TypedDocumentNode as DocumentNode } from 'urql';
import { gql } from 'urql';
export type MySharingQueryVariables = Exact<{ [key: string]: never; }>;


export type MySharingQuery = { dossiers: { edges: Array<{ node: { id: string, paused: boolean, pausedBecause: Types.PauseReason | null, can: Array<Types.DossierAction>, parties: Array<{ name: string, role: Types.Role }> | null, applications: Array<{ id: string, status: Types.ApplicationStatus, talkAt: string | null, talkProposedAt: string | null, institution: { brin: string, name: string }, programme: { name: string } }> | null, consents: Array<{ id: string, groups: Array<Types.FieldGroup>, purpose: Types.Purpose, state: Types.ConsentState, wording: string, grantedAt: string | null, expiresAt: string | null, revokedAt: string | null, leftOut: Array<string>, can: Array<Types.DossierAction>, institution: { brin: string, name: string }, approvals: Array<{ at: string, by: { name: string, role: Types.Role } }>, stoppedBy: { name: string, role: Types.Role } | null }> | null, consentRequests: Array<{ id: string, groups: Array<Types.FieldGroup>, purpose: Types.Purpose, message: string | null, askedAt: string, open: boolean, institution: { brin: string, name: string } }> | null, guidanceCases: Array<{ id: string, officer: string, reason: string, openedAt: string, closedAt: string | null, institution: { name: string } }> | null, accommodations: { needs: Array<{ id: string, area: Types.SupportArea }> } | null, conditions: Array<{ id: string, name: string | null }> | null, studyAdvice: Array<{ id: string, author: { name: string } }> | null, careerSummary: { topExperiences: Array<{ id: string, title: string }> } | null, careerFile: { reflections: Array<{ id: string, competence: Types.CareerCompetence }>, experiences: Array<{ id: string, title: string }>, talks: Array<{ id: string, date: string, with: string }> } | null, plusDocument: { items: Array<{ id: string, title: string }> } | null } }> } };

export type SharingWithQueryVariables = Exact<{
  id: string;
  institution: string;
}>;


export type SharingWithQuery = { dossier: { id: string, shareableWith: Array<{ group: Types.FieldGroup, purpose: Types.Purpose, detail: Types.Detail }> | null, talk: Array<{ group: Types.FieldGroup, basis: Types.LegalBasis, leftOut: Array<string> }> | null, support: Array<{ group: Types.FieldGroup, basis: Types.LegalBasis, leftOut: Array<string> }> | null, start: Array<{ group: Types.FieldGroup, basis: Types.LegalBasis, leftOut: Array<string> }> | null, enrolment: Array<{ group: Types.FieldGroup, basis: Types.LegalBasis, leftOut: Array<string> }> | null } | null };

export type SharingWordsQueryVariables = Exact<{
  id: string;
  institution: string;
  purpose: Types.Purpose;
  groups: Array<Types.FieldGroup> | Types.FieldGroup;
  leftOut?: Array<string> | string | null | undefined;
}>;


export type SharingWordsQuery = { dossier: { id: string, sharingWords: string | null } | null };

export type GiveMyConsentMutationVariables = Exact<{
  input: Types.GiveConsentInput;
}>;


export type GiveMyConsentMutation = { giveConsent: { id: string, state: Types.ConsentState } };

export type ApproveMyConsentMutationVariables = Exact<{
  input: Types.ConsentIdInput;
}>;


export type ApproveMyConsentMutation = { approveConsent: { id: string, state: Types.ConsentState } };

export type StopMyConsentMutationVariables = Exact<{
  input: Types.StopSharingInput;
}>;


export type StopMyConsentMutation = { stopSharing: { id: string, state: Types.ConsentState, groups: Array<Types.FieldGroup> } };

export type TakeBackMyConsentMutationVariables = Exact<{
  input: Types.ConsentIdInput;
}>;


export type TakeBackMyConsentMutation = { revokeConsent: { id: string, state: Types.ConsentState } };

export type SayNoMutationVariables = Exact<{
  input: Types.ConsentRequestIdInput;
}>;


export type SayNoMutation = { refuseConsentRequest: { id: string, open: boolean } };

export type AcceptMyTalkMutationVariables = Exact<{
  input: Types.ApplicationIdInput;
}>;


export type AcceptMyTalkMutation = { acceptTalk: { id: string, talkAt: string | null, talkProposedAt: string | null } };

export type CloseGuidanceMutationVariables = Exact<{
  input: Types.GuidanceCaseIdInput;
}>;


export type CloseGuidanceMutation = { closeGuidanceCase: { id: string, closedAt: string | null } };


export const MySharing = /*#__PURE__*/ gql`
    query MySharing {
  dossiers(first: 1) {
    edges {
      node {
        id
        paused
        pausedBecause
        can
        parties {
          name
          role
        }
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
        consents {
          id
          institution {
            brin
            name
          }
          groups
          purpose
          state
          wording
          approvals {
            at
            by {
              name
              role
            }
          }
          grantedAt
          expiresAt
          revokedAt
          stoppedBy {
            name
            role
          }
          leftOut
          can
        }
        consentRequests {
          id
          institution {
            brin
            name
          }
          groups
          purpose
          message
          askedAt
          open
        }
        guidanceCases {
          id
          institution {
            name
          }
          officer
          reason
          openedAt
          closedAt
        }
        accommodations {
          needs {
            id
            area
          }
        }
        conditions {
          id
          name
        }
        studyAdvice {
          id
          author {
            name
          }
        }
        careerSummary {
          topExperiences {
            id
            title
          }
        }
        careerFile {
          reflections {
            id
            competence
          }
          experiences {
            id
            title
          }
          talks {
            id
            date
            with
          }
        }
        plusDocument {
          items {
            id
            title
          }
        }
      }
    }
  }
}
    ` as unknown as DocumentNode<MySharingQuery, MySharingQueryVariables>;
export const SharingWith = /*#__PURE__*/ gql`
    query SharingWith($id: ID!, $institution: String!) {
  dossier(id: $id) {
    id
    shareableWith(institution: $institution) {
      group
      purpose
      detail
    }
    talk: openTo(institution: $institution, purpose: INTAKE_TALK) {
      group
      basis
      leftOut
    }
    support: openTo(institution: $institution, purpose: SUPPORT_ARRANGEMENT) {
      group
      basis
      leftOut
    }
    start: openTo(institution: $institution, purpose: STUDY_START) {
      group
      basis
      leftOut
    }
    enrolment: openTo(institution: $institution, purpose: ENROLMENT_ADMIN) {
      group
      basis
      leftOut
    }
  }
}
    ` as unknown as DocumentNode<SharingWithQuery, SharingWithQueryVariables>;
export const SharingWords = /*#__PURE__*/ gql`
    query SharingWords($id: ID!, $institution: String!, $purpose: Purpose!, $groups: [FieldGroup!]!, $leftOut: [ID!]) {
  dossier(id: $id) {
    id
    sharingWords(
      institution: $institution
      purpose: $purpose
      groups: $groups
      leftOut: $leftOut
    )
  }
}
    ` as unknown as DocumentNode<SharingWordsQuery, SharingWordsQueryVariables>;
export const GiveMyConsent = /*#__PURE__*/ gql`
    mutation GiveMyConsent($input: GiveConsentInput!) {
  giveConsent(input: $input) {
    id
    state
  }
}
    ` as unknown as DocumentNode<GiveMyConsentMutation, GiveMyConsentMutationVariables>;
export const ApproveMyConsent = /*#__PURE__*/ gql`
    mutation ApproveMyConsent($input: ConsentIdInput!) {
  approveConsent(input: $input) {
    id
    state
  }
}
    ` as unknown as DocumentNode<ApproveMyConsentMutation, ApproveMyConsentMutationVariables>;
export const StopMyConsent = /*#__PURE__*/ gql`
    mutation StopMyConsent($input: StopSharingInput!) {
  stopSharing(input: $input) {
    id
    state
    groups
  }
}
    ` as unknown as DocumentNode<StopMyConsentMutation, StopMyConsentMutationVariables>;
export const TakeBackMyConsent = /*#__PURE__*/ gql`
    mutation TakeBackMyConsent($input: ConsentIdInput!) {
  revokeConsent(input: $input) {
    id
    state
  }
}
    ` as unknown as DocumentNode<TakeBackMyConsentMutation, TakeBackMyConsentMutationVariables>;
export const SayNo = /*#__PURE__*/ gql`
    mutation SayNo($input: ConsentRequestIdInput!) {
  refuseConsentRequest(input: $input) {
    id
    open
  }
}
    ` as unknown as DocumentNode<SayNoMutation, SayNoMutationVariables>;
export const AcceptMyTalk = /*#__PURE__*/ gql`
    mutation AcceptMyTalk($input: ApplicationIdInput!) {
  acceptTalk(input: $input) {
    id
    talkAt
    talkProposedAt
  }
}
    ` as unknown as DocumentNode<AcceptMyTalkMutation, AcceptMyTalkMutationVariables>;
export const CloseGuidance = /*#__PURE__*/ gql`
    mutation CloseGuidance($input: GuidanceCaseIdInput!) {
  closeGuidanceCase(input: $input) {
    id
    closedAt
  }
}
    ` as unknown as DocumentNode<CloseGuidanceMutation, CloseGuidanceMutationVariables>;