import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { OperationContext } from '@doorstroomhub/kit/context.ts'
import type { Sql } from '@doorstroomhub/kit/database.ts'
import { conflict, internal, invalid, notAvailable, notFound } from '@doorstroomhub/kit/errors.ts'
import * as Y from 'yjs'
import type { FrozenVersion, IntakePreparation, Role, SectionDocument } from './entities.ts'
import type { Loaders } from './loaders.ts'
import type { Writer } from './rooms/writing.ts'
import type { Rooms } from './rooms/server.ts'
import type { Place } from './rooms/storage.ts'
import { newDocument } from './rooms/updates.ts'
import { accessTo, documentIdOf, ROOT, SECTION_KEYS, type SectionAccess, type SectionKey } from './sections.ts'
import { reader } from './text.ts'

export interface IntakePreparationContext extends OperationContext {
  loaders: Loaders
  rooms: Rooms
}

/** A preparation that is open to the asker. */
interface Opened {
  preparation: IntakePreparation
  relation: string | null
  access: Record<SectionKey, SectionAccess>
  rights: number
}

/** NOT_FOUND for who has no business with it, NOT_AVAILABLE where the group is closed. */
async function opened(context: IntakePreparationContext, id: string): Promise<Opened> {
  const preparation = await context.loaders.preparation.load(id)
  if (!preparation) throw notFound()
  const judgement = await context.judgements.mayOfApplication(preparation.applicationId, 'INTAKE_PREPARATION')
  if (!judgement.related) throw notFound()
  if (!judgement.allowed) throw notAvailable()
  return {
    preparation,
    relation: judgement.relation,
    access: Object.fromEntries(SECTION_KEYS.map((key) => [key, accessTo(judgement.facts, key)])) as never,
    rights: Number(judgement.facts['rights'] ?? 0),
  }
}

const placeOf = ({ id, dossierId }: Pick<IntakePreparation, 'id' | 'dossierId'>, section: SectionKey): Place => ({
  documentId: documentIdOf(id, section),
  intakePreparationId: id,
  dossierId,
  section,
})

const cannotWrite = () =>
  invalid('section', 'You may read this section, not write in it.', 'Je mag dit deel lezen, maar er niet in schrijven.')

/** A ticket for one socket to a section, for who may at least read it. */
export async function openSection(
  context: IntakePreparationContext,
  input: { intakePreparationId: string; section: SectionKey },
): Promise<{ ticket: string; expiresAt: Date; access: SectionAccess }> {
  const { preparation, access } = await opened(context, input.intakePreparationId)
  if (access[input.section] === 'NONE') throw notAvailable()
  const ticket = await context.rooms.openTicket(context.asking, placeOf(preparation, input.section))
  return { ...ticket, access: access[input.section] }
}

/** JSON with its keys in order: the same content is the same text. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined)
  entries.sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`
}

/** The hash of a version: over its seal and the canonical content of all its sections, in reading order. */
export function hashOf(seal: string, sections: readonly { section: SectionKey; json: string }[]): string {
  const hash = createHash('sha256').update(`${seal}\n`)
  for (const key of SECTION_KEYS) hash.update(`${key}:${sections.find(({ section }) => section === key)?.json ?? ''}\n`)
  return hash.digest('hex')
}

/** Two who freeze at the same moment get a number each. */
const ATTEMPTS = 5

/**
 * Keeps all sections as they are in the log at this moment, for good. By whoever may write in one of them:
 * no section is left out, whoever freezes, so that a version is whole.
 */
export async function freezeIntakePreparation(
  context: IntakePreparationContext,
  input: { intakePreparationId: string },
): Promise<FrozenVersion & { open: ReadonlySet<SectionKey> }> {
  const { preparation, access } = await opened(context, input.intakePreparationId)
  if (!SECTION_KEYS.some((key) => access[key] === 'WRITE')) throw cannotWrite()
  const { viewer } = context.asking
  const by = { subject: viewer?.subject ?? '', name: viewer?.name ?? '' }
  const version = await freeze(context, { id: randomUUID(), preparation, by, at: context.now() })
  const open = new Set(SECTION_KEYS.filter((key) => access[key] !== 'NONE'))
  return { ...version, open } as never
}

/** Keeps a version; one with this id that is there already stays as it is. */
export async function freeze(
  { rooms, sql }: { rooms: Rooms; sql: Sql },
  what: { id: string; preparation: { id: string; dossierId: string }; by: { subject: string; name: string }; at: Date },
) {
  const { preparation } = what
  const read = await reader()
  const sections = await Promise.all(
    SECTION_KEYS.map(async (section) => {
      const document = await rooms.read(placeOf(preparation, section))
      const { text, html, json } = read(document)
      return { section, text, html, json: canonical(json), state: Y.encodeStateAsUpdateV2(document) }
    }),
  )
  const seal = randomBytes(16).toString('hex')
  const version = {
    id: what.id,
    intakePreparationId: preparation.id,
    dossierId: preparation.dossierId,
    frozenAt: what.at,
    frozenBySubject: what.by.subject,
    frozenByName: what.by.name,
    seal,
    sha256: hashOf(seal, sections),
  }
  for (let attempt = 1; ; attempt += 1) {
    try {
      const [row] = await sql<{ number: number }>(
        `with version as (
           insert into intake_preparation.frozen_version
             (id, intake_preparation_id, dossier_id, number, frozen_at, frozen_by_subject, frozen_by_name, seal, sha256)
           select $1, $2, $3, coalesce(max(number), 0) + 1, $4, $5, $6, $7, $8
           from intake_preparation.frozen_version where intake_preparation_id = $2
           returning id, number),
         sections as (
           insert into intake_preparation.frozen_section (version_id, section, text, html, json, state)
           select version.id, s.section, s.text, s.html, s.json, s.state
           from version, unnest($9::text[], $10::text[], $11::text[], $12::text[], $13::bytea[])
             as s (section, text, html, json, state))
         select number from version`,
        [
          version.id,
          version.intakePreparationId,
          version.dossierId,
          version.frozenAt,
          version.frozenBySubject,
          version.frozenByName,
          version.seal,
          version.sha256,
          sections.map(({ section }) => section),
          sections.map(({ text }) => text),
          sections.map(({ html }) => html),
          sections.map(({ json }) => json),
          sections.map(({ state }) => state),
        ],
      )
      return { ...version, number: row?.number ?? 0 }
    } catch (error) {
      const isTaken = (error as { code?: string }).code === '23505'
      if (!isTaken || attempt === ATTEMPTS) throw isTaken ? conflict() : internal(error)
    }
  }
}

/**
 * Puts a section back as a version has it, as a new edit by the asker: what was there stays in the history,
 * and whoever has the section open sees it change.
 */
export async function restoreSection(
  context: IntakePreparationContext,
  input: { intakePreparationId: string; section: SectionKey; version: number },
): Promise<{ key: SectionKey; access: SectionAccess; document: SectionDocument | null }> {
  const { preparation, access, rights } = await opened(context, input.intakePreparationId)
  const { section } = input
  if (access[section] === 'NONE') throw notAvailable()
  if (access[section] !== 'WRITE') throw cannotWrite()
  const [row] = await context.sql<{ state: Uint8Array }>(
    `select s.state from intake_preparation.frozen_section s
     join intake_preparation.frozen_version v on v.id = s.version_id
     where v.intake_preparation_id = $1 and v.number = $2 and s.section = $3`,
    [preparation.id, input.version, section],
  )
  if (!row) throw invalid('version', 'There is no such version.', 'Deze versie is er niet.')
  const former = newDocument()
  Y.applyUpdateV2(former, row.state)
  const { viewer } = context.asking
  const writer: Writer = {
    subject: viewer?.subject ?? '',
    user: { name: viewer?.name ?? '', role: viewer?.role as Role },
    rights,
    closed: false,
  }
  const written = await context.rooms.edit(placeOf(preparation, section), writer, (document) => {
    const content = document.getXmlFragment(ROOT)
    content.delete(0, content.length)
    const children = former.getXmlFragment(ROOT).toArray() as (Y.XmlElement | Y.XmlText)[]
    content.insert(
      0,
      children.map((child) => child.clone()),
    )
  })
  // Rights moved on, or the log could not be written: nothing was changed.
  if (!written) throw conflict()
  const documents = await context.loaders.documents.load(preparation.id)
  return { key: section, access: 'WRITE', document: documents.find((one) => one.section === section) ?? null }
}
