import { useId } from 'react'
import type { Detail, FieldGroup, Purpose } from '../../../graphql/schema.ts'
import { useAct, useAsk } from '../../../parts/ask.ts'
import { Actions, Button, Text } from '../../../parts/basics.tsx'
import { useDates } from '../../../parts/dates.ts'
import { useDraft } from '../../../parts/draft.ts'
import { FailureNote } from '../../../parts/looks.tsx'
import { useLanguage, useTexts } from '../../../parts/texts.tsx'
import { SHAREABLE_GROUPS } from '../../../texts/orders.ts'
import { words } from '../../../texts/words.ts'
import { GroupRow } from './group-row.tsx'
import { itemsOf, type SharingConsent, type SharingDossier } from './items.ts'
import { GiveMyConsent, SharingWords } from './sharing.graphql.ts'
import { sharingTexts } from './sharing.texts.ts'

export interface Choice {
  group: FieldGroup
  detail: Detail
}

/** The name of the draft in which it is kept what was chosen: for a question of a school, or for one of its purposes. */
export const choiceName = (dossier: string, of: string): string => `sharing:${dossier}:${of}`

const NOTHING = { ticked: [], left: [] }

/**
 * A switch for each group that is shared or can be, each in its place whatever its state; none is on before somebody says yes. Then the
 * words that will be kept, and one button for all that was chosen. What was chosen outlives a reload, as all that is not saved yet.
 */
export function Chooser({
  dossier,
  school,
  purpose,
  choices,
  agreed = choices,
  request,
  shared = [],
  open = [],
  onSaid,
  onGiven,
}: {
  dossier: SharingDossier
  school: { brin: string; name: string }
  purpose: Purpose
  /** What can be chosen. */
  choices: readonly Choice[]
  /** What the region agreed on, of what is shared too. */
  agreed?: readonly Choice[]
  /** The question of the school to which this is the answer. */
  request?: string
  /** The consents that give something now. */
  shared?: readonly SharingConsent[]
  /** The groups that the school really reads now. */
  open?: readonly FieldGroup[]
  onSaid: (words: string) => void
  /** Whether it is open at once, or waits for another's yes. */
  onGiven: (isOpen: boolean) => void
}) {
  const t = useTexts(sharingTexts)
  const w = useTexts(words)
  const { language } = useLanguage()
  const { date } = useDates()
  const id = useId()
  const chosen = useDraft<{ ticked: readonly FieldGroup[]; left: readonly string[] }>(
    choiceName(dossier.id, request ?? `${school.brin}:${purpose}`),
    NOTHING,
  )
  const { ticked, left } = chosen.value
  const give = useAct(GiveMyConsent)
  const groups = choices.flatMap(({ group }) => (ticked.includes(group) ? [group] : []))
  const out = groups.flatMap((group) =>
    itemsOf(dossier, group, w, date).flatMap((item) => (left.includes(item.id) ? [item.id] : [])),
  )
  const asked = { institution: school.brin, purpose, groups, leftOut: [...new Set(out)] }
  const said = useAsk(SharingWords, { id: dossier.id, ...asked }, { pause: groups.length === 0 })
  const shown = groups.length > 0 ? said.data?.dossier?.sharingWords : undefined
  const toggle = <Value,>(list: readonly Value[], value: Value): Value[] =>
    list.includes(value) ? list.filter((each) => each !== value) : [...list, value]
  const rows = SHAREABLE_GROUPS.flatMap((group) => {
    const consents = shared.filter((consent) => consent.groups.includes(group))
    const isThere = consents.length > 0 || choices.some((each) => each.group === group)
    const detail = agreed.find((each) => each.group === group)?.detail ?? 'TICK_AND_ADVICE'
    return isThere ? [{ group, consents, detail }] : []
  })
  return (
    <div role="group" aria-labelledby={choices.length > 0 ? id : undefined}>
      {choices.length > 0 && (
        <>
          <p id={id}>
            <strong>{t.choose}</strong>
          </p>
          <Text soft>
            {t.chooseHint} {shared.length > 0 && t.offHint}
          </Text>
        </>
      )}
      <ul className="plain">
        {rows.map(({ group, consents, detail }) => (
          <GroupRow
            key={group}
            dossier={dossier}
            school={school}
            group={group}
            detail={detail}
            consents={consents}
            isOpen={open.includes(group)}
            chosen={{
              ticked: ticked.includes(group),
              tick: () => chosen.set({ ticked: toggle(ticked, group), left }),
              left,
              leave: (item) => chosen.set({ ticked, left: toggle(left, item) }),
            }}
            onSaid={onSaid}
          />
        ))}
      </ul>
      <FailureNote failure={give.failure ?? said.failure} again={said.again} />
      {choices.length > 0 && (
        // Always there, so that words that come are read out; it looks like words only while there are any.
        <div className={shown == null ? undefined : 'said'} aria-live="polite" lang={language}>
          {shown}
        </div>
      )}
      {groups.length > 0 && (
        <Actions>
          <Button
            look="primary"
            busy={give.busy || shown == null}
            onClick={() =>
              void give.act({ input: { dossierId: dossier.id, ...asked, shown: shown ?? null } }).then((done) => {
                if (!done) return
                chosen.discard()
                onGiven(done.giveConsent.state === 'GRANTED')
              })
            }
          >
            {t.yes}
          </Button>
        </Actions>
      )}
    </div>
  )
}
