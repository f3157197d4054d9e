import { internal, notFound, unauthenticated } from '@doorstroomhub/kit/errors.ts'
import type { Asking } from '@doorstroomhub/kit/viewer.ts'
import type { GraphQLFormattedError } from 'graphql'
import type { Operations, Reply } from '../operations.ts'
import type { Proof } from '../session.ts'
import { hashOf } from '../trusted.ts'

/** Who asks for an export, and how that was proven. */
export interface Asker {
  asking: Asking
  proof: Proof
  address: string
}

/** What came of one question of an export. */
export interface Found<Data> {
  data: Data
  /** Whether this place is closed to the asker: a null with NOT_AVAILABLE, whatever the reason. */
  closed(...path: (string | number)[]): boolean
}

/** An error of the graph on its way out of an export: its words are already the asker's. */
export class Refusal extends Error {
  readonly error: GraphQLFormattedError
  constructor(error: GraphQLFormattedError) {
    super(error.message)
    this.error = error
  }
  get code(): string {
    return String(this.error.extensions?.['code'] ?? 'INVALID')
  }
}

export type Ask = <Data>(question: string, variables: Record<string, unknown>) => Promise<Found<Data>>

/**
 * Asks the graph as the viewer, the way that everybody's questions go: the referee judges and the read log is written before
 * there is anything to put in a file. An answer that is not whole for another reason than that something is closed gives no export.
 */
export function askAs(
  operations: Operations,
  { asking, proof, address }: Asker,
  onReply: (reply: Reply) => void = () => undefined,
): Ask {
  return async <Data>(question: string, variables: Record<string, unknown>) => {
    const asked = { documentId: `sha256:${hashOf(question)}`, variables }
    const reply = await operations.ask(asked, { asking, by: proof.by, address })
    onReply(reply)
    if (reply.stage === 'stream') throw internal(new Error('An export follows nothing.'))
    const { data, errors = [] } = reply.answer
    const closed = errors.filter(({ extensions }) => extensions?.['code'] === 'NOT_AVAILABLE')
    const broken = errors.find((error) => !closed.includes(error))
    if (broken) throw new Refusal(broken)
    if (!data) throw new Refusal(errors[0] ?? { message: 'No answer.', extensions: { code: 'INTERNAL' } })
    const places = new Set(closed.map(({ path = [] }) => path.join('.')))
    return { data: data as Data, closed: (...path: (string | number)[]) => places.has(path.join('.')) }
  }
}

/** The status with which a refusal goes out over HTTP. */
export function statusOfCode(code: string): number {
  return (
    { UNAUTHENTICATED: 401, NOT_FOUND: 404, NOT_AVAILABLE: 404, CONFLICT: 409, RATE_LIMITED: 429, INTERNAL: 500 }[
      code
    ] ?? 400
  )
}

/** The dossier of an answer; NOT_FOUND when it is not there, or not the asker's business. */
export function dossierOf<Dossier>({ data }: Found<{ dossier: Dossier | null }>): Dossier {
  if (!data.dossier) throw notFound()
  return data.dossier
}

/** Nobody is asking; an export is always somebody's. */
export function proven(proof: Proof | null): Proof {
  if (!proof) throw unauthenticated()
  return proof
}
