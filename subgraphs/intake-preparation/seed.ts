import { createHash } from 'node:crypto'
import * as Y from 'yjs'
import type { EntityManager } from '@doorstroomhub/kit/database.ts'
import { Contributor, IntakePreparation, SectionDocument, Snapshot, type Role } from './entities.ts'
import { documentIdOf, preparationIdOf, ROOT, type SectionKey } from './sections.ts'
import { readable } from './text.ts'

/** A person who writes, as others see them. */
export interface Author {
  subject: string
  name: string
  role: Role
}

/** A section's first content: paragraphs, each by somebody. */
export interface SectionSeed {
  applicationId: string
  dossierId: string
  section: SectionKey
  paragraphs: readonly { text: string; by: Author }[]
  at: Date
}

/** The Yjs client of an author in a seeded document: the same seed gives the same bytes. */
const clientOf = (documentId: string, subject: string): number =>
  createHash('sha256').update(`${documentId}/${subject}`).digest().readUInt32BE(0)

/** The rows of a section as if its authors had typed it: a real Yjs state, its text, and who wrote it. */
export async function sectionRows(seed: SectionSeed) {
  const id = preparationIdOf(seed.applicationId)
  const documentId = documentIdOf(id, seed.section)
  const document = new Y.Doc()
  for (const { text, by } of seed.paragraphs) {
    document.clientID = clientOf(documentId, by.subject)
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText(text)])
    document.getXmlFragment(ROOT).push([paragraph])
  }
  const { text, html } = await readable(document)
  const authors = new Map(seed.paragraphs.map(({ by }) => [by.subject, by]))
  const { applicationId, dossierId, section, at } = seed
  return {
    preparation: { id, applicationId, dossierId },
    document: {
      id: documentId,
      intakePreparationId: id,
      dossierId,
      section,
      text,
      html,
      updatedAt: at,
      snapshotVersion: 1,
    },
    snapshot: { documentId, content: Buffer.from(Y.encodeStateAsUpdateV2(document)) },
    contributors: [...authors.values()].map(({ subject, name, role }) => ({
      documentId,
      subject,
      name,
      role,
      lastAt: at,
    })),
  }
}

/** Fills a section. For tests; writing again replaces what was there. */
export async function seedSection(em: EntityManager, seed: SectionSeed): Promise<void> {
  const { preparation, document, snapshot, contributors } = await sectionRows(seed)
  await em.upsert(IntakePreparation, preparation)
  await em.upsert(SectionDocument, document)
  await em.upsert(Snapshot, snapshot)
  if (contributors.length > 0) await em.upsertMany(Contributor, contributors)
}
