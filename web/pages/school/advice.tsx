import { useState } from 'react'
import { useAct } from '../../parts/ask.ts'
import { Text } from '../../parts/basics.tsx'
import { Prose } from '../../parts/dossier/pieces.tsx'
import type { Dossier } from '../../parts/dossier/types.ts'
import { useDraft } from '../../parts/draft.ts'
import { TextArea } from '../../parts/fields.tsx'
import { Form, Sure } from '../../parts/form.tsx'
import { FailureNote } from '../../parts/looks.tsx'
import { useTexts } from '../../parts/texts.tsx'
import { Opening } from './opening.tsx'
import { RemoveStudyAdvice, WriteStudyAdvice } from './pupil-acts.graphql.ts'
import { writingTexts } from './writing.texts.ts'

type Advice = NonNullable<Dossier['studyAdvice']>[number]

/** New advice, or a new version of one. */
export function AdviceForm({ dossierId, advice }: { dossierId: string; advice?: Advice }) {
  const t = useTexts(writingTexts)
  const draft = useDraft(`advice:${advice?.id ?? dossierId}`, advice?.text ?? '')
  const write = useAct(WriteStudyAdvice)
  // The version that the writer has seen: while two texts stand beside each other it is still the one from before.
  const version = advice?.version ?? 0
  const [read, setRead] = useState(draft.conflict === null ? version : version - 1)
  if (draft.conflict === null && read !== version) setRead(version)
  return (
    <Opening label={advice ? t.newVersion : t.writeAdvice} dirty={draft.dirty}>
      {(close) => (
        <Form
          draft={draft}
          act={write}
          label={t.adviceSave}
          onCancel={close}
          show={(text) => <Prose>{text}</Prose>}
          onSave={async (text) => {
            const done = await write.act({
              input: { dossierId, text, ...(advice ? { id: advice.id, expectedVersion: read } : {}) },
            })
            if (done) close()
            return done !== undefined
          }}
        >
          <Text soft>{advice ? t.newVersionText : t.adviceText}</Text>
          <TextArea
            label={t.advice}
            rows={8}
            maxLength={4000}
            name="text"
            failure={write.failure}
            value={draft.value}
            onChange={draft.set}
          />
        </Form>
      )}
    </Opening>
  )
}

/** What may be done with one advice. */
export function AdviceActions({ dossierId, advice }: { dossierId: string; advice: Advice }) {
  const t = useTexts(writingTexts)
  const remove = useAct(RemoveStudyAdvice)
  return (
    <div className="screen-only">
      <AdviceForm dossierId={dossierId} advice={advice} />
      <FailureNote failure={remove.failure} />
      <Sure
        label={t.removeAdvice}
        title={t.removeAdviceTitle}
        text={t.removeAdviceText}
        yes={t.removeAdviceYes}
        busy={remove.busy}
        onYes={() => void remove.act({ input: { id: advice.id } })}
      />
    </div>
  )
}
