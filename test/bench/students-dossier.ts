import { dossiersOf } from './intakers-list/question.ts'
import type { Asker } from './load.ts'
import { dossiersIn, readingRow } from './reading.ts'
import type { Bench, Row } from './row.ts'

/** Noor opens her own dossier: everything in it, without a line in the log, since it is hers. */
export const studentsDossierRow = (bench: Bench, asker: Asker, core: number | null): Promise<Row> =>
  readingRow(
    {
      name: "student's dossier",
      what: 'one dossier with every group, read by the student whose it is',
      account: 'noor',
      question: dossiersOf('MyDossier', 1),
      check(data) {
        const [dossier] = dossiersIn(data, 1)
        const closed = ['identity', 'accommodations', 'careerSummary', 'careerFile'].filter((group) => !dossier![group])
        if (closed.length > 0) throw new Error(`Noor does not see her own ${closed.join(', ')}.`)
      },
    },
    bench,
    asker,
    core,
  )
