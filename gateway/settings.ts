import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { readMapping, type ClaimMapping } from './claims.ts'
import { allowance, type Allowance } from './limits/budgets.ts'
import { join } from 'node:path'

/** A subgraph that runs elsewhere. */
export interface RemoteSubgraph {
  name: string
  url: string
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
  }
}

/** One row of the table in the README. */
export interface SettingRow {
  name: string
  default: string
  meaning: string
}

/** Every setting of the hub; the README's table is this one. Each may be given as a file: `NUMBER_KEY_FILE=/run/secrets/number-key`. */
export const settingsTable: readonly SettingRow[] = [
  { name: 'PORT', default: '4000', meaning: 'Port of the hub.' },
  { name: 'HOST', default: '127.0.0.1', meaning: 'Address to listen on; `0.0.0.0` for all.' },
  {
    name: 'PUBLIC_URL',
    default: 'http://localhost:PORT',
    meaning: 'Address at which people and systems reach the hub.',
  },
  {
    name: 'DATA_DIR',
    default: '.data',
    meaning: 'Folder of the embedded database and of the keys that the demo makes.',
  },
  { name: 'DATABASE_URL', default: '(embedded)', meaning: 'PostgreSQL 15 or newer, instead of the embedded database.' },
  { name: 'NATS_URL', default: '(in memory)', meaning: 'NATS, to wake listeners in other processes.' },
  {
    name: 'SUBGRAPHS',
    default: '(all in this process)',
    meaning: '`name=url,name=url`: the gateway alone, before these.',
  },
  {
    name: 'SUPERGRAPH',
    default: '(composed at start)',
    meaning: 'File with the composed graph; only together with `SUBGRAPHS`.',
  },
  { name: 'OIDC_ISSUER', default: '(demo provider)', meaning: 'OpenID Connect provider whose tokens are believed.' },
  { name: 'OIDC_AUDIENCE', default: 'urn:doorstroomhub:graph', meaning: 'For whom those tokens must be meant.' },
  {
    name: 'OIDC_CLIENT_ID',
    default: '(tokens only)',
    meaning: 'The hub as a client of that provider, so that people sign in with a browser (docs/sign-in.md).',
  },
  { name: 'OIDC_CLIENT_SECRET', default: '(public client)', meaning: 'The secret of that client.' },
  { name: 'OIDC_SCOPES', default: 'openid', meaning: 'What that client asks for, with spaces between.' },
  {
    name: 'OIDC_CLAIMS',
    default: '(as the demo)',
    meaning: 'JSON file: where that provider puts role, school and name (docs/sign-in.md).',
  },
  {
    name: 'SESSION_KEY',
    default: '(demo: made once)',
    meaning:
      'At least 32 bytes, base64url: seals the cookies of people. Several with commas: the first is new, all open.',
  },
  {
    name: 'CORS_ORIGINS',
    default: '(none)',
    meaning: '`https://one.example,https://two.example`: pages elsewhere that may ask the graph, never with a cookie.',
  },
  {
    name: 'DEMO',
    default: 'on without OIDC_ISSUER',
    meaning: 'Demo people and region, sign-in without a password. `on` or `off`.',
  },
  {
    name: 'VIEWER_SECRET',
    default: '(demo: made once)',
    meaning: 'At least 32 bytes, base64url: signs who is asking, for the subgraphs.',
  },
  {
    name: 'NUMBER_KEY',
    default: '(demo: made once)',
    meaning:
      'At least 32 bytes, base64url: seals personal numbers and webhook secrets at rest, and the cursors of the feed.',
  },
  {
    name: 'COST_PER_MINUTE',
    default: String(allowance.costPerMinute),
    meaning: 'Fields that one person or system may ask for in a minute (docs/limits.md).',
  },
  {
    name: 'REQUESTS_PER_MINUTE',
    default: String(allowance.requestsPerMinute),
    meaning: 'Requests in a minute from one address, of those who are not signed in.',
  },
  {
    name: 'SUBSCRIPTIONS_PER_VIEWER',
    default: String(allowance.subscriptions),
    meaning: 'Subscriptions that one person or system may have open.',
  },
  {
    name: 'SOCKETS_PER_VIEWER',
    default: String(allowance.sockets),
    meaning: 'Websockets to the graph that one person or system may have open.',
  },
  { name: 'SUBGRAPH_TIMEOUT_MS', default: '10000', meaning: 'How long a subgraph elsewhere may take to answer.' },
  {
    name: 'REUSE_PORT',
    default: 'off',
    meaning: '`on`: several processes of the hub share its port (Linux), the kernel divides the connections.',
  },
  {
    name: 'DRAIN_MS',
    default: '0',
    meaning: 'How long it goes on serving once it was told to stop, while `/health/ready` already says 503.',
  },
  {
    name: 'PROXIES',
    default: '0',
    meaning: 'Proxies of your own before the hub, so that it knows who comes from where.',
  },
  {
    name: 'OTEL_EXPORTER_OTLP_ENDPOINT',
    default: '(no traces)',
    meaning: 'Address that takes OpenTelemetry traces over HTTP, without `/v1/traces`.',
  },
  { name: 'LOG_LEVEL', default: 'info', meaning: '`fatal`, `error`, `warn`, `info`, `debug`, `trace` or `silent`.' },
]

export const settingNames: readonly string[] = settingsTable.map(({ name }) => name)

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
  if (faults.length > 0) throw new SettingsError(faults)
  return {
    ...settings,
    keys: {
      viewer: viewer ?? (await madeOnce('viewer.key')),
      personalNumber: personalNumber ?? (subgraphs === null ? await madeOnce('personal-number.key') : null),
      session: session ?? (settings.demo ? [await madeOnce('session.key')] : []),
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
      else found.set(name, url)
    }
    return [...found].map(([name, url]) => ({ name, url }))
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
