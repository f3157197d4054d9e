import type {
  ApplicationStatus,
  ConsentState,
  Detail,
  DossierStatus,
  FieldGroup,
  MinorPolicy,
  PostEnrolment,
  Purpose,
  Role,
} from './words.ts'

/** What the referee knows of one dossier, cut to what can matter to one viewer. Plain data: the rules read nothing else. */
export interface Facts {
  dossierId: string
  status: DossierStatus
  version: number
  paused: boolean
  /** `YYYY-MM-DD`. */
  birthDate: string
  /** `GM` code of the student's municipality. */
  municipality: string | null
  homeSchool: string
  region: string
  numberStatement: boolean
  /** Grows with every change of anybody's rights to this dossier: the fence. */
  rights: number
  /** The viewer's own recorded relations. */
  parties: readonly { role: Role; brin: string | null; since: Date; until: Date | null }[]
  /** Applications at the viewer's institution; for a municipality any. */
  applications: readonly {
    id: string
    institution: string
    status: ApplicationStatus
    talkAt: Date | null
    talkEndedAt: Date | null
  }[]
  /** Consents for the viewer's institution that may be active. */
  consents: readonly ConsentFacts[]
  /** Groups that the student shares inside the school or family, per role. */
  innerShares: readonly { group: FieldGroup; role: Role }[]
  /** Logged special-guidance cases of the viewer's institution (domain §4, G). */
  guidance: readonly { officer: string }[]
  /** The agreement that applies between this dossier and the viewer's institution. */
  agreement: AgreementFacts | null
}

export interface ConsentFacts {
  id: string
  groups: readonly FieldGroup[]
  purpose: Purpose
  state: ConsentState
  grantedAt: Date | null
  expiresAt: Date | null
  leftOut: readonly string[]
}

export interface AgreementFacts {
  id: string
  allowed: readonly { group: FieldGroup; detail: Detail; from: string | null; purposes: readonly Purpose[] }[]
  minorPolicy: MinorPolicy
  postEnrolment: PostEnrolment
}

/** Who asks, as far as a rule looks at it. */
export interface Asker {
  subject: string
  role: Role
  brin: string | null
  municipality: string | null
  scopes: readonly string[]
}
