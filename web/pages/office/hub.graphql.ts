// Printed by generate.ts; do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../../graphql/schema.ts';

import type { TypedDocumentNode as DocumentNode } from 'urql';
import { gql } from 'urql';
export type HubNowQueryVariables = Exact<{ [key: string]: never; }>;


export type HubNowQuery = { hub: { version: string, startedAt: string, uptimeSeconds: number, sockets: number, streams: number, documents: number, unexpectedErrors: number, signedIn: number, signedOut: number, signInsRefused: number, proofsRefused: number, parts: Array<{ name: string, ready: boolean }>, accounts: Array<{ role: string, organisation: string | null, people: number, lastAskedAt: string }>, systems: Array<{ subject: string, name: string, institution: string | null, lastAskedAt: string }>, limitsMet: Array<{ limit: string, times: number }> } | null, webhooks: Array<{ id: string, url: string, description: string | null, state: Types.WebhookState, pausedBecause: string | null, lastSuccessAt: string | null, lastFailure: string | null, lastFailureAt: string | null, nextAttemptAt: string | null, behindSince: string | null, institution: { brin: string, name: string } }> | null };

export type RegionNamesQueryVariables = Exact<{ [key: string]: never; }>;


export type RegionNamesQuery = { regions: Array<{ code: string, name: string }> };

export type ResumeWebhookMutationVariables = Exact<{
  input: Types.WebhookIdInput;
}>;


export type ResumeWebhookMutation = { resumeWebhook: { id: string, state: Types.WebhookState } };

export type RemoveWebhookMutationVariables = Exact<{
  input: Types.WebhookIdInput;
}>;


export type RemoveWebhookMutation = { removeWebhook: boolean };

export type RegisterWebhookMutationVariables = Exact<{
  input: Types.RegisterWebhookInput;
}>;


export type RegisterWebhookMutation = { registerWebhook: { secret: string, webhook: { id: string, url: string, institution: { name: string } } } };

export type RotateWebhookSecretMutationVariables = Exact<{
  input: Types.WebhookIdInput;
}>;


export type RotateWebhookSecretMutation = { rotateWebhookSecret: { secret: string, webhook: { id: string, url: string, institution: { name: string } } } };


export const HubNow = /*#__PURE__*/ gql`
    query HubNow {
  hub {
    version
    startedAt
    uptimeSeconds
    parts {
      name
      ready
    }
    accounts {
      role
      organisation
      people
      lastAskedAt
    }
    systems {
      subject
      name
      institution
      lastAskedAt
    }
    sockets
    streams
    documents
    unexpectedErrors
    signedIn
    signedOut
    signInsRefused
    proofsRefused
    limitsMet {
      limit
      times
    }
  }
  webhooks {
    id
    url
    description
    state
    pausedBecause
    lastSuccessAt
    lastFailure
    lastFailureAt
    nextAttemptAt
    behindSince
    institution {
      brin
      name
    }
  }
}
    ` as unknown as DocumentNode<HubNowQuery, HubNowQueryVariables>;
export const RegionNames = /*#__PURE__*/ gql`
    query RegionNames {
  regions {
    code
    name
  }
}
    ` as unknown as DocumentNode<RegionNamesQuery, RegionNamesQueryVariables>;
export const ResumeWebhook = /*#__PURE__*/ gql`
    mutation ResumeWebhook($input: WebhookIdInput!) {
  resumeWebhook(input: $input) {
    id
    state
  }
}
    ` as unknown as DocumentNode<ResumeWebhookMutation, ResumeWebhookMutationVariables>;
export const RemoveWebhook = /*#__PURE__*/ gql`
    mutation RemoveWebhook($input: WebhookIdInput!) {
  removeWebhook(input: $input)
}
    ` as unknown as DocumentNode<RemoveWebhookMutation, RemoveWebhookMutationVariables>;
export const RegisterWebhook = /*#__PURE__*/ gql`
    mutation RegisterWebhook($input: RegisterWebhookInput!) {
  registerWebhook(input: $input) {
    secret
    webhook {
      id
      url
      institution {
        name
      }
    }
  }
}
    ` as unknown as DocumentNode<RegisterWebhookMutation, RegisterWebhookMutationVariables>;
export const RotateWebhookSecret = /*#__PURE__*/ gql`
    mutation RotateWebhookSecret($input: WebhookIdInput!) {
  rotateWebhookSecret(input: $input) {
    secret
    webhook {
      id
      url
      institution {
        name
      }
    }
  }
}
    ` as unknown as DocumentNode<RotateWebhookSecretMutation, RotateWebhookSecretMutationVariables>;