import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { useRef, useState, type KeyboardEvent } from 'react'
import { useTexts } from '../parts/texts.tsx'
import { editor as editorTexts } from './editor.texts.ts'

const TOOLS = ['bold', 'italic', 'heading', 'subheading', 'bullets', 'numbers', 'quote', 'undo', 'redo'] as const
type Tool = (typeof TOOLS)[number]

const press: Record<Tool, (editor: Editor) => boolean> = {
  bold: (editor) => editor.chain().focus().toggleBold().run(),
  italic: (editor) => editor.chain().focus().toggleItalic().run(),
  heading: (editor) => editor.chain().focus().toggleHeading({ level: 2 }).run(),
  subheading: (editor) => editor.chain().focus().toggleHeading({ level: 3 }).run(),
  bullets: (editor) => editor.chain().focus().toggleBulletList().run(),
  numbers: (editor) => editor.chain().focus().toggleList('orderedList', 'listItem').run(),
  quote: (editor) => editor.chain().focus().toggleBlockquote().run(),
  // The focus stays on the button, so that one can go back several steps by keyboard.
  undo: (editor) => editor.commands.undo(),
  redo: (editor) => editor.commands.redo(),
}

/** Which tools are on, as a set of their names; undo and redo are "on" when there is something of one's own to take back. */
function stateOf(editor: Editor): Record<Tool, boolean> {
  return {
    bold: editor.isActive('bold'),
    italic: editor.isActive('italic'),
    heading: editor.isActive('heading', { level: 2 }),
    subheading: editor.isActive('heading', { level: 3 }),
    bullets: editor.isActive('bulletList'),
    numbers: editor.isActive('orderedList'),
    quote: editor.isActive('blockquote'),
    undo: editor.can().undo(),
    redo: editor.can().redo(),
  }
}

/** The buttons above a text: one stop of the Tab key, arrows between them (the toolbar pattern of ARIA). */
export function Toolbar({ editor, section, controls }: { editor: Editor; section: string; controls: string }) {
  const t = useTexts(editorTexts)
  const on = useEditorState({ editor, selector: ({ editor: now }) => stateOf(now) })
  const [stop, setStop] = useState(0)
  const buttons = useRef<(HTMLButtonElement | null)[]>([])

  function move(event: KeyboardEvent): void {
    const last = TOOLS.length - 1
    const next =
      event.key === 'ArrowRight' || event.key === 'ArrowDown'
        ? stop === last
          ? 0
          : stop + 1
        : event.key === 'ArrowLeft' || event.key === 'ArrowUp'
          ? stop === 0
            ? last
            : stop - 1
          : event.key === 'Home'
            ? 0
            : event.key === 'End'
              ? last
              : null
    if (event.key === 'Escape') editor.commands.focus()
    if (next === null) return
    event.preventDefault()
    setStop(next)
    buttons.current[next]?.focus()
  }

  return (
    // One of its buttons has the focus, as a toolbar's should (WAI-ARIA, roving tabindex).
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus
    <div className="tools" role="toolbar" aria-label={t.toolbar(section)} aria-controls={controls} onKeyDown={move}>
      {TOOLS.map((tool, index) => {
        const isStep = tool === 'undo' || tool === 'redo'
        return (
          <button
            key={tool}
            ref={(button) => {
              buttons.current[index] = button
            }}
            type="button"
            className={`tool tool--${tool}`}
            tabIndex={index === stop ? 0 : -1}
            aria-pressed={isStep ? undefined : on[tool]}
            aria-disabled={isStep && !on[tool] ? true : undefined}
            onFocus={() => setStop(index)}
            // A press with the mouse leaves the selection in the text as it is.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => {
              if (!isStep || on[tool]) press[tool](editor)
            }}
          >
            {t[tool]}
          </button>
        )
      })}
    </div>
  )
}
