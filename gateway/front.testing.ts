import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { openEngine } from './engine.ts'
import { marieke, openFixtures, type Fixtures } from './fixtures.ts'
import { newRequestId } from './http/asking.ts'
import { openMetrics } from './http/metrics.ts'
import { openHttp, type Front } from './http.ts'
import { openLog } from '@doorstroomhub/kit/log.ts'
import { openBudgets } from './limits/budgets.ts'
import { openOperations, type OperationRules } from './operations.ts'
import { GRAPH_AUDIENCE, openSession } from './session.ts'
import { composeSupergraph } from './supergraph.ts'

/** The whole front door before the three fixture subgraphs, on a port of its own. */
export interface RunningFront {
  fixtures: Fixtures
  origin: string
  url: string
  /** Every line of the log, but the one that each question leaves. */
  lines: string[]
  /** The lines that questions leave. */
  questions: string[]
  /** A bearer token of an intaker, or one that is wrong in what is given. */
  token(wrong?: { issuer?: string; audience?: string; expiresInSeconds?: number; subject?: string }): Promise<string>
  /** Moves the clock of the hub. */
  later(seconds: number): void
  post(body: unknown, headers?: Record<string, string>): Promise<Response>
  close(): Promise<void>
}

const ISSUER = 'https://sign-in.example'

/** Opens a front door; `more` replaces parts of it. */
export async function openFront(
  more: Partial<Front> = {},
  rules: OperationRules = {},
  server: Pick<Parameters<typeof openHttp>[0], 'timeouts' | 'drainMs'> = {},
): Promise<RunningFront> {
  const fixtures = openFixtures()
  const lines: string[] = []
  const questions: string[] = []
  const log = openLog('debug', {
    write: (line) => void (line.endsWith('"msg":"question"}\n') ? questions : lines).push(line),
  })
  let offset = 0
  const clock = (): Date => new Date(Date.now() + offset)
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true })
  const jwks = { keys: [{ ...(await exportJWK(publicKey)), kid: 'one', alg: 'ES256', use: 'sig' }] }
  const byName = new Map(fixtures.subgraphs.map((subgraph) => [subgraph.name, subgraph]))
  const metrics = openMetrics()
  const onUnexpected: Parameters<typeof openEngine>[0]['onUnexpected'] = (cause, { requestId }) =>
    log.error({ requestId, code: 'INTERNAL', cause }, 'unexpected')
  const engine = openEngine({
    supergraphSdl: await composeSupergraph(fixtures.subgraphs),
    execute: (subgraph, call) => byName.get(subgraph)!.execute(call),
    renewAsking: (asking) => ({ ...asking, requestId: newRequestId() }),
    onUnexpected,
  })
  const { budgets = openBudgets() } = more
  const http = await openHttp({ port: 0, host: '127.0.0.1', log, ...server })
  await http.serve({
    engine,
    operations: openOperations(engine, onUnexpected, { budgets, ...rules }),
    session: openSession({ issuer: ISSUER, jwks, clock }),
    metrics,
    clock,
    budgets,
    proxies: 0,
    log,
    demo: true,
    checks: {},
    // Whether somebody has built the pages here changes nothing for a test.
    pages: null,
    mounted: [],
    sockets: [],
    ...more,
  })
  const origin = `http://127.0.0.1:${http.port}`
  const url = `${origin}/graphql`
  const token: RunningFront['token'] = ({
    issuer = ISSUER,
    audience = GRAPH_AUDIENCE,
    expiresInSeconds = 3600,
    subject = marieke.subject,
  } = {}) => {
    const now = Math.floor(clock().getTime() / 1000)
    const { name, role, organisation } = marieke
    return new SignJWT({ name, role, organisation, client_id: 'tests' })
      .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: 'one' })
      .setIssuer(issuer)
      .setAudience(audience)
      .setSubject(subject)
      .setJti(newRequestId())
      .setIssuedAt(now - 10)
      .setExpirationTime(now + expiresInSeconds)
      .sign(privateKey)
  }
  return {
    fixtures,
    origin,
    url,
    lines,
    questions,
    token,
    later: (seconds) => void (offset += seconds * 1000),
    async post(body, headers = {}) {
      return fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${await token()}`, ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      })
    },
    close: () => http.close(),
  }
}

/** An answer of the graph, as JSON. */
export interface Body {
  data?: unknown
  errors?: {
    message: string
    path?: unknown
    locations?: unknown
    extensions: { code: string; field?: string; requestId?: string }
  }[]
}

export const bodyOf = async (response: Response): Promise<Body> => (await response.json()) as Body
export const codeOf = async (response: Response): Promise<string | undefined> =>
  (await bodyOf(response)).errors?.[0]?.extensions.code
