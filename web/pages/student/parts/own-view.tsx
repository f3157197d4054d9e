import { useAct } from '../../../parts/ask.ts'
import { Actions, Button, Text } from '../../../parts/basics.tsx'
import { hasDraft, useDraft } from '../../../parts/draft.ts'
import { TextArea } from '../../../parts/fields.tsx'
import { Form, SavedLine } from '../../../parts/form.tsx'
import { texts, useTexts } from '../../../parts/texts.tsx'
import { useEditing } from '../../../parts/editing.ts'
import { WriteOwnView } from './own-view.graphql.ts'

const ownViewTexts = texts(
  {
    label: 'Wat vind jij hiervan?',
    hint: 'Wat jij schrijft, staat altijd naast deze tekst. Wie de tekst leest, leest ook wat jij ervan vindt. Leeg mag ook.',
    title: 'Wat jij ervan vindt',
    none: 'Je hebt hier nog niets over gezegd.',
    write: 'Schrijf wat jij ervan vindt',
    change: 'Wijzig wat jij ervan vindt',
    of: (what: string) => `Het gaat over: ${what}`,
  },
  {
    label: 'What do you think of this?',
    hint: 'What you write always stands beside this text. Who reads the text also reads what you think of it. It may stay empty.',
    title: 'What you think of it',
    none: 'You have not said anything about this yet.',
    write: 'Write what you think of it',
    change: 'Change what you think of it',
    of: (what: string) => `This is about: ${what}`,
  },
)

/** The student's own view (zienswijze) beside a text about them. */
export function OwnView({ id, about, ownView }: { id: string; about: string; ownView: string | null }) {
  const t = useTexts(ownViewTexts)
  const save = useAct(WriteOwnView)
  const name = `own-view:${id}`
  const draft = useDraft(name, ownView ?? '')
  const [open, setOpen, place] = useEditing(hasDraft(name))
  const word = ownView === null ? t.write : t.change
  return (
    <div ref={place}>
      {open ? (
        <Form
          draft={draft}
          act={save}
          show={(text) => <p>{text}</p>}
          onSave={async (text) => {
            const done = await save.act({ input: { id, text: text.trim() === '' ? null : text } })
            if (done) setOpen(false)
            return done !== undefined
          }}
          onCancel={() => setOpen(false)}
        >
          <TextArea
            label={t.label}
            hint={t.hint}
            optional
            name="text"
            failure={save.failure}
            value={draft.value}
            onChange={draft.set}
            maxLength={2000}
          />
        </Form>
      ) : (
        <>
          <p>
            <strong>{t.title}</strong>
          </p>
          {ownView === null ? <Text soft>{t.none}</Text> : <blockquote className="quote">{ownView}</blockquote>}
          <Actions>
            <Button onClick={() => setOpen(true)} aria-label={`${word}. ${t.of(about)}`}>
              {word}
            </Button>
            <SavedLine act={save} dirty={false} />
          </Actions>
        </>
      )}
    </div>
  )
}
