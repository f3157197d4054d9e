import { useAct, useAsk } from '../../parts/ask.ts'
import { Actions, Button, Card, Heading, Link, Tag, Text } from '../../parts/basics.tsx'
import { EraseDossier } from '../../parts/erase-dossier.tsx'
import { FailureNote, NoAnswer, Note } from '../../parts/looks.tsx'
import { Page } from '../../parts/page.tsx'
import { useTexts } from '../../parts/texts.tsx'
import { words } from '../../texts/words.ts'
import { ApproveMyDossier, MoveMyDossier, PauseSharing, ResumeSharing } from './dossier-steps.graphql.ts'
import { MyDossierAtAGlance, type MyDossierAtAGlanceQuery } from './my-dossier.graphql.ts'
import { myDossier } from './my-dossier.texts.ts'
import { NoDossier } from './parts/no-dossier.tsx'

type Dossier = MyDossierAtAGlanceQuery['dossiers']['edges'][number]['node']

/** The button that says yes: where its line of what waits leads to, on the same page. */
const APPROVE = 'say-yes'

/** `/mijn-dossier`: what is done, what waits, what is shared with whom, at a glance. */
export function MyDossier() {
  const t = useTexts(myDossier)
  const { data, failure, slow, again } = useAsk(MyDossierAtAGlance, {})
  if (!data) return <NoAnswer failure={failure} slow={slow} again={again} />
  const dossier = data.dossiers.edges[0]?.node
  if (!dossier) return <NoDossier />
  return (
    <Page title={t.title} lead={t.hello(dossier.identity?.callName ?? '')}>
      <Waiting dossier={dossier} />
      <Standing dossier={dossier} />
      <Shared dossier={dossier} />
      <Filled dossier={dossier} />
      {dossier.can.includes('ERASE') && <EraseDossier id={dossier.id} words={t} />}
    </Page>
  )
}

/** What waits for the student: questions, a yes, a time, advice. Each leads to where it is done. */
function Waiting({ dossier }: { dossier: Dossier }) {
  const t = useTexts(myDossier)
  const w = useTexts(words)
  const { can, applications, consentRequests, consents, studyAdvice } = dossier
  const waits: { to: '/delen' | '/advies' | null; words: string }[] = []
  if (can.includes('REFUSE_REQUEST'))
    for (const { institution, groups, open } of consentRequests ?? [])
      if (open) {
        const asked = groups.map((group) => w.group[group]).join(', ')
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
  const w = useTexts(words)
  const move = useAct(MoveMyDossier)
  const approve = useAct(ApproveMyDossier)
  const pause = useAct(PauseSharing)
  const resume = useAct(ResumeSharing)
  const { id, can, version, status, paused, approvals, consents } = dossier
  const expected = { id, expectedVersion: version }
  const yes = (approvals ?? []).filter((each) => each.version === version).map(({ by }) => by.name)
  const guardian = (consents ?? []).filter(
    ({ state }) => state === 'PENDING_APPROVAL' && !can.includes('APPROVE_CONSENT'),
  )
  return (
    <Card labelledBy="standing">
      <Heading level={2} id="standing">
        {t.nowTitle} <Tag kind={status === 'DRAFT' ? 'neutral' : 'good'}>{w.dossierStatus[status]}</Tag>
      </Heading>
      <Text>{t.stepsText[status]}</Text>
      {yes.length > 0 && <Text soft>{t.saidYes(yes.join(', '))}</Text>}
      {guardian.map(({ id: consent, institution }) => (
        <Text key={consent}>{t.guardianWaits(institution.name)}</Text>
      ))}
      {paused && <Note kind="waiting">{t.paused}</Note>}
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
        {can.includes('MOVE_TO_DRAFT') && (
          <Button look="subtle" busy={move.busy} onClick={() => void move.act({ input: { ...expected, to: 'DRAFT' } })}>
            {t.steps.draft}
          </Button>
        )}
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

/** Per school that the student applied to: what it sees now. */
function Shared({ dossier }: { dossier: Dossier }) {
  const t = useTexts(myDossier)
  const w = useTexts(words)
  const { applications, consents, paused } = dossier
  const schools = new Map((applications ?? []).map(({ institution }) => [institution.brin, institution.name]))
  return (
    <section aria-labelledby="shared" className="group">
      <Heading level={2} id="shared">
        {t.sharedTitle}
      </Heading>
      {schools.size === 0 && <Text soft>{t.noApplications}</Text>}
      <ul className="cards">
        {[...schools].map(([brin, name]) => {
          const open = paused
            ? []
            : (consents ?? []).filter(({ institution, state }) => institution.brin === brin && state === 'GRANTED')
          return (
            <Card as="li" key={brin}>
              <Heading level={3}>{name}</Heading>
              {open.length === 0 ? (
                <Text>{t.sharedNothing(name)}</Text>
              ) : (
                <>
                  <Text>{t.sharedWith(name)}</Text>
                  <ul>
                    {open.flatMap(({ id, groups, purpose }) =>
                      groups.map((group) => (
                        <li key={`${id}${group}`}>
                          {w.group[group]} <span className="soft">({w.purpose[purpose]})</span>
                        </li>
                      )),
                    )}
                  </ul>
                </>
              )}
            </Card>
          )
        })}
      </ul>
      <Link to="/delen">{t.goToSharing}</Link>
    </section>
  )
}

/** Each part of the dossier, and whether something is in it. */
function Filled({ dossier }: { dossier: Dossier }) {
  const t = useTexts(myDossier)
  const w = useTexts(words)
  const parts: readonly (readonly [string, boolean])[] = [
    [w.group.CONTACT, Boolean(dossier.contact?.email ?? dossier.contact?.phone)],
    [w.group.ACCOMMODATIONS, (dossier.accommodations?.needs.length ?? 0) > 0],
    [
      w.group.CAREER_FILE,
      (dossier.careerFile?.experiences.length ?? 0) + (dossier.careerFile?.reflections.length ?? 0) > 0,
    ],
    [w.group.CAREER_SUMMARY, Boolean(dossier.careerSummary?.aboutMe)],
    [w.group.PLUS_DOCUMENT, (dossier.plusDocument?.items.length ?? 0) > 0],
  ]
  return (
    <section aria-labelledby="filled" className="group">
      <Heading level={2} id="filled">
        {t.doneTitle}
      </Heading>
      <ul className="plain">
        {parts.map(([name, done]) => (
          <li key={name}>
            <Tag kind={done ? 'good' : 'neutral'}>{done ? t.filled : t.open}</Tag> {name}
          </li>
        ))}
      </ul>
    </section>
  )
}
