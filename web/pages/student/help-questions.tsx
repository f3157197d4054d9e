import { useState } from 'react'
import type { Accommodation, DiscussPreference, SupportArea, SupportLevel } from '../../graphql/schema.ts'
import { useAct } from '../../parts/ask.ts'
import { Actions, Button } from '../../parts/basics.tsx'
import { useDraft } from '../../parts/draft.ts'
import { Choices } from '../../parts/fields.tsx'
import { Form } from '../../parts/form.tsx'
import { FailureNote } from '../../parts/looks.tsx'
import { useTexts } from '../../parts/texts.tsx'
import { common } from '../../texts/common.ts'
import { words } from '../../texts/words.ts'
import { RemoveMySupportNeed, SaveMySupportNeed, SaveMySupportProfile } from './help.graphql.ts'
import { help } from './help.texts.ts'
import type { HelpDossier, Need } from './help.tsx'
import { filledLines, Lines } from './parts/lines.tsx'
import { UndoNote, useLeftOut, useUndo } from './parts/undo.tsx'

/** Each option of a list of words, in its order. */
const optionsOf = <Key extends string>(list: Record<Key, string>) => Object.entries(list) as [Key, string][]

/** What is said of a need again when it is put back. */
export const needAgain = ({ area, level, accommodations }: Need) => ({
  area,
  level,
  accommodations: [...accommodations],
})

/** Where help is needed: a tick is saved at once, as each area is a thing of its own. */
export function AreasQuestion({ dossier, next }: { dossier: HelpDossier; next: () => void }) {
  const t = useTexts(help)
  const w = useTexts(words)
  const save = useAct(SaveMySupportNeed)
  const remove = useAct(RemoveMySupportNeed)
  const undo = useUndo()
  const leftOut = useLeftOut()
  const [pending, setPending] = useState<SupportArea | null>(null)
  const [said, setSaid] = useState('')
  const needs = dossier.accommodations?.needs ?? []
  const ticked = [...new Set(needs.map(({ area }) => area))]
  const shown =
    pending === null
      ? ticked
      : ticked.includes(pending)
        ? ticked.filter((one) => one !== pending)
        : [...ticked, pending]
  const toggle = async (area: SupportArea) => {
    if (pending !== null) return
    setPending(area)
    setSaid('')
    save.clear()
    remove.clear()
    const present = needs.filter((need) => need.area === area)
    if (present.length === 0) {
      if (await save.act({ input: { dossierId: dossier.id, area } })) setSaid(t.saved(w.area[area]))
    } else {
      const left = present.flatMap(({ id }) => leftOut(id))
      let done = true
      for (const { id } of present) done &&= (await remove.act({ input: { id } })) !== undefined
      if (done)
        undo.remove({
          what: w.area[area],
          leftOutFor: left,
          restore: async () => {
            for (const need of present)
              if (!(await save.act({ input: { dossierId: dossier.id, ...needAgain(need) } }))) return false
            return true
          },
        })
    }
    setPending(null)
  }
  return (
    <>
      <UndoNote undo={undo} busy={save.busy || remove.busy} failure={null} />
      <Choices
        legend={<span className="hidden">{t.areas}</span>}
        hint={t.areasHint}
        many
        options={optionsOf(w.area)}
        chosen={shown}
        onChange={(chosen) => {
          const area = [...chosen, ...shown].find((one) => chosen.includes(one) !== shown.includes(one))
          if (area) void toggle(area)
        }}
      />
      <FailureNote failure={save.failure ?? remove.failure} />
      <p className="soft saved" role="status">
        {pending === null ? said : t.saving(w.area[pending])}
      </p>
      <Actions>
        <Button look="primary" busy={pending !== null} onClick={next}>
          {t.goOn}
        </Button>
      </Actions>
    </>
  )
}

/** One area: how much, and what helps. */
export function AreaQuestion({ dossierId, need, next }: { dossierId: string; need: Need; next: () => void }) {
  const t = useTexts(help)
  const c = useTexts(common)
  const w = useTexts(words)
  const save = useAct(SaveMySupportNeed)
  const draft = useDraft<{ level: SupportLevel | null; accommodations: Accommodation[] }>(`my-need:${need.id}`, {
    level: need.level,
    accommodations: [...need.accommodations],
  })
  const { value, set } = draft
  const levels: [SupportLevel | 'UNKNOWN', string][] = [...optionsOf(w.supportLevel), ['UNKNOWN', t.levelUnknown]]
  return (
    <Form
      draft={draft}
      act={save}
      label={t.next}
      show={({ level, accommodations }) => (
        <ul>
          <li>{level === null ? t.levelUnknown : w.supportLevel[level]}</li>
          {accommodations.length === 0 && <li>{c.none}</li>}
          {accommodations.map((one) => (
            <li key={one}>{w.accommodation[one]}</li>
          ))}
        </ul>
      )}
      onSave={async (one) => {
        const done = await save.act({ input: { dossierId, id: need.id, area: need.area, ...one } })
        if (done) next()
        return done !== undefined
      }}
    >
      <Choices
        legend={t.level}
        options={levels}
        chosen={[value.level ?? 'UNKNOWN']}
        onChange={([level]) => set({ ...value, level: level === undefined || level === 'UNKNOWN' ? null : level })}
      />
      <Choices
        legend={t.helps}
        hint={t.helpsHint}
        many
        options={optionsOf(w.accommodation)}
        chosen={value.accommodations}
        onChange={(accommodations) => set({ ...value, accommodations })}
      />
    </Form>
  )
}

/** The three parts of the profile are saved together: what this question is not about stays as it is saved now. */
const profileOf = ({ id, accommodations }: HelpDossier) => ({
  dossierId: id,
  strengths: [...(accommodations?.strengths ?? [])],
  currentSupport: [...(accommodations?.currentSupport ?? [])],
  howToDiscuss: accommodations?.howToDiscuss ?? null,
})

/** What goes well, or the help that there is now. */
export function LinesQuestion({
  dossier,
  part,
  saved,
  next,
}: {
  dossier: HelpDossier
  part: 'strengths' | 'currentSupport'
  saved: readonly string[]
  next: () => void
}) {
  const t = useTexts(help)
  const save = useAct(SaveMySupportProfile)
  const draft = useDraft<string[]>(`${part}:${dossier.id}`, [...saved])
  return (
    <Form
      draft={draft}
      act={save}
      label={t.next}
      show={(lines) => (
        <ul>
          {filledLines(lines).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      onSave={async (lines) => {
        const done = await save.act({ input: { ...profileOf(dossier), [part]: filledLines(lines) } })
        if (done) next()
        return done !== undefined
      }}
    >
      <Lines
        label={part === 'strengths' ? t.strengthsTitle : t.nowTitle}
        hint={part === 'strengths' ? t.strengthsHint : t.nowHint}
        value={draft.value}
        onChange={draft.set}
        most={15}
        maxLength={200}
        name={part}
        failure={save.failure}
      />
    </Form>
  )
}

/** How the student wants to talk about it. */
export function TalkQuestion({ dossier, next }: { dossier: HelpDossier; next: () => void }) {
  const t = useTexts(help)
  const save = useAct(SaveMySupportProfile)
  const draft = useDraft<DiscussPreference | 'UNKNOWN'>(
    `how-to-discuss:${dossier.id}`,
    dossier.accommodations?.howToDiscuss ?? 'UNKNOWN',
  )
  return (
    <Form
      draft={draft}
      act={save}
      label={t.next}
      show={(one) => <p>{t.discuss[one]}</p>}
      onSave={async (one) => {
        const howToDiscuss = one === 'UNKNOWN' ? null : one
        const done = await save.act({ input: { ...profileOf(dossier), howToDiscuss } })
        if (done) next()
        return done !== undefined
      }}
    >
      <Choices
        legend={t.talkTitle}
        options={optionsOf<DiscussPreference | 'UNKNOWN'>(t.discuss)}
        chosen={[draft.value]}
        onChange={([one]) => one && draft.set(one)}
      />
    </Form>
  )
}
