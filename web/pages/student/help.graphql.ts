// Printed by generate.ts; do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from 'urql';
import { gql } from 'urql';
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

/** An item, by its id. */
export type ItemIdInput = {
  id: string;
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

export type MyHelpQueryVariables = Exact<{ [key: string]: never; }>;


export type MyHelpQuery = { dossiers: { edges: Array<{ node: { id: string, status: DossierStatus, accommodations: { strengths: Array<string>, currentSupport: Array<string>, howToDiscuss: DiscussPreference | null, needs: Array<{ id: string, area: SupportArea, level: SupportLevel | null, accommodations: Array<Accommodation> }> } | null, conditions: Array<{ id: string, name: string | null, explanation: string | null, ownView: string | null, statement: { title: string, issuedBy: string | null, issuedOn: string | null, expiresOn: string | null } | null }> | null } }> } };

export type SaveMySupportNeedMutationVariables = Exact<{
  input: SaveSupportNeedInput;
}>;


export type SaveMySupportNeedMutation = { saveSupportNeed: { id: string, accommodations: { needs: Array<{ id: string, area: SupportArea }> } | null } };

export type RemoveMySupportNeedMutationVariables = Exact<{
  input: ItemIdInput;
}>;


export type RemoveMySupportNeedMutation = { removeSupportNeed: { id: string, accommodations: { needs: Array<{ id: string }> } | null } };

export type SaveMySupportProfileMutationVariables = Exact<{
  input: SaveSupportProfileInput;
}>;


export type SaveMySupportProfileMutation = { saveSupportProfile: { id: string, accommodations: { strengths: Array<string> } | null } };

export type SaveMyConditionMutationVariables = Exact<{
  input: SaveConditionInput;
}>;


export type SaveMyConditionMutation = { saveCondition: { id: string, conditions: Array<{ id: string }> | null } };

export type RemoveMyConditionMutationVariables = Exact<{
  input: ItemIdInput;
}>;


export type RemoveMyConditionMutation = { removeCondition: { id: string, conditions: Array<{ id: string }> | null } };


export const MyHelp = /*#__PURE__*/ gql`
    query MyHelp {
  dossiers(first: 1) {
    edges {
      node {
        id
        status
        accommodations {
          needs {
            id
            area
            level
            accommodations
          }
          strengths
          currentSupport
          howToDiscuss
        }
        conditions {
          id
          name
          explanation
          statement {
            title
            issuedBy
            issuedOn
            expiresOn
          }
          ownView
        }
      }
    }
  }
}
    ` as unknown as DocumentNode<MyHelpQuery, MyHelpQueryVariables>;
export const SaveMySupportNeed = /*#__PURE__*/ gql`
    mutation SaveMySupportNeed($input: SaveSupportNeedInput!) {
  saveSupportNeed(input: $input) {
    id
    accommodations {
      needs {
        id
        area
      }
    }
  }
}
    ` as unknown as DocumentNode<SaveMySupportNeedMutation, SaveMySupportNeedMutationVariables>;
export const RemoveMySupportNeed = /*#__PURE__*/ gql`
    mutation RemoveMySupportNeed($input: ItemIdInput!) {
  removeSupportNeed(input: $input) {
    id
    accommodations {
      needs {
        id
      }
    }
  }
}
    ` as unknown as DocumentNode<RemoveMySupportNeedMutation, RemoveMySupportNeedMutationVariables>;
export const SaveMySupportProfile = /*#__PURE__*/ gql`
    mutation SaveMySupportProfile($input: SaveSupportProfileInput!) {
  saveSupportProfile(input: $input) {
    id
    accommodations {
      strengths
    }
  }
}
    ` as unknown as DocumentNode<SaveMySupportProfileMutation, SaveMySupportProfileMutationVariables>;
export const SaveMyCondition = /*#__PURE__*/ gql`
    mutation SaveMyCondition($input: SaveConditionInput!) {
  saveCondition(input: $input) {
    id
    conditions {
      id
    }
  }
}
    ` as unknown as DocumentNode<SaveMyConditionMutation, SaveMyConditionMutationVariables>;
export const RemoveMyCondition = /*#__PURE__*/ gql`
    mutation RemoveMyCondition($input: ItemIdInput!) {
  removeCondition(input: $input) {
    id
    conditions {
      id
    }
  }
}
    ` as unknown as DocumentNode<RemoveMyConditionMutation, RemoveMyConditionMutationVariables>;