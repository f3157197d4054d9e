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

/** Narrows the list; all given conditions hold together. */
export type DossierFilter = {
  /** BRIN of an institution applied to. */
  institution?: string | null | undefined;
  /** A part of the student's name; vo staff only. */
  search?: string | null | undefined;
  /** As the viewer sees it. */
  status?: Array<DossierStatus> | null | undefined;
  /** Only what waits for this viewer. */
  waitingForMe?: boolean | null | undefined;
};

export type MyPupilsQueryVariables = Exact<{
  after?: string | null | undefined;
  filter?: DossierFilter | null | undefined;
}>;


export type MyPupilsQuery = { dossiers: { edges: Array<{ node: { id: string, status: DossierStatus, paused: boolean, parties: Array<{ name: string, role: Role }> | null, applications: Array<{ id: string, status: ApplicationStatus, institution: { brin: string, name: string } }> | null, consents: Array<{ id: string, institution: { brin: string } }> | null } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, endCursor: string | null } } };


export const MyPupils = /*#__PURE__*/ gql`
    query MyPupils($after: String, $filter: DossierFilter) {
  dossiers(first: 50, after: $after, filter: $filter) {
    edges {
      node {
        id
        status
        paused
        parties {
          name
          role
        }
        applications {
          id
          status
          institution {
            brin
            name
          }
        }
        consents {
          id
          institution {
            brin
          }
        }
      }
    }
    pageInfo {
      hasNextPage
      hasPreviousPage
      endCursor
    }
  }
}
    ` as unknown as DocumentNode<MyPupilsQuery, MyPupilsQueryVariables>;