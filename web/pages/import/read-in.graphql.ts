// Printed by generate.ts; do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../../graphql/schema.ts';

import type { TypedDocumentNode as DocumentNode } from 'urql';
import { gql } from 'urql';
export type MyImportsQueryVariables = Exact<{ [key: string]: never; }>;


export type MyImportsQuery = { imports: Array<{ id: string, kind: Types.ImportKind, state: Types.ImportState, fileName: string, startedAt: string, rows: number, done: number, added: number }> | null };

export type ImportSeenQueryVariables = Exact<{
  id: string;
}>;


export type ImportSeenQuery = { import: { id: string, kind: Types.ImportKind, state: Types.ImportState, fileName: string, encoding: string | null, separator: string | null, fields: Array<Types.ImportField>, needed: Array<Types.ImportField>, rows: number, done: number, added: number, changed: number, unchanged: number, failed: number, columns: Array<{ heading: string, field: Types.ImportField | null }>, faults: Array<{ line: number, column: string | null, reason: string }> } | null };

export type StartImportMutationVariables = Exact<{
  input: Types.StartImportInput;
}>;


export type StartImportMutation = { startImport: { id: string } };

export type AppendImportMutationVariables = Exact<{
  input: Types.AppendImportInput;
}>;


export type AppendImportMutation = { appendImport: { receivedParts: number } };

export type CheckImportMutationVariables = Exact<{
  input: Types.CheckImportInput;
}>;


export type CheckImportMutation = { checkImport: { state: Types.ImportState } };

export type ContinueImportMutationVariables = Exact<{
  input: Types.ContinueImportInput;
}>;


export type ContinueImportMutation = { continueImport: { rows: number, done: number, finished: boolean } };

export type RemoveImportMutationVariables = Exact<{
  input: Types.ImportIdInput;
}>;


export type RemoveImportMutation = { removeImport: boolean };

export type OwnDossierQueryVariables = Exact<{ [key: string]: never; }>;


export type OwnDossierQuery = { dossiers: { edges: Array<{ node: { id: string } }> } };


export const MyImports = /*#__PURE__*/ gql`
    query MyImports {
  imports {
    id
    kind
    state
    fileName
    startedAt
    rows
    done
    added
  }
}
    ` as unknown as DocumentNode<MyImportsQuery, MyImportsQueryVariables>;
export const ImportSeen = /*#__PURE__*/ gql`
    query ImportSeen($id: ID!) {
  import(id: $id) {
    id
    kind
    state
    fileName
    encoding
    separator
    fields
    needed
    rows
    done
    added
    changed
    unchanged
    failed
    columns {
      heading
      field
    }
    faults(first: 1000) {
      line
      column
      reason
    }
  }
}
    ` as unknown as DocumentNode<ImportSeenQuery, ImportSeenQueryVariables>;
export const StartImport = /*#__PURE__*/ gql`
    mutation StartImport($input: StartImportInput!) {
  startImport(input: $input) {
    id
  }
}
    ` as unknown as DocumentNode<StartImportMutation, StartImportMutationVariables>;
export const AppendImport = /*#__PURE__*/ gql`
    mutation AppendImport($input: AppendImportInput!) {
  appendImport(input: $input) {
    receivedParts
  }
}
    ` as unknown as DocumentNode<AppendImportMutation, AppendImportMutationVariables>;
export const CheckImport = /*#__PURE__*/ gql`
    mutation CheckImport($input: CheckImportInput!) {
  checkImport(input: $input) {
    state
  }
}
    ` as unknown as DocumentNode<CheckImportMutation, CheckImportMutationVariables>;
export const ContinueImport = /*#__PURE__*/ gql`
    mutation ContinueImport($input: ContinueImportInput!) {
  continueImport(input: $input) {
    rows
    done
    finished
  }
}
    ` as unknown as DocumentNode<ContinueImportMutation, ContinueImportMutationVariables>;
export const RemoveImport = /*#__PURE__*/ gql`
    mutation RemoveImport($input: ImportIdInput!) {
  removeImport(input: $input)
}
    ` as unknown as DocumentNode<RemoveImportMutation, RemoveImportMutationVariables>;
export const OwnDossier = /*#__PURE__*/ gql`
    query OwnDossier {
  dossiers(first: 1) {
    edges {
      node {
        id
      }
    }
  }
}
    ` as unknown as DocumentNode<OwnDossierQuery, OwnDossierQueryVariables>;