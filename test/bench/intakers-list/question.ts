/** Everything of a dossier that the pages show, whatever is open of it to who asks. */
const dossier = /* GraphQL */ `
  id
  status
  version
  paused
  identity {
    initials surnamePrefix surname callName birthDate gender leavingLevel
    municipality { code name }
    leavingSchool { brin name }
  }
  personalNumber { kind masked statementGiven }
  contact { email phone address { street houseNumber postcode city } }
  accommodations { needs { id area level accommodations } strengths currentSupport howToDiscuss }
  conditions { id name explanation statement { title issuedBy issuedOn } ownView }
  studyAdvice { id text author { name role } version acceptedVersion ownView }
  careerSummary {
    aboutMe strengths drives jobInterest chosenProgrammes questionForIntaker
    topExperiences { id title kind from to place learned }
  }
  careerFile {
    reflections { competence text level }
    experiences { id title kind learned competencies }
    talks { id date with summary nextStep }
  }
  plusDocument { items { id category title description year } }
  applications {
    id status appliedAt onTime talkAt
    institution { brin name }
    programme { crebo name level route }
    intakePreparation {
      id
      sections { key access text html updatedAt contributors { name role lastAt } }
    }
  }
  consents { id groups purpose state grantedAt expiresAt }
  consentRequests { id groups purpose askedAt }
`

/** The dossiers of who asks, every group of each. */
export const dossiersOf = (name: string, first: number): string => /* GraphQL */ `
  query ${name} {
    dossiers(first: ${first}) {
      edges {
        cursor
        node {
${dossier}
        }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
`

/** What the page of an intaker's students asks. */
export const intakersList = (first: number): string => dossiersOf('IntakersList', first)
