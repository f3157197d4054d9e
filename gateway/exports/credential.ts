import { invalid, notFound, type HubError } from '@doorstroomhub/kit/errors.ts'
import type { Viewer } from '@doorstroomhub/kit/viewer.ts'
import { randomUUID } from 'node:crypto'
import { calculateJwkThumbprint, importJWK, SignJWT, type CryptoKey, type JSONWebKeySet, type JWK } from 'jose'
import { dossierOf, type Ask, type Found } from './ask.ts'
import type { Fields, Value } from './envelope.ts'
import { signedPreparation, signedSummary } from './questions.ts'
import { nameOf } from './sheet.ts'
import { moment } from './sheet-blocks.ts'
import { word } from './words.ts'

/** What a student takes along under the hub's signature, and the keys by which anybody can see that it is whole. */
export interface Credentials {
  /** `https://hub.example/credentials` */
  issuer: string
  /** The public halves, those of former keys too. */
  jwks: JSONWebKeySet
  /** A signed summary or preparation of the student's own dossier, as a compact JWT. */
  sign(ask: Ask, viewer: Viewer, dossierId: string, search: URLSearchParams, now: Date): Promise<string>
}

const ALGORITHM = 'ES256'
/** It says what stood there at one moment; after a school year that is old news. */
const VALID_DAYS = 365
const CONTEXT = ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json']

/** A piece of what is signed: a title and the words under it. */
interface Piece {
  name: string
  narrative: string
  description?: string
}
interface Content {
  identity: Fields
  name: string
  description: string
  achievement: string
  pieces: Piece[]
}

const publicOf = ({ kty, crv, x, y }: JWK, kid: string): JWK => ({
  ...(kty === undefined ? {} : { kty }),
  ...(crv === undefined ? {} : { crv }),
  ...(x === undefined ? {} : { x }),
  ...(y === undefined ? {} : { y }),
  kid,
  use: 'sig',
  alg: ALGORITHM,
})

/** Opens it with the keys of the settings: the first signs, the others are still shown. */
export async function openCredentials(url: string, keys: readonly JWK[]): Promise<Credentials | null> {
  const [own] = keys
  if (!own) return null
  const shown = await Promise.all(keys.map(async (key) => publicOf(key, await calculateJwkThumbprint(key))))
  const kid = shown[0]!.kid!
  const key = (await importJWK(own, ALGORITHM)) as CryptoKey
  const issuer = `${url}/credentials`

  return {
    issuer,
    jwks: { keys: shown },
    async sign(ask, viewer, dossierId, search, now) {
      if (viewer.role !== 'STUDENT') throw notFound()
      const of = search.get('of')
      if (of !== 'summary' && of !== 'preparation') throw whatOf()
      const content =
        of === 'summary'
          ? await summaryOf(ask, dossierId)
          : await preparationOf(ask, dossierId, search.get('application'))
      const id = `urn:uuid:${randomUUID()}`
      // JWT counts in whole seconds, and both ways of saying it must say the same.
      const from = new Date(Math.floor(now.getTime() / 1000) * 1000)
      const until = new Date(from.getTime() + VALID_DAYS * 86_400_000)
      return new SignJWT(credentialOf(id, { issuer, url }, content, from, until))
        .setProtectedHeader({ alg: ALGORITHM, typ: 'vc+jwt', kid })
        .setIssuer(issuer)
        .setJti(id)
        .setIssuedAt(from)
        .setNotBefore(from)
        .setExpirationTime(until)
        .sign(key)
    },
  }
}

/** What is signed: an Open Badge 3.0, which is a W3C Verifiable Credential. */
function credentialOf(
  id: string,
  { issuer, url }: { issuer: string; url: string },
  { identity, name, description, achievement, pieces }: Content,
  from: Date,
  until: Date,
): Record<string, unknown> {
  return {
    '@context': CONTEXT,
    id,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name,
    issuer: { id: issuer, type: ['Profile'], name: 'Doorstroomhub', url },
    validFrom: from.toISOString(),
    validUntil: until.toISOString(),
    credentialSubject: {
      type: ['AchievementSubject'],
      identifier: [{ type: 'IdentityObject', hashed: false, identityHash: nameOf(identity), identityType: 'name' }],
      achievement: {
        id: `${issuer}#${achievement}`,
        type: ['Achievement'],
        name,
        description,
        criteria: {
          narrative:
            'De leerling schreef dit in het eigen overstapdossier. De hub zegt dat het daar op dat moment zo stond, en niets over of het klopt.',
        },
      },
    },
    evidence: pieces.map((piece) => ({ type: ['Evidence'], ...piece })),
  }
}

async function summaryOf(ask: Ask, id: string): Promise<Content> {
  const found: Found<{ dossier: { identity: Fields; careerSummary: Fields | null } | null }> = await ask(
    signedSummary,
    {
      id,
    },
  )
  const { identity, careerSummary: one } = dossierOf(found)
  if (!one) throw nothingThere()
  const list = (value: Value | undefined): string => ((value ?? []) as Value[]).map(String).join('; ')
  const done = ((one['topExperiences'] ?? []) as Fields[]).map(({ title, kind, place, learned }) =>
    [`${String(title)} (${word('experience', kind)}${place ? `, ${String(place)}` : ''})`, learned ?? '']
      .join(' ')
      .trim(),
  )
  const pieces: [string, string][] = [
    ['Over mij', String(one['aboutMe'] ?? '')],
    ['Waar ik goed in ben', list(one['strengths'])],
    ['Wat ik belangrijk vind', list(one['drives'])],
    ['Werk dat mij leuk lijkt', String(one['jobInterest'] ?? '')],
    ['Opleidingen waar ik aan denk', list(one['chosenProgrammes'])],
    ['Mijn vraag voor het gesprek', String(one['questionForIntaker'] ?? '')],
    ['Wat ik heb gedaan', done.join('; ')],
  ]
  return {
    identity,
    name: 'Paspoort (kort)',
    description: 'De samenvatting van het loopbaandossier, door de leerling zelf geschreven.',
    achievement: 'career-summary',
    pieces: pieces.filter(([, text]) => text !== '').map(([name, narrative]) => ({ name, narrative })),
  }
}

interface Preparation {
  dossier: {
    identity: Fields
    applications:
      | {
          id: string
          institution: { name: string }
          programme: { name: string }
          intakePreparation: { versions: Fields[] } | null
        }[]
      | null
  } | null
}

async function preparationOf(ask: Ask, id: string, applicationId: string | null): Promise<Content> {
  if (applicationId === null)
    throw invalid(
      'application',
      'Say of which application: &application=<id>.',
      'Zeg van welke aanmelding: &application=<id>.',
    )
  const found: Found<Preparation> = await ask(signedPreparation, { id })
  const { identity, applications } = dossierOf(found)
  const one = applications?.find((each) => each.id === applicationId.toLowerCase())
  if (!one) throw notFound()
  const [version] = one.intakePreparation?.versions ?? []
  if (!version) throw nothingThere()
  const frozen = `Bewaarde versie ${String(version['number'])}, van ${moment(version['frozenAt'])}. Controlegetal (SHA-256): ${String(version['sha256'])}`
  return {
    identity,
    name: `Voorbereiding op de kennismaking met ${one.institution.name}`,
    description: `${one.programme.name}. ${frozen}`,
    achievement: 'intake-preparation',
    pieces: (version['sections'] as Fields[])
      .filter(({ text }) => text !== '')
      .map(({ key, text }) => ({ name: word('section', key), narrative: String(text), description: frozen })),
  }
}

const whatOf = (): HubError =>
  invalid(
    'of',
    'Say what to sign: ?of=summary or ?of=preparation.',
    'Zeg wat er getekend wordt: ?of=summary of ?of=preparation.',
  )

const nothingThere = (): HubError => invalid('of', 'There is nothing yet to sign.', 'Er is nog niets om te tekenen.')
