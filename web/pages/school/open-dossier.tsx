import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { SchoolLevel } from '../../graphql/schema.ts'
import { useAct } from '../../parts/ask.ts'
import { Actions, Button, Heading, Text } from '../../parts/basics.tsx'
import { Select, TextField } from '../../parts/fields.tsx'
import { FailureNote } from '../../parts/looks.tsx'
import { fieldsOf, useDraft } from '../../parts/draft.ts'
import { nextStartYear, startYears } from '../../parts/start-year.ts'
import { useTexts } from '../../parts/texts.tsx'
import { common } from '../../texts/common.ts'
import { sharingWords } from '../../texts/sharing-words.ts'
import { LEVELS } from '../../texts/orders.ts'
import { Opening } from './opening.tsx'
import { OpenDossier } from './open-dossier.graphql.ts'
import { pupilsTexts } from './pupils.texts.ts'

const EMPTY = { name: '', birthDate: '', level: '' as SchoolLevel | '', startYear: '' }

/** Opens a dossier for a pupil, and goes to it. */
export function OpenDossierForm() {
  const t = useTexts(pupilsTexts)
  const c = useTexts(common)
  const w = useTexts(sharingWords)
  const navigate = useNavigate()
  const draft = useDraft('open-dossier', EMPTY)
  const { act, busy, failure } = useAct(OpenDossier)
  const { value, set } = draft
  const field = fieldsOf(draft, failure)
  const [now] = useState(() => new Date())
  const send = async () => {
    const { name, birthDate, level, startYear } = value
    const done = await act({
      input: {
        name,
        birthDate,
        startYear: Number(startYear) || nextStartYear(now),
        ...(level === '' ? {} : { schoolLevel: level }),
      },
    })
    if (!done) return
    draft.saved()
    await navigate({ to: '/leerlingen/$dossier', params: { dossier: done.openDossier.id } })
  }
  return (
    <Opening label={t.open} dirty={draft.dirty} look="primary">
      {(close) => (
        <section className="group" aria-labelledby="open-dossier">
          <Heading level={2} id="open-dossier">
            {t.openTitle}
          </Heading>
          <Text soft>{t.openText}</Text>
          <form
            className="form"
            noValidate
            onSubmit={(event) => {
              event.preventDefault()
              if (!busy) void send()
            }}
          >
            <TextField label={t.pupilName} hint={t.pupilNameHint} maxLength={120} {...field('name')} />
            <TextField label={t.birthDate} type="date" {...field('birthDate')} />
            <Select
              label={t.level}
              optional
              value={value.level}
              empty={c.choose}
              options={LEVELS.map((each) => [each, w.schoolLevel[each]] as const)}
              onChange={(level) => set({ ...value, level })}
            />
            <Select
              label={t.startYear}
              name="startYear"
              failure={failure}
              value={value.startYear || String(nextStartYear(now))}
              options={startYears(now).map((year) => [year, year] as const)}
              onChange={(startYear) => set({ ...value, startYear })}
            />
            <FailureNote failure={failure} />
            <Actions>
              <Button type="submit" look="primary" busy={busy}>
                {t.openIt}
              </Button>
              <Button
                look="subtle"
                onClick={() => {
                  draft.discard()
                  close()
                }}
              >
                {c.cancel}
              </Button>
            </Actions>
          </form>
        </section>
      )}
    </Opening>
  )
}
