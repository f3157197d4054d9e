import { useState } from 'react'
import type { FieldGroup, Purpose } from '../../graphql/schema.ts'
import { useAct } from '../../parts/ask.ts'
import { Heading, Text } from '../../parts/basics.tsx'
import { useDates } from '../../parts/dates.ts'
import type { Dossier } from '../../parts/dossier/types.ts'
import { hasDraft, useDraft } from '../../parts/draft.ts'
import { Choices, TextArea } from '../../parts/fields.tsx'
import { Fold, Form } from '../../parts/form.tsx'
import { useTexts } from '../../parts/texts.tsx'
import { words } from '../../texts/words.ts'
import { RequestConsent, type AroundApplicantQuery } from './arriving.graphql.ts'
import { arrivingTexts } from './arriving.texts.ts'

type Around = NonNullable<AroundApplicantQuery['dossier']>

const draftName = (dossierId: string, purpose: Purpose): string => `ask:${dossierId}:${purpose}`

/**
 * One polite question per 14 days. What can be asked for follows from the agreement and the purpose alone, never from what is shared.
 */
export function AskToShare({ dossier, around, purpose }: { dossier: Dossier; around: Around; purpose: Purpose }) {
  const t = useTexts(arrivingTexts)
  const w = useTexts(words)
  const { day } = useDates()
  const requests = around.consentRequests ?? []
  const [waits] = useState(() => hasDraft(draftName(dossier.id, purpose)))
  return (
    <section className="group" aria-labelledby="ask">
      <Heading level={2} id="ask">
        {t.askTitle}
      </Heading>
      <Text soft>{t.askText}</Text>
      {requests.map(({ id, askedAt, groups, purpose: asked }) => (
        <Text key={id}>
          {t.asked(day(askedAt), groups.map((group) => w.group[group]).join(', '), w.purpose[asked])} {t.askedWait}
        </Text>
      ))}
      {dossier.can.includes('REQUEST_CONSENT') ? (
        <Fold title={t.ask} open={waits}>
          <AskForm dossierId={dossier.id} around={around} purpose={purpose} />
        </Fold>
      ) : (
        <Text soft>{t.askLater}</Text>
      )}
    </section>
  )
}

function AskForm({ dossierId, around, purpose }: { dossierId: string; around: Around; purpose: Purpose }) {
  const t = useTexts(arrivingTexts)
  const w = useTexts(words)
  const draft = useDraft(draftName(dossierId, purpose), { groups: [] as FieldGroup[], message: '' })
  const request = useAct(RequestConsent)
  const [isEmpty, setEmpty] = useState(false)
  const allowed = (around.agreement?.allowed ?? []).filter(({ purposes }) => purposes.includes(purpose))
  if (allowed.length === 0) return <Text>{t.noneAllowed}</Text>
  const { value, set } = draft
  const none = isEmpty && value.groups.length === 0 ? { code: 'INVALID', message: t.askNone, field: 'groups' } : null
  return (
    <Form
      anew
      draft={draft}
      act={{ ...request, failure: none ?? request.failure }}
      label={t.send}
      show={({ message }) => message}
      onSave={async ({ groups, message }) => {
        setEmpty(groups.length === 0)
        if (groups.length === 0) return false
        const done = await request.act({ input: { dossierId, purpose, groups, ...(message ? { message } : {}) } })
        return done !== undefined
      }}
    >
      <Text>{t.askFor(w.purpose[purpose])}</Text>
      <Choices
        many
        legend={t.askGroups}
        hint={t.askGroupsHint}
        options={allowed.map(({ group }) => [group, w.group[group]] as const)}
        chosen={value.groups}
        onChange={(groups) => set({ ...value, groups })}
      />
      <TextArea
        label={t.message}
        hint={t.messageHint}
        optional
        maxLength={500}
        name="message"
        failure={request.failure}
        value={value.message}
        onChange={(message) => set({ ...value, message })}
      />
    </Form>
  )
}
