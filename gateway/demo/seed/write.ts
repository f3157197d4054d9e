import { sectionRows } from '@doorstroomhub/intake-preparation/seed.ts'
import type { Sql } from '@doorstroomhub/kit/database.ts'
import { sealer } from '@doorstroomhub/kit/sealed.ts'
import type { SectionKey } from '@doorstroomhub/consent/rules/words.ts'
import type { WorldDossier } from '../world/types.ts'
import { add, addDossier, bytes, TABLES, type Row, type Rows } from './rows.ts'

/** Writes rows: one statement per table, whatever their number; a row that is there stays as it is. */
export async function write(sql: Sql, rows: Rows): Promise<void> {
  for (const table of TABLES) {
    const [first] = rows.get(table) ?? []
    if (!first) continue
    const columns = Object.keys(first).join(', ')
    await sql(
      `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)
        on conflict do nothing`,
      [JSON.stringify(rows.get(table))],
    )
  }
}

/** The live documents of a dossier: real Yjs states, as if their authors had typed them. */
export async function addPreparations(rows: Rows, dossier: WorldDossier): Promise<void> {
  if (dossier.content === null) return
  for (const { id: applicationId, preparation } of dossier.applications)
    for (const [section, paragraphs] of Object.entries(preparation)) {
      const last = paragraphs.at(-1)
      if (!last) continue
      const seeded = await sectionRows({
        applicationId,
        dossierId: dossier.id,
        section: section as SectionKey,
        paragraphs: paragraphs.map(({ text, author }) => ({ text, by: author })),
        at: last.at,
      })
      add(rows, 'intake_preparation.intake_preparation', asRow(seeded.preparation))
      add(rows, 'intake_preparation.document', asRow(seeded.document))
      add(rows, 'intake_preparation.snapshot', asRow(seeded.snapshot))
      add(rows, 'intake_preparation.contributor', ...seeded.contributors.map(asRow))
    }
}

/** An entity's properties as columns. */
const asRow = (entity: object): Row =>
  Object.fromEntries(
    Object.entries(entity).map(([name, value]) => [
      name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      value instanceof Uint8Array ? bytes(value) : value,
    ]),
  )

/** Writes whole dossiers. */
export async function seedPeople(sql: Sql, people: readonly WorldDossier[], key: Uint8Array): Promise<void> {
  const rows: Rows = new Map()
  const numbers = sealer(key)
  for (const dossier of people) {
    addDossier(rows, dossier, numbers)
    await addPreparations(rows, dossier)
  }
  await write(sql, rows)
}
