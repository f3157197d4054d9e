import { useState } from 'react'
import type { ApplicationStatus } from '../../graphql/schema.ts'
import { useAct } from '../../parts/ask.ts'
import { Actions, Button, Text } from '../../parts/basics.tsx'
import type { DossierApplication } from '../../parts/dossier/types.ts'
import { Check, Select } from '../../parts/fields.tsx'
import { Fold, Sure } from '../../parts/form.tsx'
import { FailureNote } from '../../parts/looks.tsx'
import { useTexts } from '../../parts/texts.tsx'
import { common } from '../../texts/common.ts'
import { words } from '../../texts/words.ts'
import { ReportApplicationStatus } from './arriving.graphql.ts'
import { arrivingTexts } from './arriving.texts.ts'
import { APPLICATION_STATUSES } from '../../texts/orders.ts'

const FINAL: readonly ApplicationStatus[] = ['ENROLLED', 'NOT_ENROLLED', 'WITHDRAWN']

/** The statutory message; a correction takes the place of the last one. */
export function ReportStatus({ application: { id, status, messages } }: { application: DossierApplication }) {
  const t = useTexts(arrivingTexts)
  const c = useTexts(common)
  const w = useTexts(words)
  const report = useAct(ReportApplicationStatus)
  const [next, setNext] = useState<ApplicationStatus | ''>('')
  const [corrects, setCorrects] = useState(false)
  const [tried, setTried] = useState(false)
  const failure = tried && next === '' ? { code: 'INVALID', message: t.reportNone, field: 'status' } : report.failure
  const isFinal = FINAL.includes(status)
  const ends = next !== '' && FINAL.includes(next)
  const last = messages.at(-1)
  const send = async () => {
    setTried(next === '')
    if (next === '') return
    const replaces = (isFinal || corrects) && last ? { supersedes: last.id } : {}
    const done = await report.act({ input: { applicationId: id, status: next, ...replaces } })
    if (!done) return
    setNext('')
    setCorrects(false)
  }
  return (
    <Fold title={t.reportTitle}>
      <Text soft>{t.reportText}</Text>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          // What is final is asked once more, by its own button.
          if (!report.busy && !ends) void send()
        }}
      >
        <Select
          label={t.reportStatus}
          name="status"
          failure={failure}
          value={next}
          empty={c.choose}
          options={APPLICATION_STATUSES.filter((each) => each !== status).map(
            (each) => [each, w.applicationStatus[each]] as const,
          )}
          onChange={setNext}
        />
        <Check
          label={t.correction}
          hint={t.correctionHint}
          checked={isFinal || corrects}
          onChange={(on) => setCorrects(on)}
        />
        <FailureNote failure={failure} />
        <Actions>
          {ends ? (
            <Sure
              look="primary"
              negative={false}
              label={t.report}
              title={t.reportSure(w.applicationStatus[next])}
              text={t.reportSureText}
              yes={t.reportYes}
              busy={report.busy}
              onYes={() => void send()}
            />
          ) : (
            <Button type="submit" look="primary" busy={report.busy}>
              {t.report}
            </Button>
          )}
          <span role="status">{report.doneAt && next === '' && t.reported(w.applicationStatus[status])}</span>
        </Actions>
      </form>
    </Fold>
  )
}
