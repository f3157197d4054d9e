import type { EntityManager } from '@doorstroomhub/kit/database.ts'
import { RIGHTS_CHANGED } from '@doorstroomhub/kit/subgraph.ts'
import type { ConsentContext } from '../context.ts'
import { Organisation } from '../region/entities.ts'
import { withoutAccount } from '../rules/invite.ts'
import { addParties, colleagues, settleCaseload, type Raised } from './caseload.ts'
import { onImport } from './commands.ts'
import { tellDropped } from './dropping.ts'
import type { Import, ImportRow } from './entities.ts'
import { failRow, type Counts } from './progress.ts'
import { openRow } from './rows.ts'
import { hashOf, setState, takenAccounts } from './taking.ts'
import type { PupilContent, Said } from './words.ts'

/** What came of a row elsewhere. ENTERED: its content is written, the dossier may open. FAILED says why. */
export interface Settled {
  line: number
  outcome: 'ENTERED' | 'CHANGED' | 'ADDED' | 'UNCHANGED' | 'FINISHED' | 'FAILED'
  said: Said | null
}

type Row = Pick<ImportRow, 'importId' | 'line' | 'state' | 'sealed' | 'dossierId'>

/** Opens the dossiers whose content is there, and keeps what came of each row: one transaction, so all of a batch or nothing of it. */
export async function settleRows(context: ConsentContext, id: string, settled: readonly Settled[]): Promise<void> {
  const opened: string[] = []
  const dropped: string[] = []
  let raised: Raised[] = []
  await onImport(context, id, async (em, one) => {
    const rows = await em.execute<Row[]>(
      `select import_id as "importId", line, state, sealed, dossier_id as "dossierId" from consent.import_row
        where import_id = ? and state not in ('DONE', 'FAILED') and line = any(string_to_array(?, ',')::int[])`,
      [one.id, settled.map(({ line }) => line).join(',')],
    )
    const waiting = new Map(rows.map((row) => [row.line, row]))
    const counts: Counts = { added: 0, changed: 0, unchanged: 0, failed: 0 }
    const entered: Row[] = []
    const over: number[] = []
    const changed: PupilContent[] = []
    for (const { line, outcome, said } of settled) {
      const row = waiting.get(line)
      // Somebody else, who works on the same file, was first.
      if (!row) continue
      if (outcome === 'FAILED') {
        await failRow(em, one.id, line, counts, said ?? UNKNOWN)
        // The dossier is there and something is missing in it: the same file again is no "unchanged".
        if (row.state === 'OPENED')
          await em.execute(`update consent.known_pupil set hash = '' where dossier_id = ?`, [row.dossierId])
        if (row.state === 'RESERVED') await drop(em, row, context.now(), dropped)
      } else if (outcome === 'ENTERED') {
        if (row.state === 'RESERVED') entered.push(row)
      } else {
        if (outcome === 'CHANGED') changed.push(openRow<PupilContent>(context.seals, row))
        counts[outcome === 'CHANGED' ? 'changed' : outcome === 'UNCHANGED' ? 'unchanged' : 'added'] += 1
        over.push(line)
      }
    }
    raised = await settleCaseload(em, context, one, changed)
    const added = await openPupils(em, context, one, entered, counts, dropped)
    opened.push(...added.map(({ dossierId }) => dossierId))
    // What of an OSO file is not in the dossier yet follows; of a CSV nothing does.
    const unfinished = added.filter(({ content }) => content.more !== null).map(({ line }) => line)
    await setState(em, one.id, 'OPENED', unfinished)
    const whole = added.filter(({ line }) => !unfinished.includes(line)).map(({ line }) => line)
    await setState(em, one.id, 'DONE', [...whole, ...over])
    counts.added += whole.length
    one.added += counts.added
    one.changed += counts.changed
    one.unchanged += counts.unchanged
    one.failed += counts.failed
    one.done += counts.added + counts.changed + counts.unchanged + counts.failed
  })
  context.refresh()
  tellDropped(context.bus, dropped)
  for (const { id: dossierId, rights } of raised) context.bus.publish(`${RIGHTS_CHANGED}.${dossierId}`, String(rights))
  const [woken] = [...opened, ...raised.map(({ id: dossierId }) => dossierId)]
  if (woken !== undefined) context.bus.publish('changes', woken)
}

const UNKNOWN: Said = { nl: 'Deze regel kon niet worden verwerkt.', en: 'This line could not be written.' }

/** Its content must not stay behind; told as an erasure is. */
async function drop(em: EntityManager, row: Row, now: Date, dropped: string[]): Promise<void> {
  dropped.push(row.dossierId as string)
  await em.execute('insert into consent.import_dropped (dossier_id, at) values (?, ?) on conflict do nothing', [
    row.dossierId,
    now,
  ])
}

interface Opened {
  line: number
  dossierId: string
  content: PupilContent
}

/** As `openDossier` does it, for many at once: the same rows, the same refusals. */
async function openPupils(
  em: EntityManager,
  context: ConsentContext,
  one: Import,
  rows: readonly Row[],
  counts: Counts,
  dropped: string[],
): Promise<Opened[]> {
  if (rows.length === 0) return []
  const now = context.now()
  const school = await em.findOneOrFail(Organisation, { brin: one.brin as string })
  const pupils = rows.map((row) => ({
    line: row.line,
    row,
    dossierId: row.dossierId!,
    content: openRow<PupilContent>(context.seals, row),
  }))
  // Two files at once with the same pupil: the second finds the first one's, in the order of numbers so that nobody waits in a circle.
  await em.execute(
    `select pg_advisory_xact_lock(hashtextextended('consent.open:' || x, 0)) from
      (select distinct jsonb_array_elements_text(?::jsonb) as x order by 1) as sorted`,
    [
      JSON.stringify(
        pupils.flatMap(({ content }) => [
          `${one.brin}/${content.pupilNumber}`,
          ...(content.account === null ? [] : [content.account]),
        ]),
      ),
    ],
  )
  const accounts = await takenAccounts(
    em,
    pupils.flatMap(({ content }) => content.account ?? []),
  )
  await em.execute(
    `delete from consent.known_pupil k using consent.dossier d where d.id = k.dossier_id and d.status = 'ERASED'
      and k.brin = ? and k.number in (select jsonb_array_elements_text(?::jsonb))`,
    [one.brin, JSON.stringify(pupils.map(({ content }) => content.pupilNumber))],
  )
  const here = await em.execute<{ number: string }[]>(
    `select number from consent.known_pupil where brin = ? and number in (select jsonb_array_elements_text(?::jsonb))`,
    [one.brin, JSON.stringify(pupils.map(({ content }) => content.pupilNumber))],
  )
  const numbers = new Set(here.map(({ number }) => number))
  const good: Opened[] = []
  for (const { line, row, dossierId, content } of pupils) {
    const isKnown = numbers.has(content.pupilNumber)
    if (!isKnown && !(content.account !== null && accounts.has(content.account))) {
      good.push({ line, dossierId, content })
      continue
    }
    await drop(em, row, now, dropped)
    await failRow(em, one.id, line, counts, isKnown ? BEGUN_ELSEWHERE : ACCOUNT_TAKEN)
  }
  await insertDossiers(em, good, {
    school: school.brin,
    region: school.regionCode as string,
    now,
    bySubject: one.subject,
    byRole: one.role,
    hashOf: (content) => hashOf(context.seals, content),
  })
  return good
}

const ACCOUNT_TAKEN: Said = { nl: 'Dit account heeft al een dossier.', en: 'This account has a dossier already.' }
const BEGUN_ELSEWHERE: Said = {
  nl: 'Deze leerling is op hetzelfde moment uit een ander bestand ingelezen. Lees dit bestand nog eens in om te vergelijken.',
  en: 'This pupil was read in from another file at the same moment. Read this file in again to compare.',
}

async function insertDossiers(
  em: EntityManager,
  pupils: readonly Opened[],
  by: {
    school: string
    region: string
    now: Date
    bySubject: string
    byRole: string
    hashOf(content: PupilContent): string
  },
): Promise<void> {
  if (pupils.length === 0) return
  const { now, school } = by
  const rows = pupils.map(({ dossierId, content }) => ({
    id: dossierId,
    birth_date: content.identity.birthDate,
    municipality: content.identity.municipality?.code ?? null,
    school_level: content.schoolLevel,
    start_year: content.startYear,
    number: content.pupilNumber,
    hash: by.hashOf(content),
  }))
  const json = JSON.stringify(rows)
  const record = `jsonb_to_recordset(?::jsonb) as x(id uuid, birth_date date, municipality text, school_level text,
    start_year int, number text, hash text)`
  await em.execute(
    `insert into consent.dossier (id, status, version, rights, birth_date, municipality_code, home_school, region_code,
        school_level, start_year, identity_complete, created_at, updated_at)
      select x.id, 'DRAFT', 1, 1, x.birth_date, x.municipality, ?, ?, x.school_level, x.start_year, true, ?, ?
      from ${record}`,
    [school, by.region, now, now, json],
  )
  await addParties(
    em,
    pupils.flatMap(({ dossierId, content }) => [
      {
        dossier_id: dossierId,
        subject: content.account ?? withoutAccount(dossierId),
        role: 'STUDENT',
        name: content.name,
        brin: null,
      },
      ...colleagues(content).map(({ role, subject, name }) => ({
        dossier_id: dossierId,
        subject,
        role,
        name,
        brin: school,
      })),
    ]),
    now,
  )
  await em.execute(
    `insert into consent.status_change (dossier_id, from_status, to_status, at, by_subject, by_role, reason)
      select x.id, null, 'DRAFT', ?, ?, ?, 'read in' from ${record}`,
    [now, by.bySubject, by.byRole, json],
  )
  await em.execute(
    `insert into consent.change (at, kind, dossier_id, to_status) select ?, 'DOSSIER_OPENED', x.id, 'DRAFT' from ${record}`,
    [now, json],
  )
  await em.execute(
    `insert into consent.known_pupil (brin, number, dossier_id, hash) select ?, x.number, x.id, x.hash from ${record}`,
    [school, json],
  )
}
