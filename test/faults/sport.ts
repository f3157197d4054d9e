// A subgraph of its own beside the hub: which sports club a student is with. Settings: PORT, HUB_KEY (the key that SUBGRAPH_KEYS has for it).
import { buildSchema, graphql } from 'graphql'
import { jwtVerify } from 'jose'
import { createServer } from 'node:http'

const NAME = 'sport'
const key = Buffer.from(process.env['HUB_KEY'] ?? '', 'base64url')

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])\n`
const sdl = `
type Query {
  """Clubs in the region that work together with schools."""
  sportClubs: [SportClub!]!
}
type Dossier @key(fields: "id") {
  id: ID!
  """The student's club. For the student alone."""
  sportClub: SportClub
}
type SportClub {
  name: String!
}`
const schema = buildSchema(`
directive @key(fields: String!) repeatable on OBJECT
scalar _Any
union _Entity = Dossier
type _Service { sdl: String! }
extend type Query { _service: _Service! _entities(representations: [_Any!]!): [_Entity]! }
${sdl}`)

const clubs = [{ name: 'Vechtdal Volleybal' }, { name: 'Zwemclub De Hoop' }]

/** Who asks, as the hub has proven it; null for the hub itself, which asks for `_service` without anybody. */
async function viewerOf(token: string | string[] | undefined): Promise<{ subject: string; role: string } | null> {
  if (typeof token !== 'string') return null
  const { payload } = await jwtVerify(token, key, {
    issuer: 'doorstroomhub-gateway',
    audience: NAME,
    algorithms: ['HS256'],
    clockTolerance: 5,
  })
  return (payload['asking'] as { viewer: { subject: string; role: string } | null }).viewer
}

const server = createServer((request, response) => {
  const parts: Buffer[] = []
  request.on('data', (part: Buffer) => parts.push(part))
  request.on('end', () => {
    answer(Buffer.concat(parts).toString('utf8'), request.headers['x-hub-viewer']).then(
      (body) => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body)),
      () => response.writeHead(401, { 'content-type': 'application/json' }).end('{"errors":[{"message":"Who asks?"}]}'),
    )
  })
})

async function answer(body: string, token: string | string[] | undefined): Promise<unknown> {
  const viewer = await viewerOf(token)
  const { query, variables } = JSON.parse(body) as { query: string; variables?: Record<string, unknown> }
  const rootValue = {
    _service: { sdl: link + sdl },
    sportClubs: clubs,
    // The hub sends only ids of dossiers that exist for who asks; what of them is shown is decided here.
    _entities: ({ representations }: { representations: { id: string }[] }) =>
      representations.map(({ id }) => ({
        __typename: 'Dossier',
        id,
        sportClub: viewer?.role === 'STUDENT' ? clubs[0] : null,
      })),
  }
  return graphql({ schema, source: query, rootValue, variableValues: variables ?? null })
}

server.listen(Number(process.env['PORT'] ?? 4100), '127.0.0.1', () => {
  const { port } = server.address() as { port: number }
  process.stdout.write(`ready http://127.0.0.1:${port}/graphql\n`)
})
process.once('SIGTERM', () => process.exit(0))
