import type { FieldGroup } from '../../../graphql/schema.ts'
import { useAct } from '../../../parts/ask.ts'
import { Actions, Button, Tag, Text } from '../../../parts/basics.tsx'
import { useDates } from '../../../parts/dates.ts'
import { Fold } from '../../../parts/form.tsx'
import { FailureNote, Note } from '../../../parts/looks.tsx'
import { useTexts } from '../../../parts/texts.tsx'
import { words } from '../../../texts/words.ts'
import { itemsOf, type SharingConsent, type SharingDossier } from './items.ts'
import { ApproveMyConsent, StopMyConsent, TakeBackMyConsent } from './sharing.graphql.ts'
import { sharingTexts } from './sharing.texts.ts'
import { myGroups } from '../parts/my-groups.ts'

/** A group that a school sees now: the stop is one press, right beside it, and leaves the rest as it is. */
export function SharedGroup({
  dossier,
  school,
  group,
  consents,
  onSaid,
}: {
  dossier: SharingDossier
  school: { name: string }
  group: FieldGroup
  /** Every consent that opens it. */
  consents: readonly SharingConsent[]
  onSaid: (words: string) => void
}) {
  const t = useTexts(sharingTexts)
  const g = useTexts(myGroups)
  const w = useTexts(words)
  const { day, date } = useDates()
  const stop = useAct(StopMyConsent)
  const mayStop = consents.every(({ can }) => can.includes('REVOKE_CONSENT'))
  const items = itemsOf(dossier, group, w, date)
  const last = [...consents].sort((a, b) => (b.grantedAt ?? '').localeCompare(a.grantedAt ?? ''))[0]
  const left = last?.leftOut ?? []
  const ends = last?.expiresAt ?? null

  async function all(what: { groups: FieldGroup[] } | { items: string[] }, said: string): Promise<void> {
    for (const { id } of consents) if (!(await stop.act({ input: { id, ...what } }))) return
    onSaid(said)
  }
  return (
    <li className="shared">
      <div className="shared__what">
        <strong>{g[group]}</strong>
        <Text soft>
          {t.sees[group]} {ends !== null && t.until(day(ends))}
        </Text>
        {items.length > 0 && mayStop && (
          <Fold title={t.leaveOutTitle}>
            <ul className="plain">
              {items.map(({ id, name }) => (
                <li key={id}>
                  {left.includes(id) ? (
                    <>
                      {name} <Tag>{t.leftOut}</Tag>
                    </>
                  ) : (
                    <Button
                      look="subtle"
                      negative
                      busy={stop.busy}
                      onClick={() => void all({ items: [id] }, t.itemGone(name, school.name))}
                    >
                      {t.leaveOut(name)}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
            <Text soft>{t.backAgain}</Text>
          </Fold>
        )}
        <FailureNote failure={stop.failure} />
      </div>
      {mayStop && (
        <Button
          negative
          busy={stop.busy}
          aria-label={t.stopOf(g[group], school.name)}
          onClick={() => void all({ groups: [group] }, t.stopped(school.name))}
        >
          {t.stop}
        </Button>
      )}
    </li>
  )
}

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
