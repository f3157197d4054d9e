import { allowance } from '../limits/budgets.ts'

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
    name: 'SUBGRAPH_KEYS',
    default: '(made of VIEWER_SECRET)',
    meaning: '`name=key,name=key`: the key of the signed viewer for a subgraph that somebody added (docs/open-hub.md).',
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
    name: 'CREDENTIAL_KEY',
    default: '(demo: made once)',
    meaning:
      'A private P-256 key as JWK, or a JWK Set: signs summaries that students take along. The first signs, all are published (docs/credentials.md).',
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
