import { createElement, Fragment, useMemo, type ReactNode } from 'react'

/** What the hub makes of a section, and the element that it is here: headings go under the page's own. */
const ELEMENTS: Readonly<Record<string, string>> = {
  P: 'p',
  H2: 'h5',
  H3: 'h6',
  UL: 'ul',
  OL: 'ol',
  LI: 'li',
  BLOCKQUOTE: 'blockquote',
  BR: 'br',
  STRONG: 'strong',
  EM: 'em',
}

function shown(node: Node, key: number): ReactNode {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent
  const element = ELEMENTS[node.nodeName]
  const children = [...node.childNodes].map(shown)
  if (element === 'br') return <br key={key} />
  return element === undefined ? (
    <Fragment key={key}>{children}</Fragment>
  ) : (
    createElement(element, { key }, ...children)
  )
}

/** The hub's HTML of a section, built anew from the few elements that it has: nothing else of it reaches the page. */
export function KeptHtml({ html }: { html: string }) {
  const nodes = useMemo(
    () => [...new DOMParser().parseFromString(html, 'text/html').body.childNodes].map(shown),
    [html],
  )
  return <div className="kept-text">{nodes}</div>
}
