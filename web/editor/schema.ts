import { Node, wrappingInputRule } from '@tiptap/core'
import { Blockquote } from '@tiptap/extension-blockquote'
import { Bold } from '@tiptap/extension-bold'
import { Document } from '@tiptap/extension-document'
import { HardBreak } from '@tiptap/extension-hard-break'
import { Heading } from '@tiptap/extension-heading'
import { Italic } from '@tiptap/extension-italic'
import { BulletList } from '@tiptap/extension-list/bullet-list'
import { ListItem } from '@tiptap/extension-list/item'
import { Paragraph } from '@tiptap/extension-paragraph'
import { Text } from '@tiptap/extension-text'

/** The version of what follows; the room sends an older page away (4426), which would delete what it does not know. */
export const SCHEMA_VERSION = 1

/** The one Yjs type of a section. */
export const ROOT = 'content'

/**
 * A section's title is the page's second heading, so a heading inside it shows one deeper than it is kept (2 and 3); what is pasted
 * comes back as what it was.
 */
const InnerHeading = Heading.extend({
  parseHTML: () => [
    { tag: 'h1', attrs: { level: 2 } },
    { tag: 'h2', attrs: { level: 2 } },
    { tag: 'h3', attrs: { level: 2 } },
    { tag: 'h4', attrs: { level: 3 } },
    { tag: 'h5', attrs: { level: 3 } },
    { tag: 'h6', attrs: { level: 3 } },
  ],
  renderHTML: ({ node }) => [node.attrs['level'] === 3 ? 'h4' : 'h3', 0],
})

/** `Tab` leaves the text, also out of a list: who works by keyboard is never caught in it. */
const KeyboardListItem = ListItem.extend({
  addKeyboardShortcuts() {
    return {
      Enter: () => this.editor.commands.splitListItem(this.name),
      'Mod-]': () => this.editor.commands.sinkListItem(this.name),
      'Mod-[': () => this.editor.commands.liftListItem(this.name),
    }
  },
})

/** A list with numbers that always begins at 1: another beginning would be gone in print and in a kept version. */
const NumberedList = Node.create({
  name: 'orderedList',
  group: 'block list',
  content: 'listItem+',
  parseHTML: () => [{ tag: 'ol' }],
  renderHTML: () => ['ol', 0],
  addKeyboardShortcuts() {
    return { 'Mod-Shift-7': () => this.editor.commands.toggleList(this.name, 'listItem') }
  },
  addInputRules() {
    return [wrappingInputRule({ find: /^1\.\s$/, type: this.type })]
  },
})

/** Exactly what the hub keeps and shows of a section (intake-preparation/text.ts): other forms would be lost. */
export const nodesAndMarks = [
  Document,
  Paragraph,
  Text,
  InnerHeading.configure({ levels: [2, 3] }),
  BulletList,
  NumberedList,
  KeyboardListItem,
  Blockquote,
  HardBreak,
  Bold,
  Italic,
]
