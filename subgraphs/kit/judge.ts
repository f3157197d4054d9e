import type { Asking } from './viewer.ts'

/** A question to the referee: may this asker read these groups of this dossier (or of the dossier of this application)? */
export interface Ask {
  dossierId?: string
  applicationId?: string
  /** Field groups; an empty list only asks whether the dossier is the asker's business. */
  groups: readonly string[]
  /** Judged again while the reading that was logged at its start still goes on (an open document): leaves no second line. */
  renewal?: boolean
}

/** The answer for one group. What `facts` holds is agreed between consent and the subgraph that asks. */
export interface GroupJudgement {
  allowed: boolean
  basis: string | null
  /** Ids of items that the owner left out for this reader. */
  leftOut: readonly string[]
  /** Further facts that shape the answer, such as the agreed detail or the access per section. */
  facts: Readonly<Record<string, unknown>>
}

/** The answer for one ask. `related` false means NOT_FOUND: to the asker this dossier does not exist. */
export interface Judgement {
  related: boolean
  dossierId: string | null
  /** How the asker stands to the dossier: OWNER, GUARDIAN, MENTOR, CARE_COORDINATOR, MBO, MUNICIPALITY. */
  relation: string | null
  groups: Readonly<Record<string, GroupJudgement>>
}

/** Decides and writes the read log in one act: what it allows is already in the log; when the log cannot be written it throws, and throwing means no. */
export type Judge = (asking: Asking, subgraph: string, asks: readonly Ask[]) => Promise<Judgement[]>
