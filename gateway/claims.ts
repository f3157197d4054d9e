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

/** Where a provider puts what the hub needs to know. `roles` translates the provider's own words into ours. */
export interface ClaimMapping {
  subject: ClaimPath
  name: ClaimPath
  role: ClaimPath
  roles?: Readonly<Record<string, Role>>
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
  const role = roleFrom(needed(text(claims, mapping.role), 'role'), mapping.roles)
  return Object.freeze({
    subject,
    name: needed(text(claims, mapping.name), 'name'),
    role,
    organisation: organisationFrom(claims, mapping, role),
    region: role === 'REGION_ANALYST' ? needed(text(claims, mapping.region), 'region', isRegion) : null,
    municipality:
      role === 'MUNICIPALITY' ? needed(text(claims, mapping.municipality), 'municipality', isMunicipality) : null,
    // Only a partner system is cut by scopes; for a person they mean something to the provider and nothing here.
    scopes: role === 'PARTNER' ? words(at(claims, mapping.scopes)) : [],
  })
}

function roleFrom(word: string, roles: ClaimMapping['roles']): Role {
  const known = ROLES.find((one) => one === (roles?.[word] ?? word))
  if (!known) throw new Error('The role in the token is not one of the nine.')
  return known
}

function organisationFrom(
  claims: Readonly<Record<string, unknown>>,
  mapping: ClaimMapping,
  role: Role,
): ViewerOrganisation | null {
  const stands = ACTS_FOR_A_SCHOOL.has(role) ? isBrin : role === 'MUNICIPALITY' ? isMunicipality : null
  if (!stands) return null
  return Object.freeze({
    brin: needed(text(claims, mapping.brin), 'organisation', stands),
    name: needed(text(claims, mapping.organisationName), 'name of the organisation'),
    kind: needed(text(claims, mapping.organisationKind), 'kind of organisation'),
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
  return typeof value === 'string' && value !== '' ? value : null
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
