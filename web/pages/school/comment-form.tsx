import type { CareerPart } from '../../graphql/schema.ts'
import { useAct } from '../../parts/ask.ts'
import { Text } from '../../parts/basics.tsx'
import { useDraft } from '../../parts/draft.ts'
import { Select, TextArea } from '../../parts/fields.tsx'
import { Form } from '../../parts/form.tsx'
import { Note } from '../../parts/looks.tsx'
import { useTexts } from '../../parts/texts.tsx'
import { Opening } from './opening.tsx'
import { AddCareerComment } from './pupil-acts.graphql.ts'
import { writingTexts } from './writing.texts.ts'

/** The mentor's word on a part of the career portfolio, or on one item of it. */
export function CommentForm({
  dossierId,
  part,
  items,
}: {
  dossierId: string
  part: CareerPart
  items: readonly (readonly [id: string, title: string])[]
}) {
  const t = useTexts(writingTexts)
  const draft = useDraft(`comment:${part}:${dossierId}`, { about: '', text: '' })
  const add = useAct(AddCareerComment)
  const { value, set } = draft
  return (
    <div className="screen-only">
      {add.doneAt && !draft.dirty && <Note live>{t.commentPlaced}</Note>}
      <Opening label={t.comment} dirty={draft.dirty}>
        {(close) => (
          <Form
            draft={draft}
            act={add}
            label={t.commentSend}
            onCancel={close}
            show={({ text }) => text}
            onSave={async ({ about, text }) => {
              const done = await add.act({
                input: { dossierId, part, text, ...(about === '' ? {} : { itemId: about }) },
              })
              if (done) close()
              return done !== undefined
            }}
          >
            <Text soft>{t.commentText}</Text>
            {items.length > 0 && (
              <Select
                label={t.commentAbout}
                value={value.about}
                empty={t.commentWhole}
                options={items}
                onChange={(about) => set({ ...value, about })}
              />
            )}
            <TextArea
              label={t.commentField}
              maxLength={1000}
              name="text"
              failure={add.failure}
              value={value.text}
              onChange={(text) => set({ ...value, text })}
            />
          </Form>
        )}
      </Opening>
    </div>
  )
}
