// Printed by generate.ts; do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from 'urql';
import { gql } from 'urql';
/** The parts of the career portfolio: the groups of the same names. */
export type CareerPart =
  | 'CAREER_FILE'
  | 'CAREER_SUMMARY'
  | 'PLUS_DOCUMENT';

/** In which role somebody acts. */
export type Role =
  | 'ADMINISTRATOR'
  | 'CARE_COORDINATOR'
  | 'GUARDIAN'
  | 'INTAKER'
  | 'MENTOR'
  | 'MUNICIPALITY'
  | 'PARTNER'
  | 'REGION_ANALYST'
  | 'STUDENT';

/** The five statutory statuses (WEB 8.0.2). */
export type ApplicationStatus =
  | 'APPLIED'
  | 'CONTRACT_OFFERED'
  | 'ENROLLED'
  | 'NOT_ENROLLED'
  | 'WITHDRAWN';

/** Where the dossier stands (domain §7). */
export type DossierStatus =
  | 'APPROVED'
  | 'CLOSED'
  | 'DRAFT'
  | 'ENROLLED'
  | 'ERASED'
  | 'IN_CONSULTATION'
  | 'IN_INTAKE'
  | 'READY'
  | 'SHARED';

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

/** As registered (OSO codes 0, 1, 2). */
export type Gender =
  | 'FEMALE'
  | 'MALE'
  | 'UNKNOWN';

/** What helps: an adjustment that a school can make. */
export type Accommodation =
  | 'ADAPTED_TIMETABLE'
  | 'BREAKS'
  | 'EXTRA_TIME'
  | 'FIXED_COACH'
  | 'HEARING_EQUIPMENT'
  | 'LAPTOP'
  | 'LARGER_PRINT'
  | 'OTHER'
  | 'PLANNING_HELP'
  | 'QUIET_ROOM'
  | 'READ_ALOUD_SOFTWARE'
  | 'SMALL_GROUP'
  | 'TALK_BEFORE_TEST'
  | 'WHEELCHAIR_ACCESS';

/** How the student wants to talk about it at the intake talk. */
export type DiscussPreference =
  | 'MENTOR_FOR_ME'
  | 'MYSELF'
  | 'PREFER_NOT'
  | 'TOGETHER_WITH_MENTOR';

/** Where support is needed. NONE says in so many words that nothing is. */
export type SupportArea =
  | 'BEHAVIOUR'
  | 'CONCENTRATION'
  | 'DUTCH_AS_SECOND_LANGUAGE'
  | 'ENERGY_ILLNESS'
  | 'FEAR_OF_FAILURE'
  | 'HEARING'
  | 'HOME_SITUATION'
  | 'MOBILITY'
  | 'NONE'
  | 'NUMERACY'
  | 'OTHER'
  | 'PLANNING'
  | 'READING_SPELLING'
  | 'SOCIAL'
  | 'VISION';

/** How much support. */
export type SupportLevel =
  | 'INTENSIVE'
  | 'LIGHT'
  | 'MEDIUM';

export type AddCareerCommentInput = {
  dossierId: string;
  /** An item of that part; without it the comment is about the part as a whole. */
  itemId?: string | null | undefined;
  part: CareerPart;
  /** At most 1000 characters. */
  text: string;
};

/** An item, by its id. */
export type ItemIdInput = {
  id: string;
};

export type CreateInvitationInput = {
  dossierId: string;
  /** For whom it is. At most 120 characters. */
  name: string;
  /** STUDENT or GUARDIAN. */
  role: Role;
};

/** An invitation by its id. */
export type InvitationIdInput = {
  id: string;
};

export type MoveDossierInput = {
  /** The version that was read. */
  expectedVersion: number;
  id: string;
  to: DossierStatus;
};

export type RegisterApplicationInput = {
  /** Five digits. */
  crebo: string;
  dossierId: string;
  /** BRIN. */
  institution: string;
  startYear: number;
};

export type CorrectIdentityInput = {
  birthDate?: string | null | undefined;
  callName?: string | null | undefined;
  dossierId: string;
  gender?: Gender | null | undefined;
  /** With dots, no spaces: `Chr.Th.` */
  initials?: string | null | undefined;
  leavingLevel?: SchoolLevel | null | undefined;
  /** BRIN. */
  leavingSchool?: string | null | undefined;
  municipality?: MunicipalityInput | null | undefined;
  /** At most 100 characters. */
  surname?: string | null | undefined;
  surnamePrefix?: string | null | undefined;
};

export type MunicipalityInput = {
  /** `GM0193` */
  code: string;
  name: string;
};

/** At least one of name, explanation and statement. */
export type SaveConditionInput = {
  dossierId: string;
  /** At most 2000 characters. */
  explanation?: string | null | undefined;
  /** The condition to change; without it one is added. */
  id?: string | null | undefined;
  /** At most 120 characters. */
  name?: string | null | undefined;
  statement?: StatementInput | null | undefined;
};

export type SaveSupportNeedInput = {
  accommodations?: Array<Accommodation> | null | undefined;
  area: SupportArea;
  dossierId: string;
  /** The need to change; without it one is added. */
  id?: string | null | undefined;
  level?: SupportLevel | null | undefined;
};

export type SaveSupportProfileInput = {
  /** At most 15, of 200 characters. */
  currentSupport?: Array<string> | null | undefined;
  dossierId: string;
  howToDiscuss?: DiscussPreference | null | undefined;
  /** At most 15, of 200 characters. */
  strengths?: Array<string> | null | undefined;
};

export type StatementInput = {
  expiresOn?: string | null | undefined;
  /** At most 120 characters. */
  issuedBy?: string | null | undefined;
  /** Not in the future. */
  issuedOn?: string | null | undefined;
  /** At most 120 characters. */
  title: string;
};

export type WriteStudyAdviceInput = {
  dossierId: string;
  /** The version that the writer read. */
  expectedVersion?: number | null | undefined;
  /** The advice of which this is a new version; without it this is new advice. */
  id?: string | null | undefined;
  /** At most 4000 characters. */
  text: string;
};

export type MovePupilDossierMutationVariables = Exact<{
  input: MoveDossierInput;
}>;


export type MovePupilDossierMutation = { moveDossier: { id: string, status: DossierStatus } };

export type CorrectIdentityMutationVariables = Exact<{
  input: CorrectIdentityInput;
}>;


export type CorrectIdentityMutation = { correctIdentity: { id: string } };

export type SaveSupportNeedMutationVariables = Exact<{
  input: SaveSupportNeedInput;
}>;


export type SaveSupportNeedMutation = { saveSupportNeed: { id: string } };

export type RemoveSupportNeedMutationVariables = Exact<{
  input: ItemIdInput;
}>;


export type RemoveSupportNeedMutation = { removeSupportNeed: { id: string } };

export type SaveSupportProfileMutationVariables = Exact<{
  input: SaveSupportProfileInput;
}>;


export type SaveSupportProfileMutation = { saveSupportProfile: { id: string } };

export type SaveConditionMutationVariables = Exact<{
  input: SaveConditionInput;
}>;


export type SaveConditionMutation = { saveCondition: { id: string } };

export type RemoveConditionMutationVariables = Exact<{
  input: ItemIdInput;
}>;


export type RemoveConditionMutation = { removeCondition: { id: string } };

export type WriteStudyAdviceMutationVariables = Exact<{
  input: WriteStudyAdviceInput;
}>;


export type WriteStudyAdviceMutation = { writeStudyAdvice: { id: string, version: number } };

export type RemoveStudyAdviceMutationVariables = Exact<{
  input: ItemIdInput;
}>;


export type RemoveStudyAdviceMutation = { removeStudyAdvice: { id: string } };

export type AddCareerCommentMutationVariables = Exact<{
  input: AddCareerCommentInput;
}>;


export type AddCareerCommentMutation = { addCareerComment: { id: string } };

export type RegisterApplicationMutationVariables = Exact<{
  input: RegisterApplicationInput;
}>;


export type RegisterApplicationMutation = { registerApplication: { id: string, status: ApplicationStatus } };

export type CreateInvitationMutationVariables = Exact<{
  input: CreateInvitationInput;
}>;


export type CreateInvitationMutation = { createInvitation: { code: string, invitation: { id: string, name: string, role: Role, expiresAt: string } } };

export type RevokeInvitationMutationVariables = Exact<{
  input: InvitationIdInput;
}>;


export type RevokeInvitationMutation = { revokeInvitation: { id: string } };


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