import { randomUUID } from 'node:crypto'
import type { EntityManager } from '@doorstroomhub/kit/database.ts'
import { invalid } from '@doorstroomhub/kit/errors.ts'
import type { Sealer } from '@doorstroomhub/kit/sealed.ts'
import type { ConsentContext } from '../context.ts'
import { onImport } from './commands.ts'
import type { Import, ImportRow, RowState } from './entities.ts'
import { failRow, type Counts } from './progress.ts'
import { openRow } from './rows.ts'
import type { ExperienceContent, ImportKind, PupilContent } from './words.ts'

/** Rows that one round works on: one transaction each for the content and for the dossiers. */
const BATCH = 250

/** A row that must be written now. `step` says what is to be done: the whole of it, a change, or the rest of an opened one. */
export interface TakenRow {
  line: number
  step: 'ENTER' | 'CHANGE' | 'MORE' | 'ADD'
  dossierId: string
  content: PupilContent | ExperienceContent
}

export interface Taken {
  kind: ImportKind
  rows: TakenRow[]
}

type Row = Pick<ImportRow, 'importId' | 'line' | 'state' | 'sealed' | 'dossierId'>

/**
 * The next rows. A new pupil gets an id here, under which the content may be written before the dossier exists: what is
 * not whole is nobody's, so that whoever looks, whenever this ends, sees no half a pupil. Taking the same rows again is harmless.
 */
export function takeRows(context: ConsentContext, id: string): Promise<Taken> {
  return onImport(context, id, async (em, one) => {
    if (one.state !== 'CHECKED' && one.state !== 'WRITING' && one.state !== 'DONE')
      throw invalid('id', 'Have the file checked first.', 'Laat het bestand eerst nakijken.')
    if (one.rows === 0) throw invalid('id', 'This file cannot be read.', 'Dit bestand is niet te lezen.')
    if (one.state === 'CHECKED') one.state = 'WRITING'
    const rows = await em.execute<Row[]>(
      `select import_id as "importId", line, state, sealed, dossier_id as "dossierId" from consent.import_row
        where import_id = ? and state not in ('DONE', 'FAILED') order by line limit ${BATCH}`,
      [one.id],
    )
    if (rows.length === 0) {
      one.state = 'DONE'
      await em.execute('delete from consent.import_part where import_id = ?', [one.id])
      return { kind: one.kind, rows: [] }
    }
    if (one.kind === 'EXPERIENCES')
      return {
        kind: one.kind,
        rows: rows.map((row) => ({
          line: row.line,
          step: 'ADD' as const,
          dossierId: one.dossierId!,
          content: openRow<ExperienceContent>(context.seals, row),
        })),
      }
    return { kind: one.kind, rows: await takePupils(em, context.seals, one, rows) }
  })
}

/** What tells whether a pupil has changed since the last time, without telling what it holds. */
export const hashOf = (seals: Sealer, content: PupilContent): string => seals.hash(JSON.stringify(content))

async function takePupils(em: EntityManager, seals: Sealer, one: Import, rows: readonly Row[]): Promise<TakenRow[]> {
  const contents = new Map(rows.map((row) => [row.line, openRow<PupilContent>(seals, row)]))
  const known = await knownPupils(
    em,
    one.brin!,
    [...contents.values()].map(({ pupilNumber }) => pupilNumber),
  )
  const taken = await takenAccounts(
    em,
    [...contents.values()].flatMap(({ account }) => account ?? []),
  )
  const counts: Counts = { added: 0, changed: 0, unchanged: 0, failed: 0 }
  const work: TakenRow[] = []
  const unchanged: number[] = []
  const reserved: { line: number; dossierId: string }[] = []
  for (const row of rows) {
    const content = contents.get(row.line)!
    const { line, state } = row
    const before = known.get(content.pupilNumber)
    if (state === 'OPENED') work.push({ line, step: 'MORE', dossierId: row.dossierId!, content })
    else if (before?.hash === hashOf(seals, content)) unchanged.push(line)
    else if (before) work.push({ line, step: 'CHANGE', dossierId: before.dossierId, content })
    else if (content.account !== null && taken.has(content.account))
      await failRow(em, one.id, line, counts, {
        nl: 'Dit account heeft al een dossier.',
        en: 'This account has a dossier already.',
      })
    else {
      const dossierId = row.dossierId ?? randomUUID()
      if (state === 'PENDING') reserved.push({ line, dossierId })
      work.push({ line, step: 'ENTER', dossierId, content })
    }
  }
  await setState(em, one.id, 'DONE', unchanged)
  counts.unchanged += unchanged.length
  if (reserved.length > 0)
    await em.execute(
      `update consent.import_row r set state = 'RESERVED', dossier_id = x."dossierId"
        from jsonb_to_recordset(?::jsonb) as x(line int, "dossierId" uuid) where r.import_id = ? and r.line = x.line`,
      [JSON.stringify(reserved), one.id],
    )
  one.unchanged += counts.unchanged
  one.failed += counts.failed
  one.done += counts.unchanged + counts.failed
  return work
}

/** Rows that are over keep no content. */
export async function setState(
  em: EntityManager,
  importId: string,
  state: RowState,
  lines: readonly number[],
): Promise<void> {
  if (lines.length === 0) return
  await em.execute(
    `update consent.import_row set state = ?, sealed = case when ? in ('DONE', 'FAILED') then null else sealed end
      where import_id = ? and line = any(string_to_array(?, ',')::int[])`,
    [state, state, importId, lines.join(',')],
  )
}

/** A pupil whose dossier was erased is a new one: of the old one nothing is kept. */
async function knownPupils(
  em: EntityManager,
  brin: string,
  numbers: readonly string[],
): Promise<Map<string, { dossierId: string; hash: string }>> {
  const rows = await em.execute<{ number: string; dossierId: string; hash: string }[]>(
    `select k.number, k.dossier_id as "dossierId", k.hash from consent.known_pupil k
      join consent.dossier d on d.id = k.dossier_id and d.status <> 'ERASED'
      where k.brin = ? and k.number in (select jsonb_array_elements_text(?::jsonb))`,
    [brin, JSON.stringify(numbers)],
  )
  return new Map(rows.map(({ number, ...row }) => [number, row]))
}

/** Accounts that are the student of an open dossier, as `openDossier` refuses them. */
export async function takenAccounts(em: EntityManager, accounts: readonly string[]): Promise<Set<string>> {
  if (accounts.length === 0) return new Set()
  const rows = await em.execute<{ subject: string }[]>(
    `select p.subject from consent.party p join consent.dossier d on d.id = p.dossier_id
      where p.role = 'STUDENT' and p.until is null and d.status not in ('ERASED', 'CLOSED')
        and p.subject in (select jsonb_array_elements_text(?::jsonb))`,
    [JSON.stringify(accounts)],
  )
  return new Set(rows.map(({ subject }) => subject))
}
