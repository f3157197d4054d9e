import Collaboration from '@tiptap/extension-collaboration'
import CollaborationCaret from '@tiptap/extension-collaboration-caret'
import { EditorContent, useEditor } from '@tiptap/react'
import { useEffect, useId } from 'react'
import { useTexts } from '../parts/texts.tsx'
import { caret, selection } from './caret.ts'
import { editor as editorTexts } from './editor.texts.ts'
import type { LiveDocument } from './live-document.ts'
import { nodesAndMarks } from './schema.ts'
import { Toolbar } from './toolbar.tsx'
import './editor.css'

/** The text of one section, to write in or to read along. */
export function SectionText({
  live,
  title,
  frozen,
  describedBy,
}: {
  live: LiveDocument
  title: string
  /** Nothing can be written now, though it may be later. */
  frozen: boolean
  describedBy: string
}) {
  const t = useTexts(editorTexts)
  const id = useId()
  const { canWrite } = live
  const label = t.text(title)
  const editable = canWrite && !frozen
  const editor = useEditor(
    {
      // The door forbids style sheets that a script adds; ours is a file.
      injectCSS: false,
      editable,
      extensions: [
        ...nodesAndMarks,
        Collaboration.configure({ fragment: live.fragment }),
        CollaborationCaret.configure({
          provider: live.provider,
          user: live.awareness.getLocalState()?.['user'] as Record<string, unknown>,
          render: caret,
          selectionRender: selection,
        }),
      ],
      editorProps: {
        attributes: {
          id,
          class: 'writing__text',
          ...(canWrite ? { role: 'textbox', 'aria-multiline': 'true' } : { role: 'group' }),
          'aria-label': label,
          'aria-describedby': describedBy,
        },
        handleKeyDown: (view, event) => {
          if (event.key !== 'F10' || !event.altKey) return false
          const tools = view.dom.closest('.writing')?.querySelector<HTMLButtonElement>('.tool[tabindex="0"]')
          tools?.focus()
          return tools != null
        },
      },
    },
    [live, label],
  )
  useEffect(() => {
    if (editor.isEditable !== editable) editor.setEditable(editable, false)
  }, [editor, editable])
  return (
    <div className="writing" data-reading={canWrite ? undefined : ''}>
      {canWrite && <Toolbar editor={editor} section={title} controls={id} />}
      <EditorContent editor={editor} />
    </div>
  )
}
