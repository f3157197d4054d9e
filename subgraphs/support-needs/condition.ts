import type { Sealer } from '@doorstroomhub/kit/sealed.ts'
import type { Condition } from './entities.ts'

/** A written statement about a condition, such as a dyslexia statement. Days are `YYYY-MM-DD`. */
export interface Statement {
  title: string
  issuedBy: string | null
  issuedOn: string | null
  expiresOn: string | null
}

/** What is known of a condition, in the open. */
export interface ConditionContent {
  name: string | null
  explanation: string | null
  statement: Statement | null
}

/** The student's view lies beside the content under a name of its own, so that neither can be put in the other's place. */
const viewOf = (id: string): string => `${id}/own-view`

/** Seals what is written about a condition, bound to its row. */
export const sealCondition = (sealer: Sealer, id: string, content: ConditionContent): Buffer =>
  sealer.seal(JSON.stringify(content), id)

/** Seals the student's own view on it. */
export const sealOwnView = (sealer: Sealer, id: string, text: string): Buffer => sealer.seal(text, viewOf(id))

/** A row as its reader sees it. */
export interface OpenCondition extends ConditionContent {
  id: string
  ownView: string | null
}

/** Opens a row; throws when it was sealed with another key or for another row. */
export const openCondition = (sealer: Sealer, { id, sealed, sealedView }: Condition): OpenCondition => ({
  id,
  ...(JSON.parse(sealer.open(sealed, id)) as ConditionContent),
  ownView: sealedView ? sealer.open(sealedView, viewOf(id)) : null,
})
