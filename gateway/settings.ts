import { readFile } from 'node:fs/promises'
import type { JWK } from 'jose'
import { join, resolve } from 'node:path'
import { readMapping, type ClaimMapping } from './claims.ts'
import { signingKeysIn } from './exports/keys.ts'
import { RESERVED } from './guests.ts'
import { allowance, type Allowance } from './limits/budgets.ts'

/** A subgraph that runs elsewhere. */
export interface RemoteSubgraph {
  name: string
  url: string
  /** Signs who is asking for this one; made of the gateway's own secret when not given. */
  key?: Uint8Array
}

/** Everything about a hub that may differ from one machine to the next. */
export interface Settings {
  port: number
  host: string
  /** As the hub is reached from outside, without a slash at the end; null: this machine, on the port that it got. */
  publicUrl: string | null
  dataDir: string
  databaseUrl: string | null
  natsUrl: string | null
  /** Set: the gateway alone, in front of these. */
  subgraphs: RemoteSubgraph[] | null
  /** A composed graph to serve as it is, instead of asking the subgraphs for theirs. */
  supergraphFile: string | null
  oidc: {
    issuer: string
    audience: string | null
    /** The hub as a client, for people with a browser; null: tokens only. */
    client?: { id: string; secret: string | null; scopes: string } | null
    /** Where this provider puts its claims, when not as the demo's does. */
    claims?: ClaimMapping
  } | null
  /** Origins whose pages may ask the graph, with a token of their own; none when not given. */
  corsOrigins?: readonly string[]
  demo: boolean
  logLevel: string
  /** Proxies of our own before the hub; none when not given. */
  proxies?: number
  /** Several processes take connections at the same port. */
  reusePort?: boolean
  /** How long the hub goes on serving after it was told to stop, and says already that it is not ready. */
  drainMs?: number
  /** How long a subgraph elsewhere may take to answer; ten seconds when not given. */
  subgraphTimeoutMs?: number
  /** Where traces go, as OTLP over HTTP; none when not given. */
  tracesUrl?: string | null
  /** What differs from the standard of limits/budgets.ts. */
  limits?: Partial<Allowance>
  keys: {
    /** Signs the viewer for subgraphs elsewhere. */
    viewer: Uint8Array
    /** Seals personal numbers, webhook secrets and cursors; only where the subgraphs run in this process. */
    personalNumber: Uint8Array | null
    /** Seal the cookies of people: the first closes, all open. Without one nobody signs in with a browser. */
    session?: readonly Uint8Array[]
    /** Sign what students take along: the first signs, all are published. Without one nothing is signed. */
    credential?: readonly JWK[]
  }
}

/** The hub does not start with these settings; every fault is named at once. */
export class SettingsError extends Error {
  readonly faults: readonly string[]
  constructor(faults: readonly string[]) {
    super(`The hub cannot start with these settings:\n${faults.map((fault) => `- ${fault}`).join('\n')}`)
    this.name = 'SettingsError'
    this.faults = faults
  }
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']
const SHORTEST_KEY = 32
const isKey = (text: string): boolean =>
  /^[A-Za-z0-9_-]+$/.test(text) && Buffer.from(text, 'base64url').length >= SHORTEST_KEY

/** Reads every setting, or throws one error with a sentence for each that is wrong. Outside the demo no secret is ever made up. */
export async function readSettings(env: Readonly<Record<string, string | undefined>>): Promise<Settings> {
  const faults: string[] = []
  const given = (name: string): string | null => env[name]?.trim() || null
  const fault = (sentence: string): null => {
    faults.push(sentence)
    return null
  }

  const oidcIssuer = readUrl('OIDC_ISSUER', ['https:', 'http:'])
  const subgraphs = readSubgraphs()
  const settings: Omit<Settings, 'keys'> = {
    port: readPort(),
    host: given('HOST') ?? '127.0.0.1',
    publicUrl: readUrl('PUBLIC_URL', ['https:', 'http:'])?.replace(/\/$/, '') ?? null,
    dataDir: resolve(given('DATA_DIR') ?? '.data'),
    databaseUrl: readUrl('DATABASE_URL', ['postgres:', 'postgresql:']),
    natsUrl: readUrl('NATS_URL', ['nats:', 'tls:', 'ws:', 'wss:']),
    subgraphs,
    supergraphFile: given('SUPERGRAPH'),
    oidc:
      oidcIssuer === null
        ? null
        : { issuer: oidcIssuer, audience: given('OIDC_AUDIENCE'), client: readClient(), ...(await readClaims()) },
    corsOrigins: readOrigins(),
    demo: readDemo(),
    logLevel: readLogLevel(),
    tracesUrl: readUrl('OTEL_EXPORTER_OTLP_ENDPOINT', ['https:', 'http:']),
    proxies: readCount('PROXIES', 0, 0),
    reusePort: readReusePort(),
    drainMs: readCount('DRAIN_MS', 0, 0),
    subgraphTimeoutMs: readCount('SUBGRAPH_TIMEOUT_MS', 10_000, 1),
    limits: {
      costPerMinute: readCount('COST_PER_MINUTE', allowance.costPerMinute, 1),
      requestsPerMinute: readCount('REQUESTS_PER_MINUTE', allowance.requestsPerMinute, 1),
      subscriptions: readCount('SUBSCRIPTIONS_PER_VIEWER', allowance.subscriptions, 1),
      sockets: readCount('SOCKETS_PER_VIEWER', allowance.sockets, 1),
    },
  }
  if (settings.supergraphFile !== null && subgraphs === null)
    fault('SUPERGRAPH is only for the gateway alone: set SUBGRAPHS too, or leave it out.')
  if (settings.demo && oidcIssuer !== null)
    fault('DEMO=on lets everybody in without a password, so it does not go together with OIDC_ISSUER.')
  if (!settings.demo && oidcIssuer === null)
    fault(
      'OIDC_ISSUER is missing: without it nobody can sign in. (DEMO=on brings a sign-in of its own, for trying out.)',
    )

  const viewer = readKey('VIEWER_SECRET', true)
  const personalNumber = readKey('NUMBER_KEY', subgraphs === null)
  const session = readSessionKeys()
  const credential = readCredentialKeys()
  if (faults.length > 0) throw new SettingsError(faults)
  return {
    ...settings,
    keys: {
      viewer: viewer ?? (await madeOnce('viewer.key')),
      personalNumber: personalNumber ?? (subgraphs === null ? await madeOnce('personal-number.key') : null),
      session: session ?? (settings.demo ? [await madeOnce('session.key')] : []),
      credential:
        credential ??
        (settings.demo ? [await (await import('./demo/signing-key.ts')).signingKey(settings.dataDir)] : []),
    },
  }

  function readPort(): number {
    const text = given('PORT') ?? '4000'
    const port = Number(text)
    if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port
    return fault(`PORT must be a number from 0 to 65535, not "${text}".`) ?? 0
  }

  function readCount(name: string, standard: number, least: number): number {
    const text = given(name)
    if (text === null) return standard
    const count = Number(text)
    if (/^\d+$/.test(text) && Number.isSafeInteger(count) && count >= least) return count
    return fault(`${name} must be a whole number from ${least} up, not "${text}".`) ?? standard
  }

  function readUrl(name: string, protocols: readonly string[]): string | null {
    const text = given(name)
    if (text === null) return null
    const url = URL.parse(text)
    // The value is not repeated: it may hold a password.
    if (!url || !protocols.includes(url.protocol))
      return fault(`${name} must be an address that starts with ${protocols.map((each) => `${each}//`).join(' or ')}`)
    return text
  }

  function readClient(): { id: string; secret: string | null; scopes: string } | null {
    const id = given('OIDC_CLIENT_ID')
    const scopes = given('OIDC_SCOPES') ?? 'openid'
    if (!scopes.split(/\s+/).includes('openid')) fault('OIDC_SCOPES must hold "openid".')
    return id === null ? null : { id, secret: given('OIDC_CLIENT_SECRET'), scopes }
  }

  async function readClaims(): Promise<{ claims?: ClaimMapping }> {
    const file = given('OIDC_CLAIMS')
    if (file === null) return {}
    try {
      return { claims: readMapping(JSON.parse(await readFile(file, 'utf8'))) }
    } catch (cause) {
      fault(`OIDC_CLAIMS names a file that cannot be used: ${(cause as Error).message}`)
      return {}
    }
  }

  function readOrigins(): string[] {
    const origins = (given('CORS_ORIGINS') ?? '').split(',').map((each) => each.trim())
    for (const one of origins)
      if (one !== '' && URL.parse(one)?.origin !== one)
        fault(`CORS_ORIGINS must be origins as https://one.example, with commas between; this part is not: "${one}".`)
    return origins.filter((one) => one !== '')
  }

  function readSessionKeys(): Uint8Array[] | null {
    const text = given('SESSION_KEY')
    if (text === null) {
      if (settings.oidc?.client)
        fault(`SESSION_KEY is missing: at least ${SHORTEST_KEY} random bytes in base64url, for the cookies of people.`)
      return null
    }
    const keys = text.split(',').map((each) => each.trim())
    if (keys.some((each) => !isKey(each))) {
      fault(`SESSION_KEY must be at least ${SHORTEST_KEY} random bytes in base64url; several with commas between.`)
      return null
    }
    return keys.map((each) => Buffer.from(each, 'base64url'))
  }

  function readCredentialKeys(): JWK[] | null {
    const text = given('CREDENTIAL_KEY')
    return text === null
      ? null
      : (signingKeysIn(text) ?? fault('CREDENTIAL_KEY must be a private P-256 key as JWK, or a JWK Set of them.'))
  }

  function readSubgraphs(): RemoteSubgraph[] | null {
    const text = given('SUBGRAPHS')
    if (text === null) return null
    const found = new Map<string, string>()
    for (const part of text.split(',').map((each) => each.trim())) {
      if (part === '') continue
      const [, name, url] = /^([a-z][a-z0-9-]*)=(https?:\/\/.+)$/.exec(part) ?? []
      if (name === undefined || url === undefined || !URL.canParse(url))
        fault(`SUBGRAPHS must be name=url,name=url with http or https addresses; this part is not: "${part}".`)
      else if (found.has(name)) fault(`SUBGRAPHS names "${name}" twice.`)
      else if (RESERVED.has(name)) fault(`SUBGRAPHS may not name a subgraph "${name}": the hub uses that name itself.`)
      else found.set(name, url)
    }
    const keys = readSubgraphKeys(found)
    return [...found].map(([name, url]) => ({ name, url, ...keys.get(name) }))
  }

  function readSubgraphKeys(known: ReadonlyMap<string, string>): Map<string, { key: Uint8Array }> {
    const keys = new Map<string, { key: Uint8Array }>()
    for (const part of (given('SUBGRAPH_KEYS') ?? '').split(',').map((each) => each.trim())) {
      if (part === '') continue
      const [name = '', key = ''] = part.split('=')
      if (!known.has(name)) fault(`SUBGRAPH_KEYS has a key for "${name}", which SUBGRAPHS does not name.`)
      else if (!isKey(key))
        fault(`SUBGRAPH_KEYS: the key of "${name}" must be at least ${SHORTEST_KEY} random bytes in base64url.`)
      else keys.set(name, { key: Buffer.from(key, 'base64url') })
    }
    return keys
  }

  function readDemo(): boolean {
    const text = given('DEMO')
    if (text === null) return oidcIssuer === null && given('OIDC_ISSUER') === null
    if (text === 'on' || text === 'off') return text === 'on'
    return fault(`DEMO must be "on" or "off", not "${text}".`) ?? oidcIssuer === null
  }

  function readReusePort(): boolean {
    const text = given('REUSE_PORT') ?? 'off'
    if (text !== 'on' && text !== 'off') fault(`REUSE_PORT must be "on" or "off", not "${text}".`)
    if (text === 'on' && process.platform !== 'linux')
      fault(
        'REUSE_PORT=on works on Linux only. Elsewhere give each process a port of its own, with a proxy before them.',
      )
    return text === 'on'
  }

  function readLogLevel(): string {
    const text = given('LOG_LEVEL') ?? 'info'
    return LOG_LEVELS.includes(text)
      ? text
      : (fault(`LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}, not "${text}".`) ?? '')
  }

  function readKey(name: string, needed: boolean): Uint8Array | null {
    const text = given(name)
    if (text === null) {
      if (needed && !settings.demo)
        fault(`${name} is missing: at least ${SHORTEST_KEY} random bytes in base64url. (Only the demo makes its own.)`)
      return null
    }
    if (!isKey(text)) return fault(`${name} must be at least ${SHORTEST_KEY} random bytes in base64url.`)
    return Buffer.from(text, 'base64url')
  }

  /** Demo mode only: made at the first start, and kept for its owner alone. */
  async function madeOnce(file: string): Promise<Uint8Array> {
    const [{ kept }, { randomBytes }] = await Promise.all([import('./demo/kept.ts'), import('node:crypto')])
    const text = await kept(join(settings.dataDir, 'keys', file), () => randomBytes(SHORTEST_KEY).toString('base64url'))
    return Buffer.from(text, 'base64url')
  }
}
