// Printed by generate.ts; do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../../graphql/schema.ts';

import type { TypedDocumentNode as DocumentNode } from 'urql';
import { gql } from 'urql';
export type KeptVersionsQueryVariables = Exact<{
  dossier: string;
}>;


export type KeptVersionsQuery = { dossier: { id: string, applications: Array<{ id: string, intakePreparation: { id: string, sections: Array<{ key: Types.SectionKey, access: Types.SectionAccess, text: string | null }>, versions: Array<{ id: string, number: number, sections: Array<{ key: Types.SectionKey, text: string, html: string }> }> } | null }> | null } | null };

export type PutSectionBackMutationVariables = Exact<{
  input: Types.RestoreSectionInput;
}>;


export type PutSectionBackMutation = { restoreSection: { key: Types.SectionKey, access: Types.SectionAccess, updatedAt: string | null } };


export const KeptVersions = /*#__PURE__*/ gql`
    query KeptVersions($dossier: ID!) {
  dossier(id: $dossier) {
    id
    applications {
      id
      intakePreparation {
        id
        sections {
          key
          access
          text
        }
        versions {
          id
          number
          sections {
            key
            text
            html
          }
        }
      }
    }
  }
}
    ` as unknown as DocumentNode<KeptVersionsQuery, KeptVersionsQueryVariables>;
export const PutSectionBack = /*#__PURE__*/ gql`
    mutation PutSectionBack($input: RestoreSectionInput!) {
  restoreSection(input: $input) {
    key
    access
    updatedAt
  }
}
    ` as unknown as DocumentNode<PutSectionBackMutation, PutSectionBackMutationVariables>;