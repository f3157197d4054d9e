import { useAct } from '../../../parts/ask.ts'
import { Actions, Button } from '../../../parts/basics.tsx'
import { FailureNote, Note } from '../../../parts/looks.tsx'
import { useTexts } from '../../../parts/texts.tsx'
import type { SharingConsent } from './items.ts'
import { ApproveMyConsent, TakeBackMyConsent } from './sharing.graphql.ts'
import { sharingTexts } from './sharing.texts.ts'
import { myGroups } from '../parts/my-groups.ts'

/** What waits for somebody's yes: whose, the words, and the way to take it back. */
export function WaitingConsent({
  consent,
  guardians,
  onSaid,
}: {
  consent: SharingConsent
  guardians: string
  onSaid: (words: string) => void
}) {
  const t = useTexts(sharingTexts)
  const g = useTexts(myGroups)
  const approve = useAct(ApproveMyConsent)
  const stop = useAct(TakeBackMyConsent)
  const { id, groups, institution, can, wording } = consent
  const mine = can.includes('APPROVE_CONSENT')
  return (
    <Note kind="waiting">
      <p>
        <strong>{t.waits}</strong>: {groups.map((group) => g[group]).join(', ')}
      </p>
      <p>{mine ? t.waitsForYou(institution.name) : t.waitsFor(guardians, institution.name)}</p>
      {mine && <blockquote className="said">{wording}</blockquote>}
      <p className="soft">{t.lapses}</p>
      <FailureNote failure={approve.failure ?? stop.failure} />
      <Actions>
        {mine && (
          <Button
            look="primary"
            busy={approve.busy}
            onClick={() =>
              void approve.act({ input: { id } }).then((done) => {
                if (!done) return
                const isOpen = done.approveConsent.state === 'GRANTED'
                onSaid(isOpen ? t.given(institution.name) : t.givenWaits(institution.name, guardians))
              })
            }
          >
            {t.yes}
          </Button>
        )}
        {can.includes('REVOKE_CONSENT') && (
          <Button
            negative
            busy={stop.busy}
            onClick={() =>
              void stop.act({ input: { id } }).then((done) => {
                if (done) onSaid(t.takenBack(institution.name))
              })
            }
          >
            {t.takeBack}
          </Button>
        )}
      </Actions>
    </Note>
  )
}
