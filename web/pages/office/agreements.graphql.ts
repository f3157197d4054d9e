// Printed by generate.ts; do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] }
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never }
import type { TypedDocumentNode as DocumentNode } from 'urql'
import { gql } from 'urql'
/** Who approves for a student of 16 or 17. */
export type MinorPolicy = 'BOTH_UNTIL_18' | 'STUDENT_FROM_16'

/** What enrolment opens beside the legally required groups. */
export type PostEnrolment = 'CONSENT' | 'RIGHT_OF_ACCESS'

/** A tick, or a tick with written advice. */
export type Detail = 'TICK' | 'TICK_AND_ADVICE'

/** The twelve groups for which consent is given and reading is judged. */
export type FieldGroup =
  | 'ACCOMMODATIONS'
  | 'APPLICATION_STATUS'
  | 'CAREER_FILE'
  | 'CAREER_SUMMARY'
  | 'CONDITION'
  | 'CONTACT'
  | 'IDENTITY'
  | 'INTAKE_PREPARATION'
  | 'PERSONAL_NUMBER'
  | 'PLUS_DOCUMENT'
  | 'SHARING'
  | 'STUDY_ADVICE'

/** What the mbo reads for (GDPR art. 5.1.b): header `x-purpose`. */
export type Purpose = 'ENROLMENT_ADMIN' | 'INTAKE_TALK' | 'STUDY_START' | 'SUPPORT_ARRANGEMENT'

/** An agreement by its id. */
export type AgreementIdInput = {
  id: string
}

export type AllowedGroupInput = {
  detail: Detail
  /** Not before this day. */
  from?: string | null | undefined
  group: FieldGroup
  purposes: Array<Purpose>
}

export type SaveAgreementInput = {
  allowed: Array<AllowedGroupInput>
  /** How often the dashboard may get new counts; default 900. */
  beatSeconds?: number | null | undefined
  goals?: Array<string> | null | undefined
  /** A draft to change; without it a new version is drafted. */
  id?: string | null | undefined
  minorPolicy: MinorPolicy
  postEnrolment: PostEnrolment
  /** `01` to `39`. */
  region: string
}

export type RegionsToSignQueryVariables = Exact<{ [key: string]: never }>

export type RegionsToSignQuery = {
  regions: Array<{
    code: string
    name: string
    agreement: { id: string; version: number; beatSeconds: number } | null
    agreements: Array<{ id: string; state: string }> | null
  }>
}

export type AgreementsOfRegionQueryVariables = Exact<{
  code: string
}>

export type AgreementsOfRegionQuery = {
  region: {
    code: string
    name: string
    agreements: Array<{
      id: string
      version: number
      state: string
      minorPolicy: MinorPolicy
      postEnrolment: PostEnrolment
      goals: Array<string>
      beatSeconds: number
      signedBy: Array<string>
      allowed: Array<{ group: FieldGroup; detail: Detail; from: string | null; purposes: Array<Purpose> }>
    }> | null
  } | null
}

export type SaveAgreementMutationVariables = Exact<{
  input: SaveAgreementInput
}>

export type SaveAgreementMutation = {
  saveAgreement: { id: string; version: number; state: string; region: { code: string } }
}

export type SignAgreementMutationVariables = Exact<{
  input: AgreementIdInput
}>

export type SignAgreementMutation = {
  activateAgreement: { id: string; state: string; signedBy: Array<string>; region: { code: string } }
}

export const RegionsToSign = /*#__PURE__*/ gql`
  query RegionsToSign {
    regions {
      code
      name
      agreement {
        id
        version
        beatSeconds
      }
      agreements {
        id
        state
      }
    }
  }
` as unknown as DocumentNode<RegionsToSignQuery, RegionsToSignQueryVariables>
export const AgreementsOfRegion = /*#__PURE__*/ gql`
  query AgreementsOfRegion($code: ID!) {
    region(code: $code) {
      code
      name
      agreements {
        id
        version
        state
        minorPolicy
        postEnrolment
        goals
        beatSeconds
        signedBy
        allowed {
          group
          detail
          from
          purposes
        }
      }
    }
  }
` as unknown as DocumentNode<AgreementsOfRegionQuery, AgreementsOfRegionQueryVariables>
export const SaveAgreement = /*#__PURE__*/ gql`
  mutation SaveAgreement($input: SaveAgreementInput!) {
    saveAgreement(input: $input) {
      id
      version
      state
      region {
        code
      }
    }
  }
` as unknown as DocumentNode<SaveAgreementMutation, SaveAgreementMutationVariables>
export const SignAgreement = /*#__PURE__*/ gql`
  mutation SignAgreement($input: AgreementIdInput!) {
    activateAgreement(input: $input) {
      id
      state
      signedBy
      region {
        code
      }
    }
  }
` as unknown as DocumentNode<SignAgreementMutation, SignAgreementMutationVariables>
