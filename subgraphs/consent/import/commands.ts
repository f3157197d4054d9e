import { randomUUID } from 'node:crypto'
import type { EntityManager } from '@doorstroomhub/kit/database.ts'
import { invalid, notAvailable, notFound } from '@doorstroomhub/kit/errors.ts'
import { isUuid, line, needed } from '@doorstroomhub/kit/text.ts'
import { asker, factsOf, type ConsentContext } from '../context.ts'
import { Organisation } from '../region/entities.ts'
import { relationOf } from '../rules/decide.ts'
import type { Asker } from '../rules/facts.ts'
import { dropReserved, tellDropped } from './dropping.ts'
import { Import, ImportPart, ImportRow } from './entities.ts'
import { readFile } from './reading.ts'
import { sealRows } from './rows.ts'
import { MOST, type ImportField, type ImportKind } from './words.ts'
import { fieldsOf } from './columns.ts'

/** Who may read in what: the school its pupils, a student their own experiences (deny by default). */
function mayImport(kind: ImportKind, { role, brin }: Asker): boolean {
  if (kind === 'EXPERIENCES') return role === 'STUDENT'
  return (role === 'MENTOR' || role === 'CARE_COORDINATOR') && brin !== null
}

/** Begins an import: what the file is and how large. Its bytes follow in parts. */
export async function startImport(
  context: ConsentContext,
  input: { kind: ImportKind; fileName: string; size: number; dossierId?: string | null },
): Promise<Import> {
  const who = asker(context)
  if (!mayImport(input.kind, who)) throw notAvailable()
  const fileName = needed('fileName', line('fileName', input.fileName, 200))
  if (input.size < 1) throw invalid('size', 'This file is empty.', 'Dit bestand is leeg.')
  if (input.size > MOST.bytes) throw tooLarge()
  const dossierId = await dossierFor(context, who, input)
  const now = context.now()
  return context.em.fork().transactional(async (em) => {
    if (
      who.role !== 'STUDENT' &&
      !(await em.findOne(Organisation, { brin: who.brin as string, kind: 'VO' }))?.regionCode
    )
      throw invalid('kind', 'Your school is not known here.', 'Uw school is hier niet bekend.')
    await em.execute(`select pg_advisory_xact_lock(hashtextextended('consent.import:' || ?::text, 0))`, [who.subject])
    if ((await em.count(Import, { subject: who.subject, state: { $ne: 'DONE' } })) >= MOST.open)
      throw invalid(
        'kind',
        `You have ${MOST.open} files waiting. Finish or remove one first.`,
        `Er staan al ${MOST.open} bestanden klaar. Maak er eerst een af, of haal er een weg.`,
      )
    return em.create(Import, {
      id: randomUUID(),
      kind: input.kind,
      state: 'RECEIVING',
      fileName,
      subject: who.subject,
      role: who.role,
      brin: who.brin,
      dossierId,
      size: input.size,
      received: 0,
      parts: 0,
      encoding: null,
      separator: null,
      columns: [],
      mapping: [],
      fileFaults: [],
      rows: 0,
      done: 0,
      added: 0,
      changed: 0,
      unchanged: 0,
      failed: 0,
      createdAt: now,
      updatedAt: now,
    })
  })
}

const tooLarge = () =>
  invalid('size', 'A file is at most 5 MB. Split it.', 'Een bestand is hoogstens 5 MB. Deel het in stukken.')

/** A student says into which dossier; the school's pupils have none yet. */
async function dossierFor(
  context: ConsentContext,
  who: Asker,
  { kind, dossierId }: { kind: ImportKind; dossierId?: string | null },
): Promise<string | null> {
  if (kind !== 'EXPERIENCES') {
    if (dossierId != null)
      throw invalid('dossierId', 'The file says who it is about.', 'Het bestand zegt over wie het gaat.')
    return null
  }
  const id = (dossierId ?? '').toLowerCase()
  const facts = await factsOf(context, id)
  if (!facts || relationOf(facts, who, context.now()) !== 'OWNER') throw notFound()
  return id
}

/** Runs work on one's own import, locked. Another's does not exist, nor one's own in another role or at another school. */
export async function onImport<Answer>(
  context: ConsentContext,
  id: string,
  work: (em: EntityManager, one: Import, who: Asker) => Promise<Answer>,
): Promise<Answer> {
  const who = asker(context)
  if (!isUuid(id)) throw notFound()
  return context.em.fork().transactional(async (em) => {
    await em.execute(`select pg_advisory_xact_lock(hashtextextended('consent.import.one:' || ?::text, 0))`, [id])
    const one = await em.findOne(Import, { id: id.toLowerCase(), subject: who.subject })
    if (!one || one.role !== who.role || one.brin !== who.brin || !mayImport(one.kind, who)) throw notFound()
    one.updatedAt = context.now()
    return work(em, one, who)
  })
}

const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/

/** Adds the next part of the file. The last one again changes nothing, for who did not hear the answer. */
export function appendImport(
  context: ConsentContext,
  input: { id: string; part: number; content: string },
): Promise<Import> {
  return onImport(context, input.id, async (em, one) => {
    if (input.content.length > MOST.partText || !BASE64.test(input.content) || input.content.length % 4 !== 0)
      throw invalid(
        'content',
        `A part is base64, at most ${MOST.partText} characters.`,
        `Een deel is base64, hoogstens ${MOST.partText} tekens.`,
      )
    if (one.state !== 'RECEIVING' || input.part < 1 || input.part > one.parts + 1)
      if (input.part < 1 || input.part > one.parts) throw wrongPart()
    if (input.part <= one.parts) return one
    const bytes = Buffer.from(input.content, 'base64')
    if (one.received + bytes.length > one.size) throw tooLarge()
    em.create(ImportPart, {
      importId: one.id,
      number: input.part,
      sealed: context.seals.seal(input.content, `${one.id}:${input.part}`),
    })
    one.parts = input.part
    one.received += bytes.length
    return one
  })
}

const wrongPart = () =>
  invalid('part', 'Parts come one after the other, from 1.', 'Delen komen na elkaar, te beginnen bij 1.')

/** Reads the whole file and judges every row; nothing is written but what was found (a dry run). May be done again with other columns. */
export async function checkImport(
  context: ConsentContext,
  input: { id: string; mapping?: readonly { column: number; field?: ImportField | null }[] | null },
): Promise<Import> {
  const { one, mapping, parts } = await onImport(context, input.id, async (em, found) => {
    mayCheck(found)
    return {
      one: found,
      mapping: chosen(found.kind, input.mapping),
      parts: await em.find(ImportPart, { importId: found.id }, { orderBy: { number: 1 } }),
    }
  })
  const bytes = Buffer.concat(
    parts.map(({ number, sealed }) => Buffer.from(context.seals.open(sealed, `${one.id}:${number}`), 'base64')),
  )
  const { viewer } = context.asking
  // Outside any transaction: of a large file this takes a while, and nobody is to wait for it.
  const read = await readFile(one.kind, bytes, mapping, {
    now: context.now(),
    usualMentor: one.role === 'MENTOR' ? { subject: one.subject, name: viewer?.name ?? one.subject } : null,
  })
  return onImport(context, input.id, async (em, found) => {
    mayCheck(found)
    await em.nativeDelete(ImportRow, { importId: found.id })
    await sealRows(em, context.seals, found.id, read.rows)
    const failed = read.rows.filter(({ faults }) => faults.length > 0).length
    return em.assign(found, {
      state: 'CHECKED',
      encoding: read.encoding,
      separator: read.separator,
      columns: read.columns,
      mapping: read.mapping,
      fileFaults: read.faults,
      rows: read.rows.length,
      done: failed,
      failed,
    })
  })
}

function mayCheck({ state, received, size }: Import): void {
  if (state === 'WRITING' || state === 'DONE')
    throw invalid('id', 'This file is being written already.', 'Dit bestand wordt al verwerkt.')
  if (received !== size)
    throw invalid('id', 'Not all parts of the file are here yet.', 'Nog niet alle delen van het bestand zijn binnen.')
}

function chosen(
  kind: ImportKind,
  mapping: readonly { column: number; field?: ImportField | null }[] | null | undefined,
): Map<number, ImportField | null> | null {
  if (mapping == null) return null
  const fields = fieldsOf(kind)
  const byColumn = new Map<number, ImportField | null>()
  for (const { column, field = null } of mapping) {
    if (column < 0 || column >= MOST.columns || byColumn.has(column))
      throw invalid('mapping', 'Columns count from 0, each once.', 'Kolommen tellen vanaf 0, elk één keer.')
    if (field !== null && (!fields.includes(field) || [...byColumn.values()].includes(field)))
      throw invalid(
        'mapping',
        'Each field belongs to this kind of file and is in one column.',
        'Elk veld hoort bij dit soort bestand en staat in één kolom.',
      )
    byColumn.set(column, field)
  }
  return byColumn
}

/** Takes an import away: the file and its rows are destroyed; what was written stays. */
export async function removeImport(context: ConsentContext, id: string): Promise<boolean> {
  const dropped = await onImport(context, id, async (em, one) => {
    const gone = await dropReserved(em, [one.id], context.now())
    await em.flush()
    em.remove(one)
    return gone
  })
  tellDropped(context.bus, dropped)
  return true
}
