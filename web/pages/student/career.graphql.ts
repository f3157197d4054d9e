// Printed by generate.ts; do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../../graphql/schema.ts';

import type { TypedDocumentNode as DocumentNode } from 'urql';
import { gql } from 'urql';
export type MyCareerQueryVariables = Exact<{ [key: string]: never; }>;


export type MyCareerQuery = { dossiers: { edges: Array<{ node: { id: string, status: Types.DossierStatus, careerFile: { comments: Array<{ id: string, itemId: string | null, text: string, at: string, author: { name: string, role: Types.Role } }>, reflections: Array<{ id: string, competence: Types.CareerCompetence, level: number | null, text: string }>, experiences: Array<{ id: string, title: string, kind: Types.ExperienceKind, from: string | null, to: string | null, place: string | null, learned: string | null, competencies: Array<Types.CareerCompetence> }>, talks: Array<{ id: string, date: string, with: string, summary: string, nextStep: string | null }> } | null, plusDocument: { comments: Array<{ id: string, itemId: string | null, text: string, at: string, author: { name: string, role: Types.Role } }>, items: Array<{ id: string, category: Types.PlusCategory, title: string, description: string | null, year: number | null }> } | null, careerSummary: { aboutMe: string | null, strengths: Array<string>, drives: Array<string>, jobInterest: string | null, chosenProgrammes: Array<string>, questionForIntaker: string | null, topExperiences: Array<{ id: string }> } | null } }> } };

export type SaveMyExperienceMutationVariables = Exact<{
  input: Types.SaveExperienceInput;
}>;


export type SaveMyExperienceMutation = { saveExperience: { id: string, careerFile: { experiences: Array<{ id: string }> } | null, careerSummary: { aboutMe: string | null, strengths: Array<string>, drives: Array<string>, jobInterest: string | null, chosenProgrammes: Array<string>, questionForIntaker: string | null, topExperiences: Array<{ id: string }> } | null } };

export type RemoveMyExperienceMutationVariables = Exact<{
  input: Types.ItemIdInput;
}>;


export type RemoveMyExperienceMutation = { removeExperience: { id: string, careerFile: { experiences: Array<{ id: string }> } | null, careerSummary: { topExperiences: Array<{ id: string }> } | null } };

export type SaveMyReflectionMutationVariables = Exact<{
  input: Types.SaveReflectionInput;
}>;


export type SaveMyReflectionMutation = { saveReflection: { id: string, careerFile: { reflections: Array<{ id: string }> } | null } };

export type RemoveMyReflectionMutationVariables = Exact<{
  input: Types.ItemIdInput;
}>;


export type RemoveMyReflectionMutation = { removeReflection: { id: string, careerFile: { reflections: Array<{ id: string }> } | null } };

export type SaveMyTalkMutationVariables = Exact<{
  input: Types.SaveCareerTalkInput;
}>;


export type SaveMyTalkMutation = { saveCareerTalk: { id: string, careerFile: { talks: Array<{ id: string }> } | null } };

export type RemoveMyTalkMutationVariables = Exact<{
  input: Types.ItemIdInput;
}>;


export type RemoveMyTalkMutation = { removeCareerTalk: { id: string, careerFile: { talks: Array<{ id: string }> } | null } };

export type SaveMyPlusItemMutationVariables = Exact<{
  input: Types.SavePlusItemInput;
}>;


export type SaveMyPlusItemMutation = { savePlusItem: { id: string, plusDocument: { items: Array<{ id: string }> } | null } };

export type RemoveMyPlusItemMutationVariables = Exact<{
  input: Types.ItemIdInput;
}>;


export type RemoveMyPlusItemMutation = { removePlusItem: { id: string, plusDocument: { items: Array<{ id: string }> } | null } };


export const MyCareer = /*#__PURE__*/ gql`
    query MyCareer {
  dossiers(first: 1) {
    edges {
      node {
        id
        status
        careerFile {
          comments {
            id
            itemId
            text
            at
            author {
              name
              role
            }
          }
          reflections {
            id
            competence
            level
            text
          }
          experiences {
            id
            title
            kind
            from
            to
            place
            learned
            competencies
          }
          talks {
            id
            date
            with
            summary
            nextStep
          }
        }
        plusDocument {
          comments {
            id
            itemId
            text
            at
            author {
              name
              role
            }
          }
          items {
            id
            category
            title
            description
            year
          }
        }
        careerSummary {
          aboutMe
          strengths
          drives
          topExperiences {
            id
          }
          jobInterest
          chosenProgrammes
          questionForIntaker
        }
      }
    }
  }
}
    ` as unknown as DocumentNode<MyCareerQuery, MyCareerQueryVariables>;
export const SaveMyExperience = /*#__PURE__*/ gql`
    mutation SaveMyExperience($input: SaveExperienceInput!) {
  saveExperience(input: $input) {
    id
    careerFile {
      experiences {
        id
      }
    }
    careerSummary {
      aboutMe
      strengths
      drives
      topExperiences {
        id
      }
      jobInterest
      chosenProgrammes
      questionForIntaker
    }
  }
}
    ` as unknown as DocumentNode<SaveMyExperienceMutation, SaveMyExperienceMutationVariables>;
export const RemoveMyExperience = /*#__PURE__*/ gql`
    mutation RemoveMyExperience($input: ItemIdInput!) {
  removeExperience(input: $input) {
    id
    careerFile {
      experiences {
        id
      }
    }
    careerSummary {
      topExperiences {
        id
      }
    }
  }
}
    ` as unknown as DocumentNode<RemoveMyExperienceMutation, RemoveMyExperienceMutationVariables>;
export const SaveMyReflection = /*#__PURE__*/ gql`
    mutation SaveMyReflection($input: SaveReflectionInput!) {
  saveReflection(input: $input) {
    id
    careerFile {
      reflections {
        id
      }
    }
  }
}
    ` as unknown as DocumentNode<SaveMyReflectionMutation, SaveMyReflectionMutationVariables>;
export const RemoveMyReflection = /*#__PURE__*/ gql`
    mutation RemoveMyReflection($input: ItemIdInput!) {
  removeReflection(input: $input) {
    id
    careerFile {
      reflections {
        id
      }
    }
  }
}
    ` as unknown as DocumentNode<RemoveMyReflectionMutation, RemoveMyReflectionMutationVariables>;
export const SaveMyTalk = /*#__PURE__*/ gql`
    mutation SaveMyTalk($input: SaveCareerTalkInput!) {
  saveCareerTalk(input: $input) {
    id
    careerFile {
      talks {
        id
      }
    }
  }
}
    ` as unknown as DocumentNode<SaveMyTalkMutation, SaveMyTalkMutationVariables>;
export const RemoveMyTalk = /*#__PURE__*/ gql`
    mutation RemoveMyTalk($input: ItemIdInput!) {
  removeCareerTalk(input: $input) {
    id
    careerFile {
      talks {
        id
      }
    }
  }
}
    ` as unknown as DocumentNode<RemoveMyTalkMutation, RemoveMyTalkMutationVariables>;
export const SaveMyPlusItem = /*#__PURE__*/ gql`
    mutation SaveMyPlusItem($input: SavePlusItemInput!) {
  savePlusItem(input: $input) {
    id
    plusDocument {
      items {
        id
      }
    }
  }
}
    ` as unknown as DocumentNode<SaveMyPlusItemMutation, SaveMyPlusItemMutationVariables>;
export const RemoveMyPlusItem = /*#__PURE__*/ gql`
    mutation RemoveMyPlusItem($input: ItemIdInput!) {
  removePlusItem(input: $input) {
    id
    plusDocument {
      items {
        id
      }
    }
  }
}
    ` as unknown as DocumentNode<RemoveMyPlusItemMutation, RemoveMyPlusItemMutationVariables>;