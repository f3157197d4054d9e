// Printed by generate.ts; do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from 'urql';
import { gql } from 'urql';
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

/** What the mbo reads for (GDPR art. 5.1.b): header `x-purpose`. */
export type Purpose =
  | 'ENROLMENT_ADMIN'
  | 'INTAKE_TALK'
  | 'STUDY_START'
  | 'SUPPORT_ARRANGEMENT';

/** What a viewer may do with a dossier now. */
export type DossierAction =
  | 'ACCEPT_TALK'
  | 'APPROVE'
  | 'APPROVE_CONSENT'
  | 'END_TALK'
  | 'ERASE'
  | 'GIVE_CONSENT'
  | 'GIVE_NUMBER_STATEMENT'
  | 'INVITE'
  | 'MOVE_TO_CONSULTATION'
  | 'MOVE_TO_DRAFT'
  | 'MOVE_TO_READY'
  | 'PAUSE'
  | 'PROPOSE_TALK'
  | 'REFUSE_REQUEST'
  | 'REPORT_APPLICATION_STATUS'
  | 'REQUEST_CONSENT'
  | 'RESUME'
  | 'REVOKE_CONSENT';

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

/** BSN, or the onderwijsnummer of who has none. */
export type PersonalNumberKind =
  | 'BSN'
  | 'ONDERWIJSNUMMER';

/** A dossier by its id. */
export type DossierIdInput = {
  dossierId: string;
};

export type AddressInput = {
  city: string;
  /** `12 B` */
  houseNumber: string;
  /** `8011 AB` */
  postcode: string;
  street: string;
};

export type RevealPersonalNumberInput = {
  dossierId: string;
  purpose: Purpose;
};

export type UpdateContactInput = {
  address?: AddressInput | null | undefined;
  dossierId: string;
  email?: string | null | undefined;
  /** Ten digits, or with `+` and the code of the country. */
  phone?: string | null | undefined;
};

export type MyDataQueryVariables = Exact<{ [key: string]: never; }>;


export type MyDataQuery = { dossiers: { edges: Array<{ node: { id: string, status: DossierStatus, can: Array<DossierAction>, parties: Array<{ name: string, role: Role }> | null, identity: { initials: string, surnamePrefix: string | null, surname: string, callName: string | null, birthDate: string, gender: Gender, leavingLevel: SchoolLevel | null, municipality: { name: string } | null, leavingSchool: { brin: string, name: string } | null } | null, personalNumber: { kind: PersonalNumberKind, masked: string, statementGiven: boolean, reveals: Array<{ at: string, purpose: Purpose, by: { name: string, role: Role, organisation: { brin: string, name: string } | null } }> | null } | null, contact: { email: string | null, phone: string | null, address: { street: string, houseNumber: string, postcode: string, city: string } | null } | null } }> } };

export type RevealMyNumberMutationVariables = Exact<{
  input: RevealPersonalNumberInput;
}>;


export type RevealMyNumberMutation = { revealPersonalNumber: string };

export type GiveMyNumberStatementMutationVariables = Exact<{
  input: DossierIdInput;
}>;


export type GiveMyNumberStatementMutation = { givePersonalNumberStatement: { id: string, can: Array<DossierAction>, personalNumber: { masked: string, statementGiven: boolean } | null } };

export type UpdateMyContactMutationVariables = Exact<{
  input: UpdateContactInput;
}>;


export type UpdateMyContactMutation = { updateContact: { id: string, contact: { email: string | null, phone: string | null, address: { street: string, houseNumber: string, postcode: string, city: string } | null } | null } };


export const MyData = /*#__PURE__*/ gql`
    query MyData {
  dossiers(first: 1) {
    edges {
      node {
        id
        status
        can
        parties {
          name
          role
        }
        identity {
          initials
          surnamePrefix
          surname
          callName
          birthDate
          gender
          municipality {
            name
          }
          leavingSchool {
            brin
            name
          }
          leavingLevel
        }
        personalNumber {
          kind
          masked
          statementGiven
          reveals {
            at
            purpose
            by {
              name
              role
              organisation {
                brin
                name
              }
            }
          }
        }
        contact {
          email
          phone
          address {
            street
            houseNumber
            postcode
            city
          }
        }
      }
    }
  }
}
    ` as unknown as DocumentNode<MyDataQuery, MyDataQueryVariables>;
export const RevealMyNumber = /*#__PURE__*/ gql`
    mutation RevealMyNumber($input: RevealPersonalNumberInput!) {
  revealPersonalNumber(input: $input)
}
    ` as unknown as DocumentNode<RevealMyNumberMutation, RevealMyNumberMutationVariables>;
export const GiveMyNumberStatement = /*#__PURE__*/ gql`
    mutation GiveMyNumberStatement($input: DossierIdInput!) {
  givePersonalNumberStatement(input: $input) {
    id
    can
    personalNumber {
      masked
      statementGiven
    }
  }
}
    ` as unknown as DocumentNode<GiveMyNumberStatementMutation, GiveMyNumberStatementMutationVariables>;
export const UpdateMyContact = /*#__PURE__*/ gql`
    mutation UpdateMyContact($input: UpdateContactInput!) {
  updateContact(input: $input) {
    id
    contact {
      email
      phone
      address {
        street
        houseNumber
        postcode
        city
      }
    }
  }
}
    ` as unknown as DocumentNode<UpdateMyContactMutation, UpdateMyContactMutationVariables>;