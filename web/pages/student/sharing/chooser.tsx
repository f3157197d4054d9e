import { useState } from 'react'
import type { Detail, FieldGroup, Purpose } from '../../../graphql/schema.ts'
import { useAct, useAsk } from '../../../parts/ask.ts'
import { Actions, Button, Text } from '../../../parts/basics.tsx'
import { useDates } from '../../../parts/dates.ts'
import { Check } from '../../../parts/fields.tsx'
import { FailureNote } from '../../../parts/looks.tsx'
import { useLanguage, useTexts } from '../../../parts/texts.tsx'
import { words } from '../../../texts/words.ts'
import { itemsOf, type SharingDossier } from './items.ts'
import { GiveMyConsent, SharingWords } from './sharing.graphql.ts'
import { sharingTexts } from './sharing.texts.ts'
import { myGroups } from '../parts/my-groups.ts'

export interface Choice {
  group: FieldGroup
  detail: Detail
}

/** Groups to choose from, none of them ticked; the words that will be kept; and one button. */
export function Chooser({
  dossier,
  school,
  purpose,
  choices,
  onGiven,
}: {
  dossier: SharingDossier
  school: { brin: string; name: string }
  purpose: Purpose
  choices: readonly Choice[]
  /** Whether it is open at once, or waits for another's yes. */
  onGiven: (isOpen: boolean) => void
}) {
  const t = useTexts(sharingTexts)
  const g = useTexts(myGroups)
  const w = useTexts(words)
  const { language } = useLanguage()
  const { date } = useDates()
  const [ticked, setTicked] = useState<readonly FieldGroup[]>([])
  const [left, setLeft] = useState<readonly string[]>([])
  const give = useAct(GiveMyConsent)
  const groups = choices.flatMap(({ group }) => (ticked.includes(group) ? [group] : []))
  const out = groups.flatMap((group) =>
    itemsOf(dossier, group, w, date).flatMap(({ id }) => (left.includes(id) ? [id] : [])),
  )
  const asked = { institution: school.brin, purpose, groups, leftOut: [...new Set(out)] }
  const said = useAsk(SharingWords, { id: dossier.id, ...asked }, { pause: groups.length === 0 })
  const shown = groups.length > 0 ? said.data?.dossier?.sharingWords : undefined
  const toggle = <Value,>(list: readonly Value[], value: Value): Value[] =>
    list.includes(value) ? list.filter((each) => each !== value) : [...list, value]

  return (
    <fieldset className="choices">
      <legend>{t.choose}</legend>
      <Text soft>{t.chooseHint}</Text>
      {choices.map(({ group, detail }) => {
        const items = itemsOf(dossier, group, w, date)
        return (
          <div key={group}>
            <Check
              label={<strong>{g[group]}</strong>}
              hint={`${t.sees[group]}${detail === 'TICK' ? ` ${t.ticks}` : ''}`}
              checked={ticked.includes(group)}
              onChange={() => setTicked(toggle(ticked, group))}
            />
            {ticked.includes(group) && items.length > 0 && (
              <fieldset className="choices choices--under">
                <legend>{t.mayLeaveOut}</legend>
                {items.map(({ id, name }) => (
                  <Check
                    key={id}
                    label={t.leaveOut(name)}
                    checked={left.includes(id)}
                    onChange={() => setLeft(toggle(left, id))}
                  />
                ))}
              </fieldset>
            )}
          </div>
        )
      })}
      <FailureNote failure={give.failure ?? said.failure} again={said.again} />
      <p className="said" aria-live="polite" lang={language}>
        {groups.length === 0 ? t.nothingChosen : (shown ?? '')}
      </p>
      {groups.length > 0 && (
        <Actions>
          <Button
            look="primary"
            busy={give.busy || shown == null}
            onClick={() =>
              void give.act({ input: { dossierId: dossier.id, ...asked, shown: shown ?? null } }).then((done) => {
                if (!done) return
                setTicked([])
                setLeft([])
                onGiven(done.giveConsent.state === 'GRANTED')
              })
            }
          >
            {t.yes}
          </Button>
        </Actions>
      )}
    </fieldset>
  )
}
