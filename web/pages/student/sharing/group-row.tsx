import { useId } from 'react'
import type { Detail, FieldGroup } from '../../../graphql/schema.ts'
import { useAct } from '../../../parts/ask.ts'
import { Button, Tag, Text } from '../../../parts/basics.tsx'
import { useDates } from '../../../parts/dates.ts'
import { Check } from '../../../parts/fields.tsx'
import { Fold } from '../../../parts/form.tsx'
import { FailureNote } from '../../../parts/looks.tsx'
import { useTexts } from '../../../parts/texts.tsx'
import { words } from '../../../texts/words.ts'
import { myGroups } from '../parts/my-groups.ts'
import { itemsOf, type SharingConsent, type SharingDossier } from './items.ts'
import { StopMyConsent } from './sharing.graphql.ts'
import { sharingTexts } from './sharing.texts.ts'

/** What is chosen on the page, and not said yes to yet. */
export interface Chosen {
  ticked: boolean
  tick: () => void
  left: readonly string[]
  leave: (item: string) => void
}

/**
 * One group for one school and purpose: its switch, its state in words, and its effect in one sentence. To begin one chooses here and says
 * yes below; to stop is one press, right here, and leaves the rest as it is.
 */
export function GroupRow({
  dossier,
  school,
  group,
  detail,
  consents,
  isOpen,
  chosen,
  onSaid,
}: {
  dossier: SharingDossier
  school: { name: string }
  group: FieldGroup
  detail: Detail
  /** Every consent that gives it now; none where it is not shared. */
  consents: readonly SharingConsent[]
  /** Whether the hub lets the school read it, as it decides at this moment. */
  isOpen: boolean
  chosen: Chosen
  onSaid: (words: string) => void
}) {
  const t = useTexts(sharingTexts)
  const g = useTexts(myGroups)
  const w = useTexts(words)
  const { day, date } = useDates()
  const id = useId()
  const stop = useAct(StopMyConsent)
  const isShared = consents.length > 0
  const items = itemsOf(dossier, group, w, date)
  const last = [...consents].sort((a, b) => (b.grantedAt ?? '').localeCompare(a.grantedAt ?? ''))[0]
  const ends = last?.expiresAt ?? null
  // What is shared and not seen now has no effect to tell: neither what they see, nor when that ends.
  const ticks = detail === 'TICK' ? t.seesTicks[group] : undefined
  const what = ticks ?? t.sees[group]
  const effect = !isShared ? t.willSee(what) : isOpen ? t.nowSee(what) : null
  const [kind, state] = !isShared
    ? chosen.ticked
      ? (['waiting', t.chosen] as const)
      : (['neutral', t.notShared] as const)
    : dossier.paused
      ? (['waiting', t.pausedTag] as const)
      : isOpen
        ? (['good', t.sharedTag] as const)
        : (['neutral', t.closedHere] as const)

  async function all(what: { groups: FieldGroup[] } | { items: string[] }, said: string): Promise<void> {
    for (const consent of consents) if (!(await stop.act({ input: { id: consent.id, ...what } }))) return
    onSaid(said)
  }
  const stopAll = () => {
    // What was chosen before another yes shared it does not come back as a choice.
    if (chosen.ticked) chosen.tick()
    void all({ groups: [group] }, t.stopped(school.name))
  }
  return (
    <li className="shared">
      <div className="shared__what tick tick--switch">
        <input
          id={id}
          type="checkbox"
          role="switch"
          checked={isShared || chosen.ticked}
          aria-checked={isShared || chosen.ticked}
          aria-describedby={`${id}-state`}
          onChange={() => (isShared ? !stop.busy && stopAll() : chosen.tick())}
        />
        <label htmlFor={id}>
          <strong>{g[group]}</strong>
        </label>
        <p id={`${id}-state`}>
          <Tag kind={kind}>{state}</Tag>{' '}
          {effect !== null && (
            <span className="soft">
              {effect} {ticks !== undefined && t.ticks} {ends !== null && t.until(day(ends))}
            </span>
          )}
        </p>
        <div className="tick__under">
          {isShared && !dossier.paused && !isOpen && <Text>{t.closedHereText(school.name)}</Text>}
          {isShared && items.length > 0 && (
            <Fold title={t.leaveOutTitle}>
              <ul className="plain">
                {items.map(({ id: item, name }) => (
                  <li key={item}>
                    {last?.leftOut.includes(item) ? (
                      <>
                        {name} <Tag>{t.leftOut}</Tag>
                      </>
                    ) : (
                      <Button
                        look="subtle"
                        negative
                        busy={stop.busy}
                        onClick={() => void all({ items: [item] }, t.itemGone(name, school.name))}
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
          {!isShared && chosen.ticked && items.length > 0 && (
            <fieldset className="choices">
              <legend>{t.mayLeaveOut}</legend>
              {items.map(({ id: item, name }) => (
                <Check
                  key={item}
                  label={t.leaveOut(name)}
                  checked={chosen.left.includes(item)}
                  onChange={() => chosen.leave(item)}
                />
              ))}
            </fieldset>
          )}
          <FailureNote failure={stop.failure} />
        </div>
      </div>
      {isShared && (
        <Button negative busy={stop.busy} aria-label={t.stopOf(g[group], school.name)} onClick={stopAll}>
          {t.stop}
        </Button>
      )}
    </li>
  )
}
