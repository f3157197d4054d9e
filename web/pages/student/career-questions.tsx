import type { CareerCompetence } from '../../graphql/schema.ts'
import { useAct } from '../../parts/ask.ts'
import { Actions, Button, Card, Facts, Heading, Tag, Text } from '../../parts/basics.tsx'
import { hasDraft, useDraft } from '../../parts/draft.ts'
import { Choices, TextArea } from '../../parts/fields.tsx'
import { Form, SavedLine } from '../../parts/form.tsx'
import { useTexts } from '../../parts/texts.tsx'
import { common } from '../../texts/common.ts'
import { words } from '../../texts/words.ts'
import { RemoveMyReflection, SaveMyReflection } from './career.graphql.ts'
import { career } from './career.texts.ts'
import type { CareerDossier } from './career.tsx'
import { Comments } from './parts/comments.tsx'
import { useEditing } from '../../parts/editing.ts'
import { UndoNote, useLeftOut, useUndo } from './parts/undo.tsx'
import { undoTexts } from './parts/undo.texts.ts'

type Reflection = NonNullable<CareerDossier['careerFile']>['reflections'][number]
type Mark = '1' | '2' | '3' | '4' | '0'

const COMPETENCIES: readonly CareerCompetence[] = [
  'QUALITIES',
  'MOTIVES',
  'WORK_EXPLORATION',
  'CAREER_DIRECTION',
  'NETWORKING',
]
const MARKS: readonly Mark[] = ['1', '2', '3', '4', '0']
const markOf = (level: number | null): Mark => MARKS.find((mark) => mark === String(level)) ?? '0'

/** The five career competencies, asked as questions. */
export function Questions({ dossier }: { dossier: CareerDossier }) {
  const t = useTexts(career)
  const w = useTexts(words)
  const save = useAct(SaveMyReflection)
  const remove = useAct(RemoveMyReflection)
  const undo = useUndo()
  const leftOut = useLeftOut()
  return (
    <>
      <UndoNote undo={undo} busy={save.busy} failure={remove.failure ?? save.failure} />
      <ul className="plain">
        {COMPETENCIES.map((competence) => (
          <Question
            key={competence}
            dossier={dossier}
            competence={competence}
            busy={remove.busy}
            onRemove={async ({ id, text, level }) => {
              const leftOutFor = leftOut(id)
              if (!(await remove.act({ input: { id } }))) return
              undo.remove({
                what: w.competenceQuestion[competence],
                loses: t.commentsGone,
                leftOutFor,
                restore: async () =>
                  (await save.act({ input: { dossierId: dossier.id, competence, text, level } })) !== undefined,
              })
            }}
          />
        ))}
      </ul>
    </>
  )
}

function Question({
  dossier,
  competence,
  busy,
  onRemove,
}: {
  dossier: CareerDossier
  competence: CareerCompetence
  busy: boolean
  onRemove: (reflection: Reflection) => Promise<void>
}) {
  const t = useTexts(career)
  const c = useTexts(common)
  const u = useTexts(undoTexts)
  const w = useTexts(words)
  const save = useAct(SaveMyReflection)
  const name = `reflection:${dossier.id}:${competence}`
  const reflection = dossier.careerFile?.reflections.find((one) => one.competence === competence)
  const draft = useDraft<{ text: string; mark: Mark }>(name, {
    text: reflection?.text ?? '',
    mark: markOf(reflection?.level ?? null),
  })
  const { value, set } = draft
  const [open, setOpen, place] = useEditing(hasDraft(name))
  const question = w.competenceQuestion[competence]
  return (
    <Card as="li">
      <Heading level={3}>{question}</Heading>
      <Text soft>{w.competence[competence]}</Text>
      <div ref={place}>
        {open ? (
          <Form
            draft={draft}
            act={save}
            show={(one) => (
              <Facts
                rows={[
                  [t.text, one.text || c.none],
                  [t.mark, t.marks[one.mark]],
                ]}
              />
            )}
            onSave={async ({ text, mark }) => {
              const level = mark === '0' ? null : Number(mark)
              const done = await save.act({ input: { dossierId: dossier.id, competence, text, level } })
              if (done) setOpen(false)
              return done !== undefined
            }}
            onCancel={() => setOpen(false)}
          >
            <TextArea
              label={t.text}
              hint={question}
              name="text"
              failure={save.failure}
              value={value.text}
              onChange={(text) => set({ ...value, text })}
              maxLength={3000}
            />
            <Choices
              legend={t.mark}
              options={MARKS.map((mark) => [mark, t.marks[mark]] as const)}
              chosen={[value.mark]}
              onChange={([mark]) => mark && set({ ...value, mark })}
            />
          </Form>
        ) : (
          <>
            {reflection ? (
              <>
                {reflection.level !== null && <Tag>{t.marks[markOf(reflection.level)]}</Tag>}
                <p className="own-words">{reflection.text}</p>
              </>
            ) : (
              <Text soft>{t.noAnswer}</Text>
            )}
            <Actions>
              <Button onClick={() => setOpen(true)} aria-label={`${reflection ? c.change : t.answer}: ${question}`}>
                {reflection ? c.change : t.answer}
              </Button>
              {reflection && (
                <Button
                  look="subtle"
                  negative
                  busy={busy}
                  onClick={() => void onRemove(reflection)}
                  aria-label={u.remove(question)}
                >
                  {c.remove}
                </Button>
              )}
              <SavedLine act={save} dirty={false} />
            </Actions>
          </>
        )}
      </div>
      {reflection && !open && (
        <Comments
          dossierId={dossier.id}
          part="CAREER_FILE"
          itemId={reflection.id}
          about={question}
          comments={dossier.careerFile?.comments ?? []}
        />
      )}
    </Card>
  )
}
