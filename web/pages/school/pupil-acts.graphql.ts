// Printed by generate.ts; do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../../graphql/schema.ts';

import type { TypedDocumentNode as DocumentNode } from 'urql';
import { gql } from 'urql';
export type MovePupilDossierMutationVariables = Exact<{
  input: Types.MoveDossierInput;
}>;


export type MovePupilDossierMutation = { moveDossier: { id: string, status: Types.DossierStatus } };

export type CorrectIdentityMutationVariables = Exact<{
  input: Types.CorrectIdentityInput;
}>;


export type CorrectIdentityMutation = { correctIdentity: { id: string } };

export type SaveSupportNeedMutationVariables = Exact<{
  input: Types.SaveSupportNeedInput;
}>;


export type SaveSupportNeedMutation = { saveSupportNeed: { id: string } };

export type RemoveSupportNeedMutationVariables = Exact<{
  input: Types.ItemIdInput;
}>;


export type RemoveSupportNeedMutation = { removeSupportNeed: { id: string } };

export type SaveSupportProfileMutationVariables = Exact<{
  input: Types.SaveSupportProfileInput;
}>;


export type SaveSupportProfileMutation = { saveSupportProfile: { id: string } };

export type SaveConditionMutationVariables = Exact<{
  input: Types.SaveConditionInput;
}>;


export type SaveConditionMutation = { saveCondition: { id: string } };

export type RemoveConditionMutationVariables = Exact<{
  input: Types.ItemIdInput;
}>;


export type RemoveConditionMutation = { removeCondition: { id: string } };

export type WriteStudyAdviceMutationVariables = Exact<{
  input: Types.WriteStudyAdviceInput;
}>;


export type WriteStudyAdviceMutation = { writeStudyAdvice: { id: string, version: number } };

export type RemoveStudyAdviceMutationVariables = Exact<{
  input: Types.ItemIdInput;
}>;


export type RemoveStudyAdviceMutation = { removeStudyAdvice: { id: string } };

export type AddCareerCommentMutationVariables = Exact<{
  input: Types.AddCareerCommentInput;
}>;


export type AddCareerCommentMutation = { addCareerComment: { id: string } };

export type RegisterApplicationMutationVariables = Exact<{
  input: Types.RegisterApplicationInput;
}>;


export type RegisterApplicationMutation = { registerApplication: { id: string, status: Types.ApplicationStatus } };

export type CreateInvitationMutationVariables = Exact<{
  input: Types.CreateInvitationInput;
}>;


export type CreateInvitationMutation = { createInvitation: { code: string, invitation: { id: string, name: string, role: Types.Role, expiresAt: string } } };

export type RevokeInvitationMutationVariables = Exact<{
  input: Types.InvitationIdInput;
}>;


export type RevokeInvitationMutation = { revokeInvitation: { id: string } };

export type EndPartyMutationVariables = Exact<{
  input: Types.EndPartyInput;
}>;


export type EndPartyMutation = { endParty: { id: string } };


export const MovePupilDossier = /*#__PURE__*/ gql`
    mutation MovePupilDossier($input: MoveDossierInput!) {
  moveDossier(input: $input) {
    id
    status
  }
}
    ` as unknown as DocumentNode<MovePupilDossierMutation, MovePupilDossierMutationVariables>;
export const CorrectIdentity = /*#__PURE__*/ gql`
    mutation CorrectIdentity($input: CorrectIdentityInput!) {
  correctIdentity(input: $input) {
    id
  }
}
    ` as unknown as DocumentNode<CorrectIdentityMutation, CorrectIdentityMutationVariables>;
export const SaveSupportNeed = /*#__PURE__*/ gql`
    mutation SaveSupportNeed($input: SaveSupportNeedInput!) {
  saveSupportNeed(input: $input) {
    id
  }
}
    ` as unknown as DocumentNode<SaveSupportNeedMutation, SaveSupportNeedMutationVariables>;
export const RemoveSupportNeed = /*#__PURE__*/ gql`
    mutation RemoveSupportNeed($input: ItemIdInput!) {
  removeSupportNeed(input: $input) {
    id
  }
}
    ` as unknown as DocumentNode<RemoveSupportNeedMutation, RemoveSupportNeedMutationVariables>;
export const SaveSupportProfile = /*#__PURE__*/ gql`
    mutation SaveSupportProfile($input: SaveSupportProfileInput!) {
  saveSupportProfile(input: $input) {
    id
  }
}
    ` as unknown as DocumentNode<SaveSupportProfileMutation, SaveSupportProfileMutationVariables>;
export const SaveCondition = /*#__PURE__*/ gql`
    mutation SaveCondition($input: SaveConditionInput!) {
  saveCondition(input: $input) {
    id
  }
}
    ` as unknown as DocumentNode<SaveConditionMutation, SaveConditionMutationVariables>;
export const RemoveCondition = /*#__PURE__*/ gql`
    mutation RemoveCondition($input: ItemIdInput!) {
  removeCondition(input: $input) {
    id
  }
}
    ` as unknown as DocumentNode<RemoveConditionMutation, RemoveConditionMutationVariables>;
export const WriteStudyAdvice = /*#__PURE__*/ gql`
    mutation WriteStudyAdvice($input: WriteStudyAdviceInput!) {
  writeStudyAdvice(input: $input) {
    id
    version
  }
}
    ` as unknown as DocumentNode<WriteStudyAdviceMutation, WriteStudyAdviceMutationVariables>;
export const RemoveStudyAdvice = /*#__PURE__*/ gql`
    mutation RemoveStudyAdvice($input: ItemIdInput!) {
  removeStudyAdvice(input: $input) {
    id
  }
}
    ` as unknown as DocumentNode<RemoveStudyAdviceMutation, RemoveStudyAdviceMutationVariables>;
export const AddCareerComment = /*#__PURE__*/ gql`
    mutation AddCareerComment($input: AddCareerCommentInput!) {
  addCareerComment(input: $input) {
    id
  }
}
    ` as unknown as DocumentNode<AddCareerCommentMutation, AddCareerCommentMutationVariables>;
export const RegisterApplication = /*#__PURE__*/ gql`
    mutation RegisterApplication($input: RegisterApplicationInput!) {
  registerApplication(input: $input) {
    id
    status
  }
}
    ` as unknown as DocumentNode<RegisterApplicationMutation, RegisterApplicationMutationVariables>;
export const CreateInvitation = /*#__PURE__*/ gql`
    mutation CreateInvitation($input: CreateInvitationInput!) {
  createInvitation(input: $input) {
    code
    invitation {
      id
      name
      role
      expiresAt
    }
  }
}
    ` as unknown as DocumentNode<CreateInvitationMutation, CreateInvitationMutationVariables>;
export const RevokeInvitation = /*#__PURE__*/ gql`
    mutation RevokeInvitation($input: InvitationIdInput!) {
  revokeInvitation(input: $input) {
    id
  }
}
    ` as unknown as DocumentNode<RevokeInvitationMutation, RevokeInvitationMutationVariables>;
export const EndParty = /*#__PURE__*/ gql`
    mutation EndParty($input: EndPartyInput!) {
  endParty(input: $input) {
    id
  }
}
    ` as unknown as DocumentNode<EndPartyMutation, EndPartyMutationVariables>;