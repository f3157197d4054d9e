import type * as Y from 'yjs'
import { ROOT } from './sections.ts'

/** A node of a ProseMirror document. Whoever holds a socket can write any node: nothing about one is believed. */
export interface DocumentNode {
  type: string
  attrs?: Record<string, unknown>
  marks?: { type: string; attrs?: Record<string, unknown> }[]
  text?: string
  content?: DocumentNode[]
}

/** What readers see of a section. */
export interface Readable {
  json: DocumentNode
  text: string
  html: string
}

type Render = (json: DocumentNode) => string
type Convert = (fragment: Y.XmlFragment) => DocumentNode
let tools: Promise<{ convert: Convert; render: Render }> | null = null

/** The libraries take a third of a second to load: loaded at the first derivation, not at start. */
const loaded = () => (tools ??= load())

async function load(): Promise<{ convert: Convert; render: Render }> {
  const [{ yXmlFragmentToProsemirrorJSON }, { escapeHTML, renderJSONContentToString }, { default: sanitize }] =
    await Promise.all([
      import('@tiptap/y-tiptap'),
      import('@tiptap/static-renderer/json/html-string'),
      import('sanitize-html'),
    ])
  type Props = { node: unknown; children?: unknown }
  const inner = ({ children }: Props): string => (Array.isArray(children) ? children.join('') : String(children ?? ''))
  const as = (tag: string) => (props: Props) => `<${tag}>${inner(props)}</${tag}>`
  const attribute = (props: Props, name: string) => (props.node as DocumentNode).attrs?.[name]
  const write = renderJSONContentToString({
    nodeMapping: {
      doc: inner,
      text: (props: Props) => escapeHTML(String((props.node as DocumentNode).text ?? '')),
      paragraph: as('p'),
      heading: (props: Props) => as(Number(attribute(props, 'level')) === 3 ? 'h3' : 'h2')(props),
      bulletList: as('ul'),
      orderedList: as('ol'),
      listItem: as('li'),
      blockquote: as('blockquote'),
      hardBreak: () => '<br>',
    },
    markMapping: { bold: as('strong'), italic: as('em') },
    // What the editor does not make: its words stay, its form does not.
    unhandledNode: inner as never,
    unhandledMark: inner as never,
  } as never) as (props: { content: unknown }) => string
  return {
    convert: (fragment) => yXmlFragmentToProsemirrorJSON(fragment) as unknown as DocumentNode,
    render: (json) =>
      sanitize(write({ content: json }), {
        allowedTags: ['p', 'h2', 'h3', 'ul', 'ol', 'li', 'blockquote', 'br', 'strong', 'em'],
        allowedAttributes: {},
      }),
  }
}

const BLOCKS = new Set(['paragraph', 'heading', 'listItem', 'bulletList', 'orderedList', 'blockquote'])

/** The words alone: a line per block. */
function words(node: DocumentNode): string {
  if (node.type === 'text') return typeof node.text === 'string' ? node.text : ''
  if (node.type === 'hardBreak') return '\n'
  let text = ''
  for (const child of node.content ?? []) {
    const part = words(child)
    if (text !== '' && BLOCKS.has(child.type)) text += '\n'
    text += part
  }
  return text
}

/** Reads text, safe HTML and JSON of a section's document, at once. */
export async function reader(): Promise<(document: Y.Doc) => Readable> {
  const { convert, render } = await loaded()
  return (document) => {
    try {
      const json = convert(document.getXmlFragment(ROOT))
      return { json, text: words(json).trim(), html: render(json) }
    } catch {
      // Whoever may write can leave what is no document (text at the root, a thousand lists in lists): it reads as empty.
      return { json: { type: 'doc' }, text: '', html: '' }
    }
  }
}

/** The same for one document that nobody else changes. */
export const readable = async (document: Y.Doc): Promise<Readable> => (await reader())(document)
