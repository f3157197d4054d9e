import { useState, type ReactNode } from 'react'
import { Actions, Button, Card, Heading, Text } from '../../../parts/basics.tsx'
import { hasDraft } from '../../../parts/draft.ts'
import type { Failure } from '../../../parts/failure.ts'
import { texts, useTexts } from '../../../parts/texts.tsx'
import { common } from '../../../texts/common.ts'
import { useEditing } from '../../../parts/editing.ts'
import { UndoNote, useLeftOut, useUndo } from './undo.tsx'
import { undoTexts } from './undo.texts.ts'

const itemsTexts = texts(
  { saved: (what: string) => `Bewaard: ${what}.` },
  { saved: (what: string) => `Saved: ${what}.` },
)

/** What a form of an item does when it is through: `saved` names what was saved. */
export type Close = (saved?: string) => void

interface ItemParts<Item extends { id: string }> {
  /** The name under which what is typed is kept. */
  draftName: (item: Item | null) => string
  nameOf: (item: Item) => string
  view: (item: Item) => ReactNode
  /** Under its buttons, which so stand with what they are about. */
  below?: (item: Item) => ReactNode
  form: (item: Item | null, close: Close) => ReactNode
}

/** Things of one kind, each with its own card: to add, change and remove, and to put back what was removed. */
export function Items<Item extends { id: string }>({
  items,
  addLabel,
  emptyText,
  remove,
  restore,
  busy,
  failure,
  loses,
  level = 3,
  ...parts
}: ItemParts<Item> & {
  items: readonly Item[]
  addLabel: string
  emptyText: string
  /** False when it did not work. */
  remove: (item: Item) => Promise<boolean>
  restore: (item: Item) => Promise<boolean>
  busy: boolean
  failure: Failure | null
  loses?: string
  level?: 2 | 3
}) {
  const t = useTexts(itemsTexts)
  const undo = useUndo()
  const leftOut = useLeftOut()
  const [said, setSaid] = useState('')
  const close = (set: (open: boolean) => void): Close => {
    return (saved) => {
      set(false)
      setSaid(saved === undefined ? '' : t.saved(saved))
    }
  }
  return (
    <>
      <UndoNote undo={undo} busy={busy} failure={failure} />
      {items.length === 0 && <Text soft>{emptyText}</Text>}
      <ul className="plain">
        {items.map((item) => (
          <ItemCard
            key={item.id}
            item={item}
            parts={parts}
            level={level}
            busy={busy}
            close={close}
            onRemove={async () => {
              setSaid('')
              const leftOutFor = leftOut(item.id)
              if (!(await remove(item))) return
              undo.remove({
                what: parts.nameOf(item),
                restore: () => restore(item),
                leftOutFor,
                ...(loses === undefined ? {} : { loses }),
              })
            }}
          />
        ))}
      </ul>
      <Adding parts={parts} addLabel={addLabel} close={close} />
      <p className="soft saved" role="status">
        {said}
      </p>
    </>
  )
}

function ItemCard<Item extends { id: string }>({
  item,
  parts: { draftName, nameOf, view, below, form },
  level,
  busy,
  close,
  onRemove,
}: {
  item: Item
  parts: ItemParts<Item>
  level: 2 | 3
  busy: boolean
  close: (set: (open: boolean) => void) => Close
  onRemove: () => Promise<void>
}) {
  const c = useTexts(common)
  const u = useTexts(undoTexts)
  const [open, setOpen, place] = useEditing(hasDraft(draftName(item)))
  return (
    <Card as="li">
      <Heading level={level}>{nameOf(item)}</Heading>
      <div ref={place}>
        {open ? (
          form(item, close(setOpen))
        ) : (
          <>
            {view(item)}
            <Actions>
              <Button onClick={() => setOpen(true)} aria-label={u.change(nameOf(item))}>
                {c.change}
              </Button>
              <Button
                look="subtle"
                negative
                busy={busy}
                onClick={() => void onRemove()}
                aria-label={u.remove(nameOf(item))}
              >
                {c.remove}
              </Button>
            </Actions>
          </>
        )}
      </div>
      {!open && below?.(item)}
    </Card>
  )
}

function Adding<Item extends { id: string }>({
  parts: { draftName, form },
  addLabel,
  close,
}: {
  parts: ItemParts<Item>
  addLabel: string
  close: (set: (open: boolean) => void) => Close
}) {
  const [open, setOpen, place] = useEditing(hasDraft(draftName(null)))
  return (
    <div ref={place}>
      {open ? (
        <Card as="div">{form(null, close(setOpen))}</Card>
      ) : (
        <Actions>
          <Button onClick={() => setOpen(true)}>{addLabel}</Button>
        </Actions>
      )}
    </div>
  )
}
