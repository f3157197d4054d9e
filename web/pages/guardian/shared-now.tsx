import { useAct } from '../../parts/ask.ts'
import { Actions, Button, Heading, Text } from '../../parts/basics.tsx'
import { FailureNote, Note } from '../../parts/looks.tsx'
import { useTexts } from '../../parts/texts.tsx'
import { sharingWords } from '../../texts/sharing-words.ts'
import { PauseChildSharing, ResumeChildSharing, StopChildConsent } from './approvals.graphql.ts'
import { approvalsTexts } from './approvals.texts.ts'
import type { Child } from './approvals.tsx'

/** What is shared now, each with its stop beside it where this guardian may. */
export function SharedNow({ child, name, onSaid }: { child: Child; name: string; onSaid: (words: string) => void }) {
  const t = useTexts(approvalsTexts)
  const w = useTexts(sharingWords)
  const stop = useAct(StopChildConsent)
  const granted = (child.consents ?? []).filter(({ state }) => state === 'GRANTED')
  return (
    <>
      <Heading level={3}>{t.sharedTitle}</Heading>
      {granted.length === 0 && <Text>{t.sharedNothing}</Text>}
      {(child.applications ?? [])
        .filter(({ status }) => status === 'ENROLLED')
        .map(({ id, institution }) => (
          <Text key={id}>{t.enrolledSees(institution.name)}</Text>
        ))}
      <FailureNote failure={stop.failure} />
      <ul className="plain">
        {granted.map(({ id, institution, groups, purpose, can }) => {
          const what = groups.map((group) => w.group[group]).join(', ')
          return (
            <li key={id} className="shared">
              <div className="shared__what">
                <strong>{t.shared(institution.name, w.purpose[purpose])}</strong> {what}
                {!can.includes('REVOKE_CONSENT') && <Text soft>{t.onlyChild(name)}</Text>}
              </div>
              {can.includes('REVOKE_CONSENT') && (
                <Button
                  negative
                  busy={stop.busy}
                  aria-label={t.stopOf(what, institution.name)}
                  onClick={() =>
                    void stop.act({ input: { id } }).then((done) => {
                      if (done) onSaid(t.stopped(institution.name))
                    })
                  }
                >
                  {t.stop}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
    </>
  )
}

export function PauseAll({ child: { id, can, paused, pausedBecause } }: { child: Child }) {
  const t = useTexts(approvalsTexts)
  const pause = useAct(PauseChildSharing)
  const resume = useAct(ResumeChildSharing)
  const input = { dossierId: id }
  return (
    <>
      {paused && <Note kind="waiting">{pausedBecause === null ? t.pausedNow : t.pausedBecause[pausedBecause]}</Note>}
      <FailureNote failure={pause.failure ?? resume.failure} />
      {(can.includes('PAUSE') || can.includes('RESUME')) && (
        <Actions>
          {can.includes('PAUSE') && (
            <Button negative busy={pause.busy} onClick={() => void pause.act({ input })}>
              {t.pause}
            </Button>
          )}
          {can.includes('RESUME') && (
            <Button busy={resume.busy} onClick={() => void resume.act({ input })}>
              {t.resume}
            </Button>
          )}
        </Actions>
      )}
      {can.includes('PAUSE') && <Text soft>{t.pauseText}</Text>}
    </>
  )
}
