import { askingOf, type Given } from '@doorstroomhub/gateway/http/asking.ts'
import { openSession } from '@doorstroomhub/gateway/session.ts'
import type { Settings } from '@doorstroomhub/gateway/settings.ts'
import { audienceKey, signAsking, type Asking } from '@doorstroomhub/kit/viewer.ts'

/** One operation at a peer: who asks, and what was signed of it, once for each audience. */
export interface Operation {
  asking: Asking
  signed: Map<string, Promise<string>>
}

/** Proves and signs who asks as our gateway does, for a peer that stands before the same subgraphs. */
export function openPeerDoor(settings: Settings): {
  operationOf(headers: Given): Promise<Operation>
  headersFor(operation: Operation, subgraph: string): Promise<Record<string, string>>
} {
  const clock = () => new Date()
  const keys = new Map(
    [...settings.subgraphs!.map(({ name }) => name), 'judge'].map((name) => [
      name,
      audienceKey(settings.keys.viewer, name),
    ]),
  )
  const session = openSession({ issuer: settings.oidc!.issuer, clock })

  function sign({ asking, signed }: Operation, audience: string): Promise<string> {
    let token = signed.get(audience)
    if (!token) signed.set(audience, (token = signAsking(asking, audience, keys.get(audience)!, clock())))
    return token
  }

  return {
    async operationOf(headers) {
      const proof = await session.proofOf(headers as Record<string, string | undefined>)
      return { asking: askingOf(headers, proof), signed: new Map() }
    },
    async headersFor(operation, subgraph) {
      const [viewer, judge] = await Promise.all([sign(operation, subgraph), sign(operation, 'judge')])
      return { 'x-hub-viewer': viewer, 'x-hub-judge': judge, 'x-request-id': operation.asking.requestId }
    },
  }
}
