import type { Viewer, ViewerOrganisation } from '@doorstroomhub/kit/viewer.ts'

/** The nine roles of domain §2. */
export const ROLES = [
  'STUDENT',
  'GUARDIAN',
  'MENTOR',
  'CARE_COORDINATOR',
  'INTAKER',
  'REGION_ANALYST',
  'MUNICIPALITY',
  'PARTNER',
  'ADMINISTRATOR',
] as const

export type Role = (typeof ROLES)[number]

/** Where a claim stands: its name, or the names on the way to it. A name may hold dots, so they separate nothing. */
export type ClaimPath = string | readonly string[]

/** What a provider calls an organisation, as the hub knows it. */
export interface KnownOrganisation {
  brin: string
  name: string
  kind: string
  /** What the provider's words for a role mean here, where that differs: an employee of a school is no intaker. */
  roles?: Readonly<Record<string, Role>>
}

/** Where a provider puts what the hub needs to know. */
export interface ClaimMapping {
  subject: ClaimPath
  name: ClaimPath
  /** Where there is no such claim: these, with spaces between, as far as they are there. */
  nameParts?: readonly ClaimPath[]
  /** One word, or a list such as an affiliation. */
  role: ClaimPath
  /** Translates the provider's own words into ours. Of a list the first of these that is in it counts. */
  roles?: Readonly<Record<string, Role>>
  /** The organisations by what the provider puts at `brin`: a BRIN, with or without a location, or a domain (schacHomeOrganization). */
  organisations?: Readonly<Record<string, KnownOrganisation>>
  brin: ClaimPath
  organisationName: ClaimPath
  organisationKind: ClaimPath
  region: ClaimPath
  municipality: ClaimPath
  /** A string with spaces between, or a list. */
  scopes: ClaimPath
}

/** The claims as the demo's provider writes them. */
export const defaultMapping: ClaimMapping = {
  subject: 'sub',
  name: 'name',
  role: 'role',
  brin: ['organisation', 'brin'],
  organisationName: ['organisation', 'name'],
  organisationKind: ['organisation', 'kind'],
  region: 'region',
  municipality: 'municipality',
  scopes: 'scope',
}

const isBrin = (value: string): boolean => /^[0-9]{2}[A-Z]{2}$/.test(value)
const isMunicipality = (value: string): boolean => /^GM[0-9]{4}$/.test(value)
const isRegion = (value: string): boolean => /^(0[1-9]|[12][0-9]|3[0-9])$/.test(value)

/** Those whose rights hang on a school or institution. */
const ACTS_FOR_A_SCHOOL: ReadonlySet<Role> = new Set<Role>(['MENTOR', 'CARE_COORDINATOR', 'INTAKER', 'PARTNER'])

/**
 * Who the claims say it is. Throws when they do not hold what the role stands on: a mentor without a school, or an
 * officer without a municipality, must not come in as someone whose missing school equals another missing one.
 * What a role does not stand on is left out, so that no rule can trip over it.
 */
export function viewerFrom(claims: Readonly<Record<string, unknown>>, mapping: ClaimMapping = defaultMapping): Viewer {
  const subject = needed(text(claims, mapping.subject), 'subject')
  const known = organisationKnown(claims, mapping)
  const role = roleFrom(at(claims, mapping.role), { ...known?.roles, ...mapping.roles, ...known?.roles })
  return Object.freeze({
    subject,
    name: needed(nameFrom(claims, mapping), 'name'),
    role,
    organisation: organisationFrom(claims, mapping, role, known),
    region: role === 'REGION_ANALYST' ? needed(text(claims, mapping.region), 'region', isRegion) : null,
    municipality:
      role === 'MUNICIPALITY' ? needed(text(claims, mapping.municipality), 'municipality', isMunicipality) : null,
    // Only a partner system is cut by scopes; for a person they mean something to the provider and nothing here.
    scopes: role === 'PARTNER' ? words(at(claims, mapping.scopes)) : [],
  })
}

function nameFrom(claims: Readonly<Record<string, unknown>>, { name, nameParts = [] }: ClaimMapping): string | null {
  const parts = nameParts.map((path) => text(claims, path)).filter((part) => part !== null)
  return text(claims, name) ?? (parts.length > 0 ? parts.join(' ') : null)
}

/** A word or a list of words; a list means the first of the translations, so that their order decides and not the provider's. */
function roleFrom(said: unknown, roles: Readonly<Record<string, Role>>): Role {
  const all = (Array.isArray(said) ? said : [said]).filter(
    (one): one is string => typeof one === 'string' && one !== '',
  )
  if (all.length === 0) needed(null, 'role')
  const translated = Object.keys(roles).find((word) => all.includes(word))
  const word = translated === undefined ? (all.length === 1 ? all[0] : undefined) : roles[translated]
  const known = ROLES.find((one) => one === word)
  if (!known) throw new Error('The role in the token is not one of the nine.')
  return known
}

/** The organisation under the name that the provider gives it; of a BRIN with a location also without it. */
function organisationKnown(
  claims: Readonly<Record<string, unknown>>,
  { brin, organisations = {} }: ClaimMapping,
): KnownOrganisation | undefined {
  const said = first(at(claims, brin))
  const name = said !== null && Object.hasOwn(organisations, said) ? said : withoutLocation(said)
  return name !== null && Object.hasOwn(organisations, name) ? organisations[name] : undefined
}

const withoutLocation = (said: string | null): string | null =>
  said !== null && /^[0-9]{2}[A-Z]{2}[0-9]{2}$/.test(said) ? said.slice(0, 4) : said

const first = (value: unknown): string | null => {
  const one: unknown = Array.isArray(value) ? value[0] : value
  return typeof one === 'string' && one !== '' ? one : null
}

function organisationFrom(
  claims: Readonly<Record<string, unknown>>,
  mapping: ClaimMapping,
  role: Role,
  known: KnownOrganisation | undefined,
): ViewerOrganisation | null {
  const stands = ACTS_FOR_A_SCHOOL.has(role) ? isBrin : role === 'MUNICIPALITY' ? isMunicipality : null
  if (!stands) return null
  return Object.freeze({
    brin: needed(known?.brin ?? withoutLocation(first(at(claims, mapping.brin))), 'organisation', stands),
    name: needed(known?.name ?? text(claims, mapping.organisationName), 'name of the organisation'),
    kind: needed(known?.kind ?? text(claims, mapping.organisationKind), 'kind of organisation'),
  })
}

function at(claims: Readonly<Record<string, unknown>>, path: ClaimPath): unknown {
  let value: unknown = claims
  for (const name of typeof path === 'string' ? [path] : path) {
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, name)) return undefined
    value = (value as Record<string, unknown>)[name]
  }
  return value
}

function text(claims: Readonly<Record<string, unknown>>, path: ClaimPath): string | null {
  const value = at(claims, path)
  // Some providers make a list of everything.
  const one: unknown = Array.isArray(value) && value.length === 1 ? value[0] : value
  return typeof one === 'string' && one !== '' ? one : null
}

function words(value: unknown): string[] {
  const list = typeof value === 'string' ? value.split(' ') : Array.isArray(value) ? value : []
  const scopes = new Set(list.filter((one): one is string => typeof one === 'string' && one !== ''))
  return Object.freeze([...scopes]) as string[]
}

/** The message names the claim and never its value: it may reach a log. */
function needed(value: string | null, what: string, holds: (value: string) => boolean = () => true): string {
  if (value === null || !holds(value)) throw new Error(`The token has no ${what} that can be used.`)
  return value
}

const PATHS = [
  'subject',
  'name',
  'role',
  'brin',
  'organisationName',
  'organisationKind',
  'region',
  'municipality',
  'scopes',
] as const

const isPath = (value: unknown): value is ClaimPath =>
  (typeof value === 'string' && value !== '') ||
  (Array.isArray(value) && value.length > 0 && value.every((each) => typeof each === 'string'))

/** Reads a mapping as it stands in a file; what it does not name is as in the demo. Throws with a sentence for who wrote it. */
export function readMapping(given: unknown): ClaimMapping {
  const read = record(given, 'It')
  for (const name of Object.keys(read))
    if (![...PATHS, 'nameParts', 'roles', 'organisations'].includes(name))
      throw new Error(`"${name}" is not something to be mapped.`)
  for (const name of PATHS)
    if (read[name] !== undefined && !isPath(read[name]))
      throw new Error(`"${name}" must be the name of a claim, or a list of names on the way to it.`)
  const parts = read['nameParts'] ?? []
  if (!Array.isArray(parts) || !parts.every(isPath)) throw new Error('"nameParts" must be a list of claims.')
  readRoles(read['roles'], 'roles')
  for (const [name, given] of Object.entries(record(read['organisations'] ?? {}, '"organisations"'))) {
    const one = record(given, `"${name}"`)
    if (typeof one['brin'] !== 'string' || !(isBrin(one['brin']) || isMunicipality(one['brin'])))
      throw new Error(`"${name}" must have the brin of a school, or the GM code of a municipality.`)
    if (typeof one['name'] !== 'string' || !['VO', 'MBO', 'MUNICIPALITY'].includes(String(one['kind'])))
      throw new Error(`"${name}" must have a name, and a kind: VO, MBO or MUNICIPALITY.`)
    readRoles(one['roles'], `the roles of "${name}"`)
  }
  return { ...defaultMapping, ...read } as ClaimMapping
}

function readRoles(given: unknown, what: string): void {
  for (const role of Object.values(record(given ?? {}, `"${what}"`)))
    if (!ROLES.some((one) => one === role)) throw new Error(`${what} may only lead to one of ${ROLES.join(', ')}.`)
}

function record(value: unknown, what: string): Record<string, unknown> {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) throw new Error(`${what} must be an object.`)
  return value as Record<string, unknown>
}
