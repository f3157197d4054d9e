import type { GraphQLFormattedError } from 'graphql'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { memoryBus, natsBus } from './bus.ts'
import type { Database } from './database.ts'
import { followingClock } from './clock.ts'
import { draining, KEEP_ALIVE_MS } from './drain.ts'
import { sendEvents } from './events.ts'
import { HubError, internal } from './errors.ts'
import { openLog, type Log } from './log.ts'
import { rememberJudgeToken, remoteJudge, remoteReports } from './remote-judge.ts'
import { withSecretFiles } from './secret-files.ts'
import { contextSymbol, speakable } from './serve.ts'
import type { OpenSubgraph, Subgraph } from './subgraph.ts'
import { audienceKey, readAsking, signAsking, type Asking } from './viewer.ts'

/** Where one subgraph runs on its own; every value comes from here. */
export interface StandaloneSettings {
  port: number
  host: string
  databaseUrl: string | null
  dataDir: string
  natsUrl: string | null
  /** The referee's endpoint: consent's `/internal/judge`. */
  judgeUrl: string
  /** The key of this subgraph's own audience, and (consent only) that of the judge. */
  viewerKey: Uint8Array
  judgeKey: Uint8Array | null
  /** The key with which subgraphs report facts to consent. */
  reportKey: Uint8Array | null
  demo: boolean
  /** Several processes take connections at the same port (Linux). */
  reusePort: boolean
  /** How long it goes on serving after it was told to stop, and says already that it is not ready. */
  drainMs: number
  keys: Record<string, Uint8Array>
  logLevel: string
}

/** Every setting of a subgraph alone; each may be given as a file (`NAME_FILE`). */
const SETTINGS = [
  'DATABASE_URL',
  'DATA_DIR',
  'DEMO',
  'DRAIN_MS',
  'HOST',
  'JUDGE_KEY',
  'JUDGE_URL',
  'LOG_LEVEL',
  'NATS_URL',
  'NUMBER_KEY',
  'PORT',
  'REPORT_KEY',
  'REUSE_PORT',
  'VIEWER_KEY',
  'VIEWER_SECRET',
]

/** Reads the settings of `node subgraphs/<name>/main.ts` and refuses with words when one is missing. */
export function standaloneSettings(
  name: string,
  env: Readonly<Record<string, string | undefined>>,
): StandaloneSettings {
  const key = (variable: string): Uint8Array | null => (env[variable] ? Buffer.from(env[variable], 'base64url') : null)
  const secret = key('VIEWER_SECRET')
  const viewerKey = key('VIEWER_KEY') ?? (secret && audienceKey(secret, name))
  if (!viewerKey)
    throw new Error(
      `${name} needs VIEWER_KEY (its own key, base64url) or VIEWER_SECRET (the gateway's), to believe the gateway's viewer.`,
    )
  const numberKey = key('NUMBER_KEY')
  const judgeKey = key('JUDGE_KEY') ?? (secret && audienceKey(secret, 'judge'))
  return {
    port: Number(env['PORT'] ?? 4001),
    host: env['HOST'] ?? '0.0.0.0',
    databaseUrl: env['DATABASE_URL'] ?? null,
    dataDir: env['DATA_DIR'] ?? join('.data', name),
    natsUrl: env['NATS_URL'] ?? null,
    judgeUrl: env['JUDGE_URL'] ?? 'http://localhost:4004/internal/judge',
    viewerKey,
    judgeKey,
    reportKey: key('REPORT_KEY') ?? (secret && audienceKey(secret, 'report')),
    demo: env['DEMO'] === 'on',
    reusePort: readReusePort(env['REUSE_PORT']),
    drainMs: Number(env['DRAIN_MS'] ?? 0) || 0,
    keys: { ...(numberKey && { personalNumber: numberKey }), ...(judgeKey && { judge: judgeKey }) },
    logLevel: env['LOG_LEVEL'] ?? 'info',
  }
}

function readReusePort(text = 'off'): boolean {
  if (text !== 'on' && text !== 'off') throw new Error(`REUSE_PORT must be "on" or "off", not "${text}".`)
  if (text === 'on' && process.platform !== 'linux')
    throw new Error(
      'REUSE_PORT=on works on Linux only. Elsewhere give each process a port of its own, with a proxy before them.',
    )
  return text === 'on'
}

/** Opens the database that the settings name. */
export async function openDatabase(settings: { databaseUrl: string | null; dataDir: string }): Promise<Database> {
  if (settings.databaseUrl) return (await import('./postgresql.ts')).openPostgreSql(settings.databaseUrl)
  return (await import('./embedded.ts')).openEmbedded({ folder: settings.dataDir })
}

const LARGEST_BODY = 4 * 1024 * 1024

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length
    if (size > LARGEST_BODY) throw Object.assign(new Error('too large'), { status: 413 })
    parts.push(part)
  }
  try {
    return JSON.parse(Buffer.concat(parts).toString('utf8') || 'null')
  } catch (cause) {
    throw Object.assign(new Error('not JSON', { cause }), { status: 400 })
  }
}

const header = (request: IncomingMessage, name: string): string | undefined => {
  const value = request.headers[name]
  return Array.isArray(value) ? value[0] : value
}

const send = (response: ServerResponse, status: number, body: unknown): void => {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
  response.end(JSON.stringify(body))
}

const asError = (code: string, message: string) => ({ errors: [{ message, extensions: { code } }] })

/** Serves one open subgraph over HTTP with @apollo/server; used by `standalone` and by tests and the bench. */
export async function serveHttp(
  open: OpenSubgraph,
  settings: Pick<StandaloneSettings, 'port' | 'host' | 'viewerKey' | 'judgeKey' | 'reportKey'> &
    Partial<Pick<StandaloneSettings, 'reusePort' | 'drainMs'>> & {
      /** At the end, waits until connections without a question close by themselves. */
      linger?: boolean
    },
  health: { clock: () => Date; check: () => Promise<void>; log?: Log },
): Promise<{ url: string; port: number; close(): Promise<void> }> {
  // Here and not at the top: in one process with the gateway nobody needs it, and it takes a while to load.
  const { ApolloServer, HeaderMap } = await import('@apollo/server')
  const { ApolloServerPluginCacheControlDisabled, ApolloServerPluginInlineTraceDisabled } =
    await import('@apollo/server/plugin/disabled')
  const apollo = new ApolloServer<object>({
    schema: open.schema,
    introspection: false,
    includeStacktraceInErrorResponses: false,
    // Its own handlers would kill the process while it still closes the database.
    stopOnTerminationSignals: false,
    plugins: [
      // A trace holds errors as they were before they were made fit for the outside.
      ApolloServerPluginInlineTraceDisabled(),
      // It looks at every field of every answer to find out that nothing may be kept, which is said below.
      ApolloServerPluginCacheControlDisabled(),
      {
        async requestDidStart() {
          const began = performance.now()
          return {
            async willSendResponse({ contextValue, errors = [] }) {
              note((contextValue as { asking: Asking }).asking, began, errors)
            },
          }
        },
      },
    ],
    formatError: (_formatted: GraphQLFormattedError, error: unknown) => speakable(error).toJSON(),
    // The door's own protections (CSRF and the rest) are the gateway's; here only the gateway speaks.
    csrfPrevention: false,
  })
  await apollo.start()

  async function askingOf(request: IncomingMessage): Promise<Asking> {
    const token = header(request, 'x-hub-viewer')
    if (token === undefined)
      return { viewer: null, purpose: null, requestId: header(request, 'x-request-id') ?? 'none', language: 'en' }
    const asking = await readAsking(token, open.name, settings.viewerKey, health.clock())
    const judgeToken = header(request, 'x-hub-judge')
    if (judgeToken !== undefined) rememberJudgeToken(asking, judgeToken)
    return asking
  }

  /** One line for each question, under the id that it has at the gateway; why one broke, under the same. */
  function note(asking: Asking, began: number, errors: readonly unknown[]): void {
    const { log } = health
    if (!log) return
    const { requestId } = asking
    const codes = new Set<string>()
    for (const error of errors) {
      const code = speakable(error).extensions['code']
      codes.add(String(code))
      if (code === 'INTERNAL') log.error({ requestId, code, cause: error }, 'unexpected')
    }
    const ms = Math.round((performance.now() - began) * 10) / 10
    log.info({ requestId, role: asking.viewer?.role ?? null, codes: [...codes], ms }, 'question')
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const began = performance.now()
    const path = new URL(request.url ?? '/', 'http://x').pathname
    if (path === '/health/live') return send(response, 200, { status: 'ok' })
    if (path === '/health/ready') {
      if (drain.began) return send(response, 503, { status: 'closing' })
      try {
        await health.check()
        return send(response, 200, { status: 'ok', at: health.clock().toISOString() })
      } catch {
        return send(response, 503, { status: 'unavailable' })
      }
    }
    const inner = open.internal?.[path]
    if (inner) {
      const isJudging = path === '/internal/judge'
      const key = isJudging ? settings.judgeKey : settings.reportKey
      if (!key) return send(response, 404, asError('NOT_FOUND', 'Not found.'))
      const asking = await readAsking(
        header(request, 'x-hub-judge'),
        isJudging ? 'judge' : 'report',
        key,
        health.clock(),
      )
      return send(response, 200, (await inner(asking, await bodyOf(request))) ?? null)
    }
    if (path !== '/graphql') return send(response, 404, asError('NOT_FOUND', 'Not found.'))
    const asking = await askingOf(request)
    if (request.method === 'POST' && header(request, 'accept')?.includes('text/event-stream'))
      return sendEvents(open, asking, (await bodyOf(request)) as never, response, drain).finally(() =>
        note(asking, began, []),
      )
    const headers = new HeaderMap()
    for (const [name, value] of Object.entries(request.headers))
      if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value)
    const result = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: {
        method: (request.method ?? 'GET').toUpperCase(),
        headers,
        search: new URL(request.url ?? '/', 'http://x').search,
        body: request.method === 'POST' ? await bodyOf(request) : undefined,
      },
      context: async () => (open as OpenSubgraph & { [contextSymbol](asking: Asking): object })[contextSymbol](asking),
    })
    response.statusCode = result.status ?? 200
    response.setHeader('cache-control', 'no-store')
    for (const [name, value] of result.headers) response.setHeader(name, value)
    if (result.body.kind === 'complete') response.end(result.body.string)
    else {
      for await (const chunk of result.body.asyncIterator) response.write(chunk)
      response.end()
    }
  }

  const server: Server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, (request, response) => {
    handle(request, response).catch((error: unknown) => {
      const status = (error as { status?: number }).status
      if (error instanceof HubError)
        send(response, error.code === 'UNAUTHENTICATED' ? 401 : 400, { errors: [error.toJSON()] })
      else if (status)
        send(response, status, asError(status === 413 ? 'TOO_COSTLY' : 'INVALID', (error as Error).message))
      else {
        health.log?.error(
          { requestId: header(request, 'x-request-id'), code: 'INTERNAL', cause: error },
          'a request broke',
        )
        send(response, 500, { errors: [internal(error).toJSON()] })
      }
    })
  })
  const drain = draining(server, { drainMs: settings.drainMs ?? 0, linger: settings.linger ?? false })
  const { sockets } = open
  if (sockets)
    server.on('upgrade', (request, socket, head) => {
      socket.on('error', () => socket.destroy())
      askingOf(request).then(
        (asking) => sockets.upgrade(request, socket, head, asking.viewer ? asking : null),
        () => socket.end('HTTP/1.1 401 Unauthorized\r\nConnection: close\r\nContent-Length: 0\r\n\r\n'),
      )
    })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ port: settings.port, host: settings.host, reusePort: settings.reusePort ?? false }, resolve)
  })
  const port = (server.address() as { port: number }).port
  return {
    port,
    url: `http://localhost:${port}/graphql`,
    async close() {
      const closed = drain.close()
      await pause(settings.drainMs ?? 0)
      await open.sockets?.close()
      await closed
      await apollo.stop()
    },
  }
}

/** `node subgraphs/<name>/main.ts`: the subgraph alone, until SIGTERM or SIGINT. */
export async function standalone(subgraph: Subgraph): Promise<void> {
  const settings = standaloneSettings(subgraph.name, withSecretFiles(process.env, SETTINGS))
  const database = await openDatabase(settings)
  const following = followingClock()
  await following.follow(() => database.time())
  const clock = following.now
  const bus = settings.natsUrl ? await natsBus(settings.natsUrl) : memoryBus()
  // A subgraph speaks to consent as itself, for no viewer: with its own key, so that consent knows which it is.
  const self: Asking = { viewer: null, purpose: null, requestId: subgraph.name, language: 'en' }
  const reports = remoteReports(settings.judgeUrl, () =>
    signAsking(self, 'report', settings.reportKey ?? new Uint8Array(), clock()),
  )
  const judge = remoteJudge(settings.judgeUrl)
  const log = openLog(settings.logLevel, undefined, subgraph.name)
  const onError = (cause: unknown): void => log.error({ code: 'INTERNAL', cause }, 'unexpected, outside any request')
  const open = await subgraph.open({
    database,
    bus,
    judge,
    ...reports,
    clock,
    keys: settings.keys,
    demo: settings.demo,
    onError,
  })
  const http = await serveHttp(open, { ...settings, linger: true }, { clock, check: () => database.check(), log })
  process.stdout.write(`ready ${http.url}\n`)
  const end = async () => {
    await http.close()
    await open.close()
    following.stop()
    await bus.close()
    await database.close()
    process.exit(0)
  }
  process.once('SIGTERM', () => void end())
  process.once('SIGINT', () => void end())
}
