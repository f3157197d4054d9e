import type { CareerPart, Role } from '../../../graphql/schema.ts'
import { useAct } from '../../../parts/ask.ts'
import { Button, Text } from '../../../parts/basics.tsx'
import { useDates } from '../../../parts/dates.ts'
import { hasDraft, useDraft } from '../../../parts/draft.ts'
import { TextArea } from '../../../parts/fields.tsx'
import { Fold, Form } from '../../../parts/form.tsx'
import { FailureNote } from '../../../parts/looks.tsx'
import { texts, useTexts } from '../../../parts/texts.tsx'
import { common } from '../../../texts/common.ts'
import { words } from '../../../texts/words.ts'
import { AddMyComment, RemoveMyComment } from './comments.graphql.ts'

const commentsTexts = texts(
  {
    title: (count: number) => `Opmerkingen van je mentor en jou (${count})`,
    ask: 'Vraag iets aan je mentor',
    askWhole: (about: string) => `Vraag je mentor iets over ${about}`,
    label: 'Jouw opmerking of antwoord',
    hint: 'Alleen je mentor leest dit. Een nieuwe school ziet dit nooit.',
    send: 'Plaats',
    mine: 'jij',
    remove: (text: string) => `Haal weg: ${text}`,
  },
  {
    title: (count: number) => `Comments by your mentor and you (${count})`,
    ask: 'Ask your mentor something',
    askWhole: (about: string) => `Ask your mentor about ${about}`,
    label: 'Your comment or answer',
    hint: 'Only your mentor reads this. A new school never sees it.',
    send: 'Post',
    mine: 'you',
    remove: (text: string) => `Remove: ${text}`,
  },
)

interface Comment {
  id: string
  itemId: string | null
  text: string
  at: string
  author: { name: string; role: Role }
}

/** What mentor and student say to each other about a part of the portfolio, or about one item of it. */
export function Comments({
  dossierId,
  part,
  itemId,
  about,
  comments,
}: {
  dossierId: string
  part: CareerPart
  itemId: string | null
  /** What it is about, in words: of a whole part, as they stand in a sentence. */
  about: string
  comments: readonly Comment[]
}) {
  const t = useTexts(commentsTexts)
  const c = useTexts(common)
  const w = useTexts(words)
  const { moment } = useDates()
  const remove = useAct(RemoveMyComment)
  const here = comments.filter((one) => one.itemId === itemId)
  const name = `comment:${dossierId}:${part}:${itemId ?? ''}`
  const answer = <Answer name={name} dossierId={dossierId} part={part} itemId={itemId} about={about} />
  if (here.length === 0 && !hasDraft(name))
    return <Fold title={itemId === null ? t.askWhole(about) : t.ask}>{answer}</Fold>
  return (
    <div className="comments">
      <p>
        <strong>{t.title(here.length)}</strong>
      </p>
      <ul className="plain">
        {here.map(({ id, text, at, author }) => {
          // Only one student has a part in a dossier: the own words are the student's.
          const isMine = author.role === 'STUDENT'
          return (
            <li key={id}>
              <Text soft>
                {isMine ? t.mine : `${author.name} (${w.role[author.role]})`}, {moment(at)}
              </Text>
              <blockquote className="quote">{text}</blockquote>
              {isMine && (
                <Button
                  look="subtle"
                  negative
                  busy={remove.busy}
                  aria-label={t.remove(text)}
                  onClick={() => void remove.act({ input: { id } })}
                >
                  {c.remove}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
      <FailureNote failure={remove.failure} />
      {answer}
    </div>
  )
}

function Answer({
  name,
  dossierId,
  part,
  itemId,
  about,
}: {
  name: string
  dossierId: string
  part: CareerPart
  itemId: string | null
  about: string
}) {
  const t = useTexts(commentsTexts)
  const add = useAct(AddMyComment)
  const draft = useDraft(name, '')
  return (
    <Form
      anew
      draft={draft}
      act={add}
      label={t.send}
      show={(text) => <p>{text}</p>}
      onSave={async (text) => (await add.act({ input: { dossierId, part, itemId, text } })) !== undefined}
    >
      <TextArea
        label={
          <>
            {t.label} <span className="hidden">({about})</span>
          </>
        }
        hint={t.hint}
        name="text"
        failure={add.failure}
        rows={2}
        value={draft.value}
        onChange={draft.set}
        maxLength={1000}
      />
    </Form>
  )
}
