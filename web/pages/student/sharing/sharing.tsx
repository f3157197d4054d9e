import { useAct, useAsk } from '../../../parts/ask.ts'
import { Actions, Button, Card, Heading, Tag, Text } from '../../../parts/basics.tsx'
import { useDates } from '../../../parts/dates.ts'
import { Fold } from '../../../parts/form.tsx'
import { FailureNote, NoAnswer } from '../../../parts/looks.tsx'
import { Page } from '../../../parts/page.tsx'
import { useTexts } from '../../../parts/texts.tsx'
import { words } from '../../../texts/words.ts'
import { PauseSharing, ResumeSharing } from '../dossier-steps.graphql.ts'
import { NoDossier } from '../parts/no-dossier.tsx'
import { PausedNote } from '../parts/paused-note.tsx'
import { Requests, Talks } from './asked.tsx'
import type { SharingDossier } from './items.ts'
import { placeOf, School, type Application } from './school.tsx'
import '../../../parts/sharing/sharing.css'
import './sharing.css'
import { CloseGuidance, MySharing } from './sharing.graphql.ts'
import { sharingTexts } from './sharing.texts.ts'
import { myGroups } from '../parts/my-groups.ts'

/** `/delen`: per school what it sees, what waits, what else could be shared; starting and stopping beside each other. */
export function Sharing() {
  const t = useTexts(sharingTexts)
  const { data, failure, slow, again } = useAsk(MySharing, {})
  if (!data) return <NoAnswer failure={failure} slow={slow} again={again} />
  const dossier = data.dossiers.edges[0]?.node
  if (!dossier) return <NoDossier />
  const schools = new Map<string, Application[]>()
  for (const application of dossier.applications ?? []) {
    const { brin } = application.institution
    schools.set(brin, [...(schools.get(brin) ?? []), application])
  }
  return (
    <Page title={t.title} lead={t.lead}>
      {dossier.paused && <PausedNote because={dossier.pausedBecause} />}
      <Requests dossier={dossier} />
      <Talks dossier={dossier} />
      {schools.size === 0 && <Text>{t.noApplications}</Text>}
      {schools.size > 1 && (
        <nav aria-label={t.schools}>
          <ul className="plain roomy">
            {[...schools].map(([brin, [first]]) => (
              <li key={brin}>
                <a className="nl-link" href={`#${placeOf(brin)}`}>
                  {t.toSchool(first!.institution.name)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {[...schools].map(([brin, applications]) => (
        <School key={brin} dossier={dossier} applications={applications} />
      ))}
      {schools.size > 0 && (
        <Text soft>
          {t.statusAlways} {t.number}
        </Text>
      )}
      <Pause dossier={dossier} />
      <Guidance dossier={dossier} />
      <Before dossier={dossier} />
    </Page>
  )
}

function Pause({ dossier: { id, can } }: { dossier: SharingDossier }) {
  const t = useTexts(sharingTexts)
  const pause = useAct(PauseSharing)
  const resume = useAct(ResumeSharing)
  const input = { dossierId: id }
  if (!can.includes('PAUSE') && !can.includes('RESUME')) return null
  return (
    <Card labelledBy="pause">
      <Heading level={2} id="pause">
        {t.pauseTitle}
      </Heading>
      <Text>{can.includes('RESUME') ? t.paused : t.pauseText}</Text>
      <FailureNote failure={pause.failure ?? resume.failure} />
      <Actions>
        {can.includes('PAUSE') && (
          <Button negative busy={pause.busy} onClick={() => void pause.act({ input })}>
            {t.pause}
          </Button>
        )}
        {can.includes('RESUME') && (
          <Button look="primary" busy={resume.busy} onClick={() => void resume.act({ input })}>
            {t.resume}
          </Button>
        )}
      </Actions>
    </Card>
  )
}

/** Named officers who read the condition after enrolment (domain §4, G); the student may end it. */
function Guidance({ dossier }: { dossier: SharingDossier }) {
  const t = useTexts(sharingTexts)
  const { day } = useDates()
  const close = useAct(CloseGuidance)
  const cases = dossier.guidanceCases ?? []
  if (cases.length === 0) return null
  return (
    <Card labelledBy="guidance">
      <Heading level={2} id="guidance">
        {t.guidanceTitle}
      </Heading>
      <FailureNote failure={close.failure} />
      {cases.map(({ id, officer, institution, reason, openedAt, closedAt }) => (
        <div key={id}>
          <Text>
            {t.guidance(officer, institution.name)} {day(openedAt)}. {t.guidanceReason(reason)}
          </Text>
          {closedAt === null ? (
            <Button negative busy={close.busy} onClick={() => void close.act({ input: { id } })}>
              {t.guidanceStop}
            </Button>
          ) : (
            <Tag>{t.guidanceStopped}</Tag>
          )}
        </div>
      ))}
    </Card>
  )
}

/** What was shared before, or asked and not shared: what came of it, when, by whom, and the words. */
function Before({ dossier }: { dossier: SharingDossier }) {
  const t = useTexts(sharingTexts)
  const g = useTexts(myGroups)
  const w = useTexts(words)
  const { day } = useDates()
  const over = (dossier.consents ?? []).filter(({ state }) => state !== 'GRANTED' && state !== 'PENDING_APPROVAL')
  if (over.length === 0) return null
  return (
    <section className="group" aria-labelledby="before">
      <Heading level={2} id="before">
        {t.before}
      </Heading>
      <ul className="plain stack">
        {over.map(({ id, institution, groups, purpose, state, revokedAt, stoppedBy, wording, approvals }) => (
          <li key={id}>
            <Tag kind={state === 'REVOKED' ? 'stopped' : 'neutral'}>
              {revokedAt === null ? w.consentState[state] : t.ended(w.consentState[state], day(revokedAt))}
            </Tag>{' '}
            {stoppedBy !== null && t.by(stoppedBy.role === 'STUDENT' ? t.you : stoppedBy.name)}
            <Text>
              {institution.name}: {groups.map((group) => g[group]).join(', ')} ({t.forPurpose(w.purpose[purpose])})
            </Text>
            <Fold title={t.words}>
              <blockquote className="said">{wording}</blockquote>
              {approvals.length > 0 && (
                <Text soft>{t.saidYes(approvals.map(({ by, at }) => `${by.name}, ${day(at)}`).join('; '))}</Text>
              )}
            </Fold>
          </li>
        ))}
      </ul>
    </section>
  )
}
