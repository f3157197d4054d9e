// Printed by generate.ts; do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../../../graphql/schema.ts';

import type { TypedDocumentNode as DocumentNode } from 'urql';
import { gql } from 'urql';
export type AddMyCommentMutationVariables = Exact<{
  input: Types.AddCareerCommentInput;
}>;


export type AddMyCommentMutation = { addCareerComment: { id: string, careerFile: { comments: Array<{ id: string }> } | null, careerSummary: { comments: Array<{ id: string }> } | null, plusDocument: { comments: Array<{ id: string }> } | null } };

export type RemoveMyCommentMutationVariables = Exact<{
  input: Types.ItemIdInput;
}>;


export type RemoveMyCommentMutation = { removeCareerComment: { id: string, careerFile: { comments: Array<{ id: string }> } | null, careerSummary: { comments: Array<{ id: string }> } | null, plusDocument: { comments: Array<{ id: string }> } | null } };


export const AddMyComment = /*#__PURE__*/ gql`
    mutation AddMyComment($input: AddCareerCommentInput!) {
  addCareerComment(input: $input) {
    id
    careerFile {
      comments {
        id
      }
    }
    careerSummary {
      comments {
        id
      }
    }
    plusDocument {
      comments {
        id
      }
    }
  }
}
    ` as unknown as DocumentNode<AddMyCommentMutation, AddMyCommentMutationVariables>;
export const RemoveMyComment = /*#__PURE__*/ gql`
    mutation RemoveMyComment($input: ItemIdInput!) {
  removeCareerComment(input: $input) {
    id
    careerFile {
      comments {
        id
      }
    }
    careerSummary {
      comments {
        id
      }
    }
    plusDocument {
      comments {
        id
      }
    }
  }
}
    ` as unknown as DocumentNode<RemoveMyCommentMutation, RemoveMyCommentMutationVariables>;