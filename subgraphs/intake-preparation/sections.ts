import { createHash } from 'node:crypto'

/** The four sections of an intake preparation, in the order in which people read them (domain §8). */
export const SECTION_KEYS = ['SUMMARY', 'QUESTIONS', 'SUPPORT', 'AGREEMENTS'] as const
export type SectionKey = (typeof SECTION_KEYS)[number]

/** What a reader may do in a section. */
export const SECTION_ACCESS = ['NONE', 'READ', 'WRITE'] as const
export type SectionAccess = (typeof SECTION_ACCESS)[number]

/** The version of the editor's document schema; an editor with an older one would delete what it does not know. */
export const SCHEMA_VERSION = 1

/** The one Yjs type of a section: an XmlFragment of this name. */
export const ROOT = 'content'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
/** Whether the database can be asked for this id at all. */
export const isId = (id: string): boolean => UUID.test(id)

/** A name-based id (RFC 9562 version 5 in shape): the same name is the same row, on every replica and in every seed. */
function idFrom(name: string): string {
  const bytes = createHash('sha1').update(`doorstroomhub/${name}`).digest().subarray(0, 16)
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x50
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** The intake preparation of an application: every application has exactly one. */
export const preparationIdOf = (applicationId: string): string =>
  idFrom(`intake-preparation/${applicationId.toLowerCase()}`)

/** The document of one section. */
export const documentIdOf = (intakePreparationId: string, section: SectionKey): string =>
  idFrom(`document/${intakePreparationId.toLowerCase()}/${section}`)

/** The section of a path segment (`summary`), or null. */
export const sectionOfPath = (segment: string): SectionKey | null =>
  SECTION_KEYS.find((key) => key.toLowerCase() === segment) ?? null

/** What the referee's facts say about one section; anything it does not say is NONE. */
export function accessTo(facts: Readonly<Record<string, unknown>>, section: SectionKey): SectionAccess {
  const sections = facts['sections'] as Partial<Record<SectionKey, SectionAccess>> | undefined
  const access = sections?.[section]
  return access === 'READ' || access === 'WRITE' ? access : 'NONE'
}
