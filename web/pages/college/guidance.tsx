import { useState } from 'react'
import { useAct } from '../../parts/ask.ts'
import { Actions, Heading, Text } from '../../parts/basics.tsx'
import { useDates } from '../../parts/dates.ts'
import type { Dossier } from '../../parts/dossier/types.ts'
import { hasDraft, useDraft } from '../../parts/draft.ts'
import { Choices, TextArea, TextField } from '../../parts/fields.tsx'
import { Fold, Form, Sure } from '../../parts/form.tsx'
import { FailureNote } from '../../parts/looks.tsx'
import { useViewer } from '../../parts/session.tsx'
import { useTexts } from '../../parts/texts.tsx'
import { CloseGuidanceCase, OpenGuidanceCase, type AroundApplicantQuery } from './arriving.graphql.ts'
import { arrivingTexts } from './arriving.texts.ts'

type Case = NonNullable<NonNullable<AroundApplicantQuery['dossier']>['guidanceCases']>[number]

const draftName = (dossierId: string): string => `guidance:${dossierId}`

/** After enrolment: one named officer reads the condition, for a reason that the student sees (domain §4, G). */
export function Guidance({ dossier, cases }: { dossier: Dossier; cases: readonly Case[] }) {
  const t = useTexts(arrivingTexts)
  const { day } = useDates()
  const close = useAct(CloseGuidanceCase)
  const [waits] = useState(() => hasDraft(draftName(dossier.id)))
  if (!(dossier.applications ?? []).some(({ status }) => status === 'ENROLLED')) return null
  return (
    <section className="group" aria-labelledby="guidance">
      <Heading level={2} id="guidance">
        {t.guidanceTitle}
      </Heading>
      <Text soft>{t.guidanceText}</Text>
      <FailureNote failure={close.failure} />
      {cases.map(({ id, officer, reason, openedAt, closedAt }) => (
        <div className="card" key={id}>
          <Text>
            <strong>{t.guidanceBy(officer, day(openedAt))}</strong>
            {closedAt && ` (${t.guidanceEnded(day(closedAt))})`}
          </Text>
          <Text>{reason}</Text>
          {closedAt === null && (
            <Actions>
              <Sure
                label={t.guidanceEnd}
                title={t.guidanceEnd}
                text={t.guidanceEndText}
                yes={t.guidanceEndYes}
                busy={close.busy}
                onYes={() => void close.act({ input: { id } })}
              />
            </Actions>
          )}
        </div>
      ))}
      <Fold title={t.guidanceOpen} open={waits}>
        <GuidanceForm dossierId={dossier.id} />
      </Fold>
    </section>
  )
}

function GuidanceForm({ dossierId }: { dossierId: string }) {
  const t = useTexts(arrivingTexts)
  const viewer = useViewer()
  const draft = useDraft(draftName(dossierId), {
    who: 'me' as 'me' | 'other',
    officer: '',
    officerName: '',
    reason: '',
  })
  const open = useAct(OpenGuidanceCase)
  const { value, set } = draft
  const { failure } = open
  return (
    <Form
      anew
      draft={draft}
      act={open}
      label={t.guidanceSave}
      show={({ reason }) => reason}
      onSave={async ({ who, officer, officerName, reason }) => {
        const named = who === 'me' ? { officer: viewer.subject, officerName: viewer.name } : { officer, officerName }
        return (await open.act({ input: { dossierId, reason, ...named } })) !== undefined
      }}
    >
      <Choices
        legend={t.guidanceWho}
        options={[
          ['me', t.guidanceMe],
          ['other', t.guidanceOther],
        ]}
        chosen={[value.who]}
        onChange={([who]) => set({ ...value, who: who ?? 'me' })}
      />
      {value.who === 'other' && (
        <>
          <TextField
            label={t.officerName}
            maxLength={120}
            name="officerName"
            failure={failure}
            value={value.officerName}
            onChange={(officerName) => set({ ...value, officerName })}
          />
          <TextField
            label={t.officer}
            maxLength={120}
            name="officer"
            failure={failure}
            value={value.officer}
            onChange={(officer) => set({ ...value, officer })}
          />
        </>
      )}
      <TextArea
        label={t.reason}
        hint={t.reasonHint}
        maxLength={1000}
        name="reason"
        failure={failure}
        value={value.reason}
        onChange={(reason) => set({ ...value, reason })}
      />
    </Form>
  )
}
