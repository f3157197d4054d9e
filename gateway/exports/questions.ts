import { hashOf, type TrustedDocuments } from '../trusted.ts'

/** Everything that a dossier holds about the student, group by group. What the reader may not see comes back as null. */
const CONTENT = `
  identity { initials surnamePrefix surname callName birthDate gender municipality { code name } leavingSchool { brin name } leavingLevel }
  contact { email phone address { street houseNumber postcode city } }
  accommodations { needs { id area level accommodations } strengths currentSupport howToDiscuss }
  conditions { id name explanation ownView statement { title issuedBy issuedOn expiresOn } }
  studyAdvice { id text version acceptedVersion ownView author { ...Somebody } }
  careerSummary { aboutMe strengths drives jobInterest chosenProgrammes questionForIntaker topExperiences { ...Done } comments { ...Said } }
  careerFile { reflections { id competence level text } experiences { ...Done } talks { id date with summary nextStep } comments { ...Said } }
  plusDocument { items { id category title description year } comments { ...Said } }`

const APPLICATION = `id institution { brin name } programme { crebo name level route } startYear appliedAt onTime status talkProposedAt talkAt
  messages { id status at supersedes recipients }`

const FROZEN = 'id number frozenAt frozenBy sha256 seal sections { key text html }'

const SOMEBODY = 'fragment Somebody on Party { name role organisation { brin name } }'
const FRAGMENTS = `${SOMEBODY}
fragment Done on Experience { id title kind place from to learned competencies }
fragment Said on CareerComment { id at itemId text author { ...Somebody } }`

/** A whole dossier, as its reader may see it. The read log follows in pages of its own. */
export const wholeDossier = `query ExportDossier($id: ID!) { dossier(id: $id) { id status version paused
  region { code name } agreement { id version }
  ${CONTENT}
  personalNumber { kind masked statementGiven reveals { at purpose by { ...Somebody } } }
  applications { ${APPLICATION} intakePreparation { id
    sections { key access text html updatedAt contributors { name role lastAt } } versions { ${FROZEN} } } }
  parties { ...Somebody }
  readersInside { name role organisation { brin name } groups shared }
  statusHistory { from to at }
  approvals { version at by { ...Somebody } }
  consents { id institution { brin name } groups purpose state wording grantedAt expiresAt revokedAt leftOut stoppedBy { ...Somebody }
    approvals { at wording by { ...Somebody } } }
  consentRequests { id institution { brin name } groups purpose message askedAt open }
  guidanceCases { id institution { brin name } officer reason openedAt closedAt }
} }
${FRAGMENTS}`

/** A page of the log of who looked. */
export const readLog = `query ExportReadLog($id: ID!, $after: String) { dossier(id: $id) { readLog(first: 100, after: $after) {
  edges { node { at reader role organisation { brin name } groups purpose basis } } pageInfo { hasNextPage endCursor } } } }`

/** What is shared with the institution of who asks, for the purpose of the request. */
export const sharedPart = `query ExportShared($id: ID!) { dossier(id: $id) { id status
  ${CONTENT.replaceAll(' comments { ...Said }', '')}
  personalNumber { kind masked statementGiven }
  applications { ${APPLICATION.replace(' recipients', '')} intakePreparation { id versions { ${FROZEN} } } }
} }
${SOMEBODY}
fragment Done on Experience { id title kind place from to learned competencies }`

/** The statutory channel of a municipality: its residents' applications. */
export const statuses = `query ExportStatuses($after: String) { dossiers(first: 100, after: $after) { edges { node { id
  applications { ${APPLICATION} } } } pageInfo { hasNextPage endCursor } } }`

/** What a student takes along under a signature. */
export const signedSummary = `query ExportSummary($id: ID!) { viewer { role } dossier(id: $id) { id
  identity { initials surnamePrefix surname callName leavingSchool { name } leavingLevel }
  careerSummary { aboutMe strengths drives jobInterest chosenProgrammes questionForIntaker topExperiences { title kind place from to learned } } } }`
export const signedPreparation = `query ExportPreparation($id: ID!) { viewer { role } dossier(id: $id) { id
  identity { initials surnamePrefix surname callName leavingSchool { name } leavingLevel }
  applications { id institution { brin name } programme { name } intakePreparation { versions { ${FROZEN} } } } } }`

/** The status of applications as OOAPI asks for it. */
export const associationsOfPerson = `query OoapiPerson($id: ID!) { dossier(id: $id) { id applications { ${APPLICATION} } } }`
export const association = `query OoapiAssociation($id: ID!) { application(id: $id) { ${APPLICATION} } }`
export const reportStatus = `mutation OoapiReportStatus($input: ReportApplicationStatusInput!) { reportApplicationStatus(input: $input) { ${APPLICATION} } }`

/** All of them, by their hash: a browser may have them asked as it may the questions of its pages. */
export const exportQuestions: TrustedDocuments = new Map(
  [
    wholeDossier,
    readLog,
    sharedPart,
    statuses,
    signedSummary,
    signedPreparation,
    associationsOfPerson,
    association,
    reportStatus,
  ].map((text) => [hashOf(text), text]),
)
