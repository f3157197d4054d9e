// Printed by generate.ts; do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../../graphql/schema.ts';

import type { TypedDocumentNode as DocumentNode } from 'urql';
import { gql } from 'urql';
export type MyChildrenQueryVariables = Exact<{ [key: string]: never; }>;


export type MyChildrenQuery = { dossiers: { edges: Array<{ node: { id: string, status: Types.DossierStatus, version: number, paused: boolean, pausedBecause: Types.PauseReason | null, can: Array<Types.DossierAction>, identity: { callName: string | null, surname: string, initials: string, surnamePrefix: string | null } | null, parties: Array<{ name: string, role: Types.Role }> | null, endableParties: Array<{ id: string, name: string }> | null, approvals: Array<{ version: number, by: { name: string } }> | null, applications: Array<{ id: string, status: Types.ApplicationStatus, talkAt: string | null, institution: { brin: string, name: string }, programme: { name: string } }> | null, consents: Array<{ id: string, groups: Array<Types.FieldGroup>, purpose: Types.Purpose, state: Types.ConsentState, wording: string, expiresAt: string | null, revokedAt: string | null, can: Array<Types.DossierAction>, institution: { brin: string, name: string }, approvals: Array<{ at: string, by: { name: string, role: Types.Role } }>, stoppedBy: { name: string, role: Types.Role } | null }> | null, consentRequests: Array<{ id: string, groups: Array<Types.FieldGroup>, purpose: Types.Purpose, message: string | null, askedAt: string, open: boolean, institution: { name: string } }> | null } }> } };

export type ApproveChildConsentMutationVariables = Exact<{
  input: Types.ConsentIdInput;
}>;


export type ApproveChildConsentMutation = { approveConsent: { id: string, state: Types.ConsentState } };

export type StopChildConsentMutationVariables = Exact<{
  input: Types.ConsentIdInput;
}>;


export type StopChildConsentMutation = { revokeConsent: { id: string, state: Types.ConsentState } };

export type RefuseChildRequestMutationVariables = Exact<{
  input: Types.ConsentRequestIdInput;
}>;


export type RefuseChildRequestMutation = { refuseConsentRequest: { id: string, open: boolean } };

export type ApproveChildDossierMutationVariables = Exact<{
  input: Types.ApproveDossierInput;
}>;


export type ApproveChildDossierMutation = { approveDossier: { id: string, status: Types.DossierStatus } };

export type ReopenChildDossierMutationVariables = Exact<{
  input: Types.MoveDossierInput;
}>;


export type ReopenChildDossierMutation = { moveDossier: { id: string, status: Types.DossierStatus } };

export type GiveNumberStatementMutationVariables = Exact<{
  input: Types.DossierIdInput;
}>;


export type GiveNumberStatementMutation = { givePersonalNumberStatement: { id: string } };

export type PauseChildSharingMutationVariables = Exact<{
  input: Types.DossierIdInput;
}>;


export type PauseChildSharingMutation = { pauseSharing: { id: string, paused: boolean } };

export type ResumeChildSharingMutationVariables = Exact<{
  input: Types.DossierIdInput;
}>;


export type ResumeChildSharingMutation = { resumeSharing: { id: string, paused: boolean } };

export type LeaveChildMutationVariables = Exact<{
  input: Types.EndPartyInput;
}>;


export type LeaveChildMutation = { endParty: { id: string } };


export const MyChildren = /*#__PURE__*/ gql`
    query MyChildren {
  dossiers(first: 20) {
    edges {
      node {
        id
        status
        version
        paused
        pausedBecause
        can
        identity {
          callName
          surname
          initials
          surnamePrefix
        }
        parties {
          name
          role
        }
        endableParties {
          id
          name
        }
        approvals {
          version
          by {
            name
          }
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
          expiresAt
          revokedAt
          stoppedBy {
            name
            role
          }
          can
        }
        consentRequests {
          id
          institution {
            name
          }
          groups
          purpose
          message
          askedAt
          open
        }
      }
    }
  }
}
    ` as unknown as DocumentNode<MyChildrenQuery, MyChildrenQueryVariables>;
export const ApproveChildConsent = /*#__PURE__*/ gql`
    mutation ApproveChildConsent($input: ConsentIdInput!) {
  approveConsent(input: $input) {
    id
    state
  }
}
    ` as unknown as DocumentNode<ApproveChildConsentMutation, ApproveChildConsentMutationVariables>;
export const StopChildConsent = /*#__PURE__*/ gql`
    mutation StopChildConsent($input: ConsentIdInput!) {
  revokeConsent(input: $input) {
    id
    state
  }
}
    ` as unknown as DocumentNode<StopChildConsentMutation, StopChildConsentMutationVariables>;
export const RefuseChildRequest = /*#__PURE__*/ gql`
    mutation RefuseChildRequest($input: ConsentRequestIdInput!) {
  refuseConsentRequest(input: $input) {
    id
    open
  }
}
    ` as unknown as DocumentNode<RefuseChildRequestMutation, RefuseChildRequestMutationVariables>;
export const ApproveChildDossier = /*#__PURE__*/ gql`
    mutation ApproveChildDossier($input: ApproveDossierInput!) {
  approveDossier(input: $input) {
    id
    status
  }
}
    ` as unknown as DocumentNode<ApproveChildDossierMutation, ApproveChildDossierMutationVariables>;
export const ReopenChildDossier = /*#__PURE__*/ gql`
    mutation ReopenChildDossier($input: MoveDossierInput!) {
  moveDossier(input: $input) {
    id
    status
  }
}
    ` as unknown as DocumentNode<ReopenChildDossierMutation, ReopenChildDossierMutationVariables>;
export const GiveNumberStatement = /*#__PURE__*/ gql`
    mutation GiveNumberStatement($input: DossierIdInput!) {
  givePersonalNumberStatement(input: $input) {
    id
  }
}
    ` as unknown as DocumentNode<GiveNumberStatementMutation, GiveNumberStatementMutationVariables>;
export const PauseChildSharing = /*#__PURE__*/ gql`
    mutation PauseChildSharing($input: DossierIdInput!) {
  pauseSharing(input: $input) {
    id
    paused
  }
}
    ` as unknown as DocumentNode<PauseChildSharingMutation, PauseChildSharingMutationVariables>;
export const ResumeChildSharing = /*#__PURE__*/ gql`
    mutation ResumeChildSharing($input: DossierIdInput!) {
  resumeSharing(input: $input) {
    id
    paused
  }
}
    ` as unknown as DocumentNode<ResumeChildSharingMutation, ResumeChildSharingMutationVariables>;
export const LeaveChild = /*#__PURE__*/ gql`
    mutation LeaveChild($input: EndPartyInput!) {
  endParty(input: $input) {
    id
  }
}
    ` as unknown as DocumentNode<LeaveChildMutation, LeaveChildMutationVariables>;