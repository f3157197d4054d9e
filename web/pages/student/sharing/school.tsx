import { useState } from 'react'
import type { FieldGroup, Purpose } from '../../../graphql/schema.ts'
import { useAsk } from '../../../parts/ask.ts'
import { Card, Heading, Link, Tag, Text } from '../../../parts/basics.tsx'
import { hasDraft } from '../../../parts/draft.ts'
import { NoAnswer, Note } from '../../../parts/looks.tsx'
import { useTexts } from '../../../parts/texts.tsx'
import { words } from '../../../texts/words.ts'
import { choiceName, Chooser } from './chooser.tsx'
import { guardiansOf, type SharingDossier } from './items.ts'
import { WaitingConsent } from './waiting.tsx'
import { SharingWith, type SharingWithQuery } from './sharing.graphql.ts'
import { sharingTexts } from './sharing.texts.ts'
import { myGroups } from '../parts/my-groups.ts'
import { PURPOSES, SHAREABLE_GROUPS } from '../../../texts/orders.ts'

const OPEN: Record<Purpose, 'talk' | 'support' | 'start' | 'enrolment'> = {
  INTAKE_TALK: 'talk',
  SUPPORT_ARRANGEMENT: 'support',
  STUDY_START: 'start',
  ENROLMENT_ADMIN: 'enrolment',
}
type With = NonNullable<SharingWithQuery['dossier']>
export type Application = NonNullable<SharingDossier['applications']>[number]

/** Where a school stands on the page. */
export const placeOf = (brin: string): string => `school-${brin}`

/** One school: what it sees now per purpose, with the stop beside it, and what else could be shared. */
export function School({ dossier, applications }: { dossier: SharingDossier; applications: readonly Application[] }) {
  const t = useTexts(sharingTexts)
  const g = useTexts(myGroups)
  const w = useTexts(words)
  const { institution } = applications[0]!
  const id = placeOf(institution.brin)
  const { data, failure, slow, again } = useAsk(SharingWith, { id: dossier.id, institution: institution.brin })
  const one = data?.dossier
  const shareable = one?.shareableWith ?? []
  // Where somebody said yes to a group, its own row says how that stands.
  const said = (dossier.consents ?? []).filter(
    ({ institution: to, state }) =>
      to.brin === institution.brin && (state === 'GRANTED' || state === 'PENDING_APPROVAL'),
  )
  const notHere = SHAREABLE_GROUPS.filter(
    (group) => shareable.every((each) => each.group !== group) && said.every(({ groups }) => !groups.includes(group)),
  )
  return (
    <Card labelledBy={id}>
      <Heading level={2} id={id}>
        {institution.name}
      </Heading>
      {applications.map(({ id: application, programme, status }) => (
        <Text key={application}>{t.school(programme.name, w.applicationStatus[status])}</Text>
      ))}
      <Link to="/zo-ziet-het-mbo-het" search={{ school: institution.brin }}>
        {t.asSeen(institution.name)}
      </Link>
      {!one ? (
        <NoAnswer failure={failure} slow={slow} again={again} />
      ) : (
        <>
          {PURPOSES.map((purpose) => (
            <ForPurpose key={purpose} dossier={dossier} school={institution} purpose={purpose} one={one} />
          ))}
          {shareable.length > 0 && notHere.length > 0 && (
            <>
              <Heading level={3}>{t.notHere}</Heading>
              <ul>
                {notHere.map((group) => (
                  <li key={group}>{g[group]}</li>
                ))}
              </ul>
              <Text soft>{t.notHereText}</Text>
            </>
          )}
        </>
      )}
    </Card>
  )
}

function ForPurpose({
  dossier,
  school,
  purpose,
  one,
}: {
  dossier: SharingDossier
  school: { brin: string; name: string }
  purpose: Purpose
  one: With
}) {
  const t = useTexts(sharingTexts)
  const g = useTexts(myGroups)
  const [said, setSaid] = useState('')
  // What was chosen before and not said yes to is in sight again.
  const [isChosen] = useState(() => hasDraft(choiceName(dossier.id, `${school.brin}:${purpose}`)))
  const own = (dossier.consents ?? []).filter(
    (consent) => consent.institution.brin === school.brin && consent.purpose === purpose,
  )
  const granted = own.filter(({ state }) => state === 'GRANTED')
  const waiting = own.filter(({ state }) => state === 'PENDING_APPROVAL')
  const isTaken = (group: FieldGroup): boolean => [...granted, ...waiting].some(({ groups }) => groups.includes(group))
  const open = one[OPEN[purpose]] ?? []
  const byOther = open.filter(
    ({ group, basis }) => (basis === 'ENROLMENT' || basis === 'SPECIAL_GUIDANCE') && !isTaken(group),
  )
  const groups = SHAREABLE_GROUPS.filter((group) => granted.some((consent) => consent.groups.includes(group)))
  const agreed = (one.shareableWith ?? []).filter((each) => each.purpose === purpose)
  const choices = dossier.can.includes('GIVE_CONSENT')
    ? agreed.filter((each) => !isTaken(each.group) && byOther.every(({ group }) => group !== each.group))
    : []
  const guardians = guardiansOf(dossier, t.guardian, t.or)
  if (groups.length + waiting.length + byOther.length + choices.length === 0 && said === '') return null
  const inside = (
    <>
      <div role="status">{said !== '' && <Note kind="good">{said}</Note>}</div>
      {groups.length + byOther.length === 0 && waiting.length === 0 && <Text soft>{t.nothingShared}</Text>}
      {byOther.length > 0 && (
        <>
          <ul>
            {byOther.map(({ group }) => (
              <li key={group}>{g[group]}</li>
            ))}
          </ul>
          <Text soft>{t.because}</Text>
        </>
      )}
      {waiting.map((consent) => (
        <WaitingConsent key={consent.id} consent={consent} guardians={guardians} onSaid={setSaid} />
      ))}
      {groups.length + choices.length > 0 && (
        <Chooser
          dossier={dossier}
          school={school}
          purpose={purpose}
          choices={choices}
          agreed={agreed}
          shared={granted}
          open={open.map(({ group }) => group)}
          onSaid={setSaid}
          onGiven={(isOpen) => setSaid(isOpen ? t.given(school.name) : t.givenWaits(school.name, guardians))}
        />
      )}
    </>
  )
  const state =
    dossier.paused && groups.length > 0
      ? 'waiting'
      : groups.length > 0
        ? 'good'
        : waiting.length > 0
          ? 'waiting'
          : 'neutral'
  return (
    <details
      className="fold purpose"
      open={purpose === 'INTAKE_TALK' || groups.length + waiting.length > 0 || isChosen}
    >
      <summary>
        <Heading level={3}>{t.purposeTitle[purpose]}</Heading>{' '}
        {state !== 'neutral' && (
          <Tag kind={state}>
            {dossier.paused && groups.length > 0 ? t.pausedTag : state === 'good' ? t.shared : t.waits}
          </Tag>
        )}
      </summary>
      {inside}
    </details>
  )
}
