import { useState } from 'react'
import type { FieldGroup } from '../../../graphql/schema.ts'
import { useAct, useAsk } from '../../../parts/ask.ts'
import { Actions, Button, Card, Heading, Text } from '../../../parts/basics.tsx'
import { useDates } from '../../../parts/dates.ts'
import { FailureNote, NoAnswer, Note } from '../../../parts/looks.tsx'
import { useTexts } from '../../../parts/texts.tsx'
import { words } from '../../../texts/words.ts'
import { Chooser } from './chooser.tsx'
import { guardiansOf, type SharingDossier } from './items.ts'
import { AcceptMyTalk, SayNo, SharingWith } from './sharing.graphql.ts'
import { sharingTexts } from './sharing.texts.ts'

/** The questions of schools that wait for an answer. */
export function Requests({ dossier }: { dossier: SharingDossier }) {
  const [said, setSaid] = useState('')
  const open = dossier.can.includes('REFUSE_REQUEST') ? (dossier.consentRequests ?? []).filter((one) => one.open) : []
  return (
    <>
      <div role="status">{said !== '' && <Note kind="good">{said}</Note>}</div>
      {open.map((request) => (
        <Request key={request.id} dossier={dossier} request={request} onSaid={setSaid} />
      ))}
    </>
  )
}

function Request({
  dossier,
  request,
  onSaid,
}: {
  dossier: SharingDossier
  request: NonNullable<SharingDossier['consentRequests']>[number]
  onSaid: (words: string) => void
}) {
  const t = useTexts(sharingTexts)
  const w = useTexts(words)
  const { day } = useDates()
  const { id, institution, groups, purpose, message, askedAt } = request
  const no = useAct(SayNo)
  const { data, failure, slow, again } = useAsk(SharingWith, { id: dossier.id, institution: institution.brin })
  const taken = (group: FieldGroup): boolean =>
    (dossier.consents ?? []).some(
      (consent) =>
        consent.institution.brin === institution.brin &&
        consent.purpose === purpose &&
        (consent.state === 'GRANTED' || consent.state === 'PENDING_APPROVAL') &&
        consent.groups.includes(group),
    )
  const choices = (data?.dossier?.shareableWith ?? []).filter(
    (each) => each.purpose === purpose && groups.includes(each.group) && !taken(each.group),
  )
  const title = `request-${id}`
  return (
    <Card labelledBy={title}>
      <Heading level={2} id={title}>
        {t.requestTitle(institution.name)}
      </Heading>
      <Text>{t.requestFor(w.purpose[purpose], day(askedAt))}</Text>
      {message !== null && <blockquote className="said">{message}</blockquote>}
      <Text>{t.requestFree}</Text>
      {!data ? (
        <NoAnswer failure={failure} slow={slow} again={again} />
      ) : (
        <Chooser
          dossier={dossier}
          school={institution}
          purpose={purpose}
          choices={choices}
          request={id}
          onSaid={onSaid}
          onGiven={(isOpen) =>
            onSaid(
              isOpen
                ? t.given(institution.name)
                : t.givenWaits(institution.name, guardiansOf(dossier, t.guardian, t.or)),
            )
          }
        />
      )}
      <FailureNote failure={no.failure} />
      <Actions>
        <Button
          busy={no.busy}
          onClick={() =>
            void no.act({ input: { id } }).then((done) => {
              if (done) onSaid(t.saidNo)
            })
          }
        >
          {t.sayNo}
        </Button>
      </Actions>
    </Card>
  )
}

/** A time that a school proposes, and times that were agreed. */
export function Talks({ dossier }: { dossier: SharingDossier }) {
  const t = useTexts(sharingTexts)
  const { moment } = useDates()
  const accept = useAct(AcceptMyTalk)
  const { can } = dossier
  const talks = (dossier.applications ?? []).filter(({ talkAt, talkProposedAt }) => talkAt ?? talkProposedAt)
  if (talks.length === 0) return null
  return (
    <Card labelledBy="talk">
      <Heading level={2} id="talk">
        {t.talkTitle}
      </Heading>
      {talks.map(({ id, institution, talkAt, talkProposedAt }) => (
        <div key={id}>
          {talkAt !== null && <Text>{t.talkAt(institution.name, moment(talkAt))}</Text>}
          {talkProposedAt !== null && (
            <>
              <Text>{t.talkProposed(institution.name, moment(talkProposedAt))}</Text>
              {can.includes('ACCEPT_TALK') && (
                <>
                  <Actions>
                    <Button look="primary" busy={accept.busy} onClick={() => void accept.act({ input: { id } })}>
                      {t.talkYes}
                    </Button>
                  </Actions>
                  <Text soft>{t.talkNo}</Text>
                </>
              )}
            </>
          )}
        </div>
      ))}
      <FailureNote failure={accept.failure} />
    </Card>
  )
}
