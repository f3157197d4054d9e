import { useEffect, useRef, type ReactNode } from 'react'
import { common } from '../texts/common.ts'
import { Heading, Text } from './basics.tsx'
import { useTexts } from './texts.tsx'

/** A page: its title in the tab and as the one first heading, which has the focus after a move so that it is read first. */
export function Page({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) {
  const t = useTexts(common)
  const top = useRef<HTMLDivElement>(null)
  useEffect(() => {
    document.title = `${title} - ${t.brand}`
  }, [title, t.brand])
  useEffect(() => {
    // Not at the very first page: there the browser itself begins at the top.
    if (performance.now() - firstPaint > 1_000) top.current?.focus({ preventScroll: true })
  }, [])
  return (
    <>
      <div ref={top} tabIndex={-1} className="page-title">
        <Heading level={1}>{title}</Heading>
      </div>
      {lead !== undefined && <Text lead>{lead}</Text>}
      {children}
    </>
  )
}

const firstPaint = performance.now()
