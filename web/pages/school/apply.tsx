import { useState } from 'react'
import { useAct } from '../../parts/ask.ts'
import { Text } from '../../parts/basics.tsx'
import { useDraft } from '../../parts/draft.ts'
import { Select, TextField } from '../../parts/fields.tsx'
import { Form } from '../../parts/form.tsx'
import { Note } from '../../parts/looks.tsx'
import { nextStartYear, startYears } from '../../parts/start-year.ts'
import { useTexts } from '../../parts/texts.tsx'
import { Opening } from './opening.tsx'
import { RegisterApplication } from './pupil-acts.graphql.ts'
import { pupilTexts } from './pupil.texts.ts'

/** The mentor tells of an application that was made elsewhere. */
export function ApplyForm({ dossierId }: { dossierId: string }) {
  const t = useTexts(pupilTexts)
  const [now] = useState(() => new Date())
  const draft = useDraft(`apply:${dossierId}`, { institution: '', crebo: '', startYear: String(nextStartYear(now)) })
  const register = useAct(RegisterApplication)
  const { value, set } = draft
  const { failure } = register
  return (
    <div className="screen-only">
      {register.doneAt && !draft.dirty && (
        <Note kind="good" live>
          {t.applied}
        </Note>
      )}
      <Opening label={t.apply} dirty={draft.dirty}>
        {(close) => (
          <Form
            draft={draft}
            act={register}
            label={t.applySave}
            onCancel={close}
            show={({ institution, crebo, startYear }) => `${institution} ${crebo} ${startYear}`}
            onSave={async ({ institution, crebo, startYear }) => {
              const done = await register.act({
                input: {
                  dossierId,
                  institution: institution.trim().toUpperCase(),
                  crebo: crebo.trim(),
                  startYear: Number(startYear),
                },
              })
              if (done) close()
              return done !== undefined
            }}
          >
            <Text soft>{t.applyText}</Text>
            <TextField
              label={t.institution}
              hint={t.institutionHint}
              name="institution"
              failure={failure}
              value={value.institution}
              onChange={(institution) => set({ ...value, institution })}
            />
            <TextField
              label={t.crebo}
              hint={t.creboHint}
              name="crebo"
              failure={failure}
              value={value.crebo}
              onChange={(crebo) => set({ ...value, crebo })}
            />
            <Select
              label={t.startYear}
              name="startYear"
              failure={failure}
              value={value.startYear}
              options={startYears(now).map((year) => [year, year] as const)}
              onChange={(startYear) => set({ ...value, startYear })}
            />
          </Form>
        )}
      </Opening>
    </div>
  )
}
