// Printed by generate.ts; do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../../graphql/schema.ts';

import type { TypedDocumentNode as DocumentNode } from 'urql';
import { gql } from 'urql';
export type MyDataQueryVariables = Exact<{ [key: string]: never; }>;


export type MyDataQuery = { dossiers: { edges: Array<{ node: { id: string, status: Types.DossierStatus, can: Array<Types.DossierAction>, parties: Array<{ name: string, role: Types.Role, organisation: { name: string } | null }> | null, endableParties: Array<{ id: string, name: string, role: Types.Role }> | null, identity: { initials: string, surnamePrefix: string | null, surname: string, callName: string | null, birthDate: string, gender: Types.Gender, leavingLevel: Types.SchoolLevel | null, municipality: { name: string } | null, leavingSchool: { brin: string, name: string } | null } | null, personalNumber: { kind: Types.PersonalNumberKind, masked: string, statementGiven: boolean, reveals: Array<{ at: string, purpose: Types.Purpose, by: { name: string, role: Types.Role, organisation: { brin: string, name: string } | null } }> | null } | null, contact: { email: string | null, phone: string | null, address: { street: string, houseNumber: string, postcode: string, city: string } | null } | null } }> } };

export type RevealMyNumberMutationVariables = Exact<{
  input: Types.RevealPersonalNumberInput;
}>;


export type RevealMyNumberMutation = { revealPersonalNumber: string };

export type GiveMyNumberStatementMutationVariables = Exact<{
  input: Types.DossierIdInput;
}>;


export type GiveMyNumberStatementMutation = { givePersonalNumberStatement: { id: string, can: Array<Types.DossierAction>, personalNumber: { masked: string, statementGiven: boolean } | null } };

export type UpdateMyContactMutationVariables = Exact<{
  input: Types.UpdateContactInput;
}>;


export type UpdateMyContactMutation = { updateContact: { id: string, contact: { email: string | null, phone: string | null, address: { street: string, houseNumber: string, postcode: string, city: string } | null } | null } };

export type EndGuardianMutationVariables = Exact<{
  input: Types.EndPartyInput;
}>;


export type EndGuardianMutation = { endParty: { id: string, endableParties: Array<{ id: string }> | null } };


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
          organisation {
            name
          }
        }
        endableParties {
          id
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
export const EndGuardian = /*#__PURE__*/ gql`
    mutation EndGuardian($input: EndPartyInput!) {
  endParty(input: $input) {
    id
    endableParties {
      id
    }
  }
}
    ` as unknown as DocumentNode<EndGuardianMutation, EndGuardianMutationVariables>;