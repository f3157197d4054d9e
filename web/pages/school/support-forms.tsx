import { useState } from 'react'
import type { Accommodation, DiscussPreference, SupportArea, SupportLevel } from '../../graphql/schema.ts'
import { useAct } from '../../parts/ask.ts'
import { Facts, Text } from '../../parts/basics.tsx'
import type { Dossier } from '../../parts/dossier/types.ts'
import { useDraft } from '../../parts/draft.ts'
import { Choices, Select, TextArea } from '../../parts/fields.tsx'
import { Form, Sure } from '../../parts/form.tsx'
import { FailureNote } from '../../parts/looks.tsx'
import { useTexts } from '../../parts/texts.tsx'
import { common } from '../../texts/common.ts'
import { words } from '../../texts/words.ts'
import { Opening } from './opening.tsx'
import { RemoveSupportNeed, SaveSupportNeed, SaveSupportProfile } from './pupil-acts.graphql.ts'
import { writingTexts } from './writing.texts.ts'

type Accommodations = NonNullable<Dossier['accommodations']>
type Need = Accommodations['needs'][number]

const SUPPORT_LEVELS = ['LIGHT', 'MEDIUM', 'INTENSIVE'] as const satisfies readonly SupportLevel[]

/** What the mentor and the care coordinator write about support: each need, and the profile around them. */
export function SupportForms({ dossierId, value }: { dossierId: string; value: Dossier['accommodations'] }) {
  const needs = value?.needs ?? []
  return (
    <div className="screen-only">
      {needs.map((need) => (
        <NeedForm key={need.id} dossierId={dossierId} need={need} taken={needs} />
      ))}
      <NeedForm dossierId={dossierId} taken={needs} />
      <ProfileForm dossierId={dossierId} value={value} />
    </div>
  )
}

function NeedForm({ dossierId, need, taken }: { dossierId: string; need?: Need; taken: readonly Need[] }) {
  const t = useTexts(writingTexts)
  const c = useTexts(common)
  const w = useTexts(words)
  const draft = useDraft(`school-need:${need?.id ?? dossierId}`, {
    area: need?.area ?? ('' as SupportArea | ''),
    level: need?.level ?? ('' as SupportLevel | ''),
    helps: need?.accommodations ?? ([] as Accommodation[]),
  })
  const save = useAct(SaveSupportNeed)
  const remove = useAct(RemoveSupportNeed)
  const [tried, setTried] = useState(false)
  const { value, set } = draft
  const failure = tried && value.area === '' ? { code: 'INVALID', message: t.noArea, field: 'area' } : save.failure
  // An area stands in a dossier once; NONE stands alone.
  const areas = (Object.keys(w.area) as SupportArea[]).filter(
    (area) =>
      area === need?.area || (!taken.some((each) => each.area === area) && (area !== 'NONE' || taken.length === 0)),
  )
  return (
    <Opening label={need ? t.changeNeed(w.area[need.area]) : t.addNeed} dirty={draft.dirty}>
      {(close) => (
        <Form
          draft={draft}
          act={{ ...save, failure }}
          onCancel={close}
          show={({ area, level, helps }) => (
            <Facts
              rows={[
                [t.area, area && w.area[area]],
                [t.level, level && w.supportLevel[level]],
                [t.helps, helps.map((each) => w.accommodation[each]).join(', ')],
              ]}
            />
          )}
          onSave={async ({ area, level, helps }) => {
            setTried(area === '')
            if (area === '') return false
            const done = await save.act({
              input: { dossierId, area, level: level || null, accommodations: helps, ...(need ? { id: need.id } : {}) },
            })
            if (done) close()
            return done !== undefined
          }}
        >
          <Text soft>{t.voids}</Text>
          <Select
            label={t.area}
            name="area"
            failure={failure}
            value={value.area}
            empty={c.choose}
            options={areas.map((each) => [each, w.area[each]] as const)}
            onChange={(area) => set({ ...value, area })}
          />
          <Select
            label={t.level}
            optional
            value={value.level}
            empty={c.choose}
            options={SUPPORT_LEVELS.map((each) => [each, w.supportLevel[each]] as const)}
            onChange={(level) => set({ ...value, level })}
          />
          <Choices
            many
            legend={t.helps}
            options={(Object.keys(w.accommodation) as Accommodation[]).map((each) => [each, w.accommodation[each]])}
            chosen={value.helps}
            onChange={(helps) => set({ ...value, helps })}
          />
          {need && (
            <>
              <FailureNote failure={remove.failure} />
              <Sure
                label={t.removeNeed(w.area[need.area])}
                title={t.removeNeedTitle}
                text={t.removeNeedText}
                yes={c.remove}
                busy={remove.busy}
                onYes={() => {
                  draft.discard()
                  void remove.act({ input: { id: need.id } })
                }}
              />
            </>
          )}
        </Form>
      )}
    </Opening>
  )
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

function ProfileForm({ dossierId, value: saved }: { dossierId: string; value: Dossier['accommodations'] }) {
  const t = useTexts(writingTexts)
  const c = useTexts(common)
  const w = useTexts(words)
  const draft = useDraft(`profile:${dossierId}`, {
    strengths: (saved?.strengths ?? []).join('\n'),
    current: (saved?.currentSupport ?? []).join('\n'),
    discuss: saved?.howToDiscuss ?? ('' as DiscussPreference | ''),
  })
  const save = useAct(SaveSupportProfile)
  const { value, set } = draft
  return (
    <Opening label={t.profile} dirty={draft.dirty}>
      {(close) => (
        <Form
          draft={draft}
          act={save}
          onCancel={close}
          show={({ strengths, current, discuss }) => (
            <Facts
              rows={[
                [t.strengths, strengths],
                [t.current, current],
                [t.discuss, discuss && w.discuss[discuss]],
              ]}
            />
          )}
          onSave={async ({ strengths, current, discuss }) => {
            const done = await save.act({
              input: {
                dossierId,
                strengths: linesOf(strengths),
                currentSupport: linesOf(current),
                howToDiscuss: discuss || null,
              },
            })
            if (done) close()
            return done !== undefined
          }}
        >
          <Text soft>{t.voids}</Text>
          <TextArea
            label={t.strengths}
            hint={t.linesHint}
            optional
            name="strengths"
            failure={save.failure}
            value={value.strengths}
            onChange={(strengths) => set({ ...value, strengths })}
          />
          <TextArea
            label={t.current}
            hint={t.linesHint}
            optional
            name="currentSupport"
            failure={save.failure}
            value={value.current}
            onChange={(current) => set({ ...value, current })}
          />
          <Select
            label={t.discuss}
            optional
            value={value.discuss}
            empty={c.choose}
            options={(Object.keys(w.discuss) as DiscussPreference[]).map((each) => [each, w.discuss[each]] as const)}
            onChange={(discuss) => set({ ...value, discuss })}
          />
        </Form>
      )}
    </Opening>
  )
}
