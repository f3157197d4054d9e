import { lazy, useState } from 'react'
import { useAct, useAsk } from '../../parts/ask.ts'
import { Actions, Button, Card, Heading, Link, Tag, Text } from '../../parts/basics.tsx'
import { useDates } from '../../parts/dates.ts'
import { Sure } from '../../parts/form.tsx'
import { Later } from '../../parts/later.tsx'
import { FailureNote, NoAnswer } from '../../parts/looks.tsx'
import { Page } from '../../parts/page.tsx'
import { useTexts } from '../../parts/texts.tsx'
import { sharingWords } from '../../texts/sharing-words.ts'
import { ApproveMyDossier, MoveMyDossier, PauseSharing, ResumeSharing } from './dossier-steps.graphql.ts'
import { MyDossierAtAGlance, type MyDossierAtAGlanceQuery } from './my-dossier.graphql.ts'
import { myDossier } from './my-dossier.texts.ts'
import { myGroups } from './parts/my-groups.ts'
import { PausedNote } from './parts/paused-note.tsx'

export type Dossier = MyDossierAtAGlanceQuery['dossiers']['edges'][number]['node']

const More = lazy(async () => ({ default: (await import('./my-dossier-more.tsx')).More }))
const NoDossier = lazy(async () => ({ default: (await import('./parts/no-dossier.tsx')).NoDossier }))

/** The button that says yes: where its line of what waits leads to, on the same page. */
const APPROVE = 'say-yes'

/** `/mijn-dossier`: what is done, what waits, what is shared with whom, at a glance. */
export function MyDossier() {
  const t = useTexts(myDossier)
  const { data, failure, slow, again } = useAsk(MyDossierAtAGlance, {})
  const [erased, setErased] = useState(false)
  if (!data) return <NoAnswer failure={failure} slow={slow} again={again} />
  const dossier = data.dossiers.edges[0]?.node
  if (!dossier) return <NoDossier erased={erased} />
  return (
    <Page title={t.title} lead={t.hello(dossier.identity?.callName ?? '')}>
      <Waiting dossier={dossier} />
      <Standing dossier={dossier} />
      <Later of={dossier.id}>
        <More dossier={dossier} onErased={() => setErased(true)} />
      </Later>
    </Page>
  )
}

/** What waits for the student: questions, a yes, a time, advice. Each leads to where it is done. */
function Waiting({ dossier }: { dossier: Dossier }) {
  const t = useTexts(myDossier)
  const g = useTexts(myGroups)
  const { can, applications, consentRequests, consents, studyAdvice } = dossier
  const waits: { to: '/delen' | '/advies' | null; words: string }[] = []
  if (can.includes('REFUSE_REQUEST'))
    for (const { institution, groups, open } of consentRequests ?? [])
      if (open) {
        const asked = groups.map((group) => g[group]).join(', ')
        waits.push({ to: '/delen', words: t.waits.request(institution.name, asked) })
      }
  if (can.includes('ACCEPT_TALK'))
    for (const { institution, talkProposedAt } of applications ?? [])
      if (talkProposedAt) waits.push({ to: '/delen', words: t.waits.talk(institution.name) })
  if (can.includes('APPROVE_CONSENT'))
    for (const { institution, state } of consents ?? [])
      if (state === 'PENDING_APPROVAL') waits.push({ to: '/delen', words: t.waits.ownYes(institution.name) })
  if (studyAdvice?.some(({ version, acceptedVersion }) => version !== acceptedVersion))
    waits.push({ to: '/advies', words: t.waits.advice })
  if (can.includes('APPROVE')) waits.push({ to: null, words: t.waits.approve })
  return (
    <Card labelledBy="waiting">
      <Heading level={2} id="waiting">
        {t.waitingTitle}
      </Heading>
      {waits.length === 0 ? (
        <Text soft>{t.nothingWaits}</Text>
      ) : (
        <ul>
          {waits.map(({ to, words: wait }) => (
            <li key={wait}>
              {to === null ? (
                <a className="nl-link" href={`#${APPROVE}`}>
                  {wait}
                </a>
              ) : (
                <Link to={to}>{wait}</Link>
              )}
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

/** Where the dossier stands, and the steps that the student may take from here. */
function Standing({ dossier }: { dossier: Dossier }) {
  const t = useTexts(myDossier)
  const w = useTexts(sharingWords)
  const move = useAct(MoveMyDossier)
  const approve = useAct(ApproveMyDossier)
  const pause = useAct(PauseSharing)
  const resume = useAct(ResumeSharing)
  const { moment } = useDates()
  const { id, can, version, status, paused, pausedBecause, approvals, consents, applications, parties } = dossier
  const expected = { id, expectedVersion: version }
  const goOn = () => void move.act({ input: { ...expected, to: 'DRAFT' } })
  const yes = (approvals ?? []).filter((each) => each.version === version).map(({ by }) => by.name)
  const guardian = (consents ?? []).filter(
    ({ state }) => state === 'PENDING_APPROVAL' && !can.includes('APPROVE_CONSENT'),
  )
  const names = (parties ?? []).filter(({ role }) => role === 'GUARDIAN').map(({ name }) => name)
  const guardians = names.join(t.or) || t.guardian
  const talks = (applications ?? []).filter(({ talkAt }) => status === 'IN_INTAKE' && talkAt !== null)
  const openAdvice = dossier.studyAdvice?.some((one) => one.version !== one.acceptedVersion) === true
  // The student's own yes is there: what is missing is another's.
  const waitsForGuardian = status === 'READY' && !can.includes('APPROVE')
  const notReady = status === 'IN_CONSULTATION' && !can.includes('MOVE_TO_READY')
  return (
    <Card labelledBy="standing">
      <Heading level={2} id="standing">
        {t.nowTitle} <Tag kind={status === 'DRAFT' ? 'neutral' : 'good'}>{w.dossierStatus[status]}</Tag>
      </Heading>
      <Text>{waitsForGuardian ? t.guardianStill(guardians) : t.stepsText[status]}</Text>
      {talks.map(({ id: application, institution, talkAt }) => (
        <Text key={application}>{t.talk(institution.name, moment(talkAt!))}</Text>
      ))}
      {notReady && <Text>{openAdvice ? t.notReady.advice : t.notReady.identity}</Text>}
      {yes.length > 0 && <Text soft>{t.saidYes(yes.join(', '))}</Text>}
      {guardian.map(({ id: consent, institution }) => (
        <Text key={consent}>{t.guardianWaits(guardians, institution.name)}</Text>
      ))}
      {paused && <PausedNote because={pausedBecause} />}
      <FailureNote failure={move.failure ?? approve.failure ?? pause.failure ?? resume.failure} />
      <Actions>
        {can.includes('APPROVE') && (
          <Button id={APPROVE} look="primary" busy={approve.busy} onClick={() => void approve.act({ input: expected })}>
            {t.steps.approve}
          </Button>
        )}
        {can.includes('MOVE_TO_READY') && (
          <Button
            look="primary"
            busy={move.busy}
            onClick={() => void move.act({ input: { ...expected, to: 'READY' } })}
          >
            {t.steps.ready}
          </Button>
        )}
        {can.includes('MOVE_TO_CONSULTATION') && (
          <Button busy={move.busy} onClick={() => void move.act({ input: { ...expected, to: 'IN_CONSULTATION' } })}>
            {t.steps.consultation}
          </Button>
        )}
        {can.includes('MOVE_TO_DRAFT') &&
          (status === 'IN_CONSULTATION' ? (
            <Button look="subtle" busy={move.busy} onClick={goOn}>
              {t.steps.draft}
            </Button>
          ) : (
            // A yes that was given falls.
            <Sure
              look="subtle"
              negative={false}
              label={t.steps.draft}
              title={t.steps.draft}
              text={t.draftText}
              yes={t.draftYes}
              busy={move.busy}
              onYes={goOn}
            />
          ))}
        {can.includes('PAUSE') && (
          <Button negative busy={pause.busy} onClick={() => void pause.act({ input: { dossierId: id } })}>
            {t.pause}
          </Button>
        )}
        {can.includes('RESUME') && (
          <Button busy={resume.busy} onClick={() => void resume.act({ input: { dossierId: id } })}>
            {t.resume}
          </Button>
        )}
      </Actions>
      {can.includes('PAUSE') && <Text soft>{t.pauseText}</Text>}
    </Card>
  )
}
