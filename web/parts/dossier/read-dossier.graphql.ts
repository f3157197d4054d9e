// Printed by generate.ts; do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../../graphql/schema.ts';

import type { TypedDocumentNode as DocumentNode } from 'urql';
import { gql } from 'urql';
export type ReadDossierQueryVariables = Exact<{
  id: string;
}>;


export type ReadDossierQuery = { dossier: { id: string, status: Types.DossierStatus, version: number, paused: boolean, can: Array<Types.DossierAction>, identity: { initials: string, surnamePrefix: string | null, surname: string, callName: string | null, birthDate: string, gender: Types.Gender, leavingLevel: Types.SchoolLevel | null, municipality: { code: string, name: string } | null, leavingSchool: { brin: string, name: string } | null } | null, personalNumber: { masked: string, kind: Types.PersonalNumberKind, statementGiven: boolean } | null, contact: { email: string | null, phone: string | null, address: { street: string, houseNumber: string, postcode: string, city: string } | null } | null, accommodations: { strengths: Array<string>, currentSupport: Array<string>, howToDiscuss: Types.DiscussPreference | null, needs: Array<{ id: string, area: Types.SupportArea, level: Types.SupportLevel | null, accommodations: Array<Types.Accommodation> }> } | null, conditions: Array<{ id: string, name: string | null, explanation: string | null, ownView: string | null, statement: { title: string, issuedBy: string | null, issuedOn: string | null, expiresOn: string | null } | null }> | null, studyAdvice: Array<{ id: string, text: string, version: number, acceptedVersion: number | null, ownView: string | null, author: { name: string, role: Types.Role, organisation: { name: string } | null } }> | null, careerSummary: { aboutMe: string | null, strengths: Array<string>, drives: Array<string>, jobInterest: string | null, chosenProgrammes: Array<string>, questionForIntaker: string | null, topExperiences: Array<{ id: string, title: string, kind: Types.ExperienceKind, place: string | null, learned: string | null }>, comments: Array<{ id: string, at: string, itemId: string | null, text: string, author: { name: string, role: Types.Role } }> } | null, careerFile: { reflections: Array<{ id: string, competence: Types.CareerCompetence, level: number | null, text: string }>, experiences: Array<{ id: string, title: string, kind: Types.ExperienceKind, place: string | null, from: string | null, to: string | null, learned: string | null, competencies: Array<Types.CareerCompetence> }>, talks: Array<{ id: string, date: string, with: string, summary: string, nextStep: string | null }>, comments: Array<{ id: string, at: string, itemId: string | null, text: string, author: { name: string, role: Types.Role } }> } | null, plusDocument: { items: Array<{ id: string, title: string, category: Types.PlusCategory, year: number | null, description: string | null }>, comments: Array<{ id: string, at: string, itemId: string | null, text: string, author: { name: string, role: Types.Role } }> } | null, applications: Array<{ id: string, status: Types.ApplicationStatus, appliedAt: string, onTime: boolean, startYear: number, talkAt: string | null, talkProposedAt: string | null, institution: { brin: string, name: string }, programme: { crebo: string, name: string, level: Types.MboLevel, route: Types.Route }, messages: Array<{ id: string, at: string, status: Types.ApplicationStatus, supersedes: string | null }>, intakePreparation: { id: string, sections: Array<{ key: Types.SectionKey, access: Types.SectionAccess, text: string | null, updatedAt: string | null }> } | null }> | null } | null };


export const ReadDossier = /*#__PURE__*/ gql`
    query ReadDossier($id: ID!) {
  dossier(id: $id) {
    id
    status
    version
    paused
    can
    identity {
      initials
      surnamePrefix
      surname
      callName
      birthDate
      gender
      municipality {
        code
        name
      }
      leavingSchool {
        brin
        name
      }
      leavingLevel
    }
    personalNumber {
      masked
      kind
      statementGiven
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
      ownView
      statement {
        title
        issuedBy
        issuedOn
        expiresOn
      }
    }
    studyAdvice {
      id
      text
      version
      acceptedVersion
      ownView
      author {
        name
        role
        organisation {
          name
        }
      }
    }
    careerSummary {
      aboutMe
      strengths
      drives
      jobInterest
      chosenProgrammes
      questionForIntaker
      topExperiences {
        id
        title
        kind
        place
        learned
      }
      comments {
        id
        at
        itemId
        text
        author {
          name
          role
        }
      }
    }
    careerFile {
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
        place
        from
        to
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
      comments {
        id
        at
        itemId
        text
        author {
          name
          role
        }
      }
    }
    plusDocument {
      items {
        id
        title
        category
        year
        description
      }
      comments {
        id
        at
        itemId
        text
        author {
          name
          role
        }
      }
    }
    applications {
      id
      status
      appliedAt
      onTime
      startYear
      talkAt
      talkProposedAt
      institution {
        brin
        name
      }
      programme {
        crebo
        name
        level
        route
      }
      messages {
        id
        at
        status
        supersedes
      }
      intakePreparation {
        id
        sections {
          key
          access
          text
          updatedAt
        }
      }
    }
  }
}
    ` as unknown as DocumentNode<ReadDossierQuery, ReadDossierQueryVariables>;