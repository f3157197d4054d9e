import { useState } from 'react'
import { useAct } from '../../parts/ask.ts'
import { Actions, Button, Text } from '../../parts/basics.tsx'
import { useDates } from '../../parts/dates.ts'
import type { DossierApplication } from '../../parts/dossier/types.ts'
import { useDraft } from '../../parts/draft.ts'
import { TextField } from '../../parts/fields.tsx'
import { Fold } from '../../parts/form.tsx'
import { FailureNote } from '../../parts/looks.tsx'
import { useTexts } from '../../parts/texts.tsx'
import { momentOf } from './amsterdam.ts'
import { ProposeTalk as Propose } from './arriving.graphql.ts'
import { arrivingTexts } from './arriving.texts.ts'

/** Proposes a time for the first talk, on the clock of the Netherlands. */
export function ProposeTalk({
  application: { id, status, talkProposedAt, talkAt },
}: {
  application: DossierApplication
}) {
  const t = useTexts(arrivingTexts)
  const { moment } = useDates()
  const propose = useAct(Propose)
  const { value, set, dirty, discard } = useDraft(`talk:${id}`, { day: '', time: '' })
  const { day, time } = value
  const [wasDirty] = useState(dirty)
  const [isIncomplete, setIncomplete] = useState(false)
  if (status !== 'APPLIED' && status !== 'CONTRACT_OFFERED') return null
  const send = async () => {
    const at = momentOf(day, time)
    setIncomplete(at === null)
    if (at === null) return
    const done = await propose.act({ input: { applicationId: id, at } })
    if (!done) return
    discard()
  }
  const failure = isIncomplete ? { code: 'INVALID', message: t.noMoment, field: 'at' } : propose.failure
  return (
    <Fold title={talkProposedAt === null && talkAt === null ? t.proposeTitle : t.proposeAgain} open={wasDirty}>
      <Text soft>{t.proposeText}</Text>
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!propose.busy) void send()
        }}
      >
        <TextField
          label={t.day}
          type="date"
          name="at"
          failure={failure}
          value={day}
          onChange={(next) => set({ ...value, day: next })}
        />
        <TextField
          label={t.time}
          hint={t.timeHint}
          type="time"
          value={time}
          onChange={(next) => set({ ...value, time: next })}
        />
        <FailureNote failure={propose.failure} />
        <Actions>
          <Button type="submit" look="primary" busy={propose.busy}>
            {t.propose}
          </Button>
          <span role="status">{propose.doneAt && talkProposedAt && t.proposed(moment(talkProposedAt))}</span>
        </Actions>
      </form>
    </Fold>
  )
}
