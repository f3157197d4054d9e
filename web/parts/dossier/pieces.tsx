import { useId, type ReactNode } from 'react'
import { common } from '../../texts/common.ts'
import { Facts, Heading } from '../basics.tsx'
import { useOwner } from '../owner.ts'
import { useTexts } from '../texts.tsx'

/** The rows that hold something; what is empty gets no row. */
export function Filled({ rows }: { rows: readonly (readonly [ReactNode, ReactNode])[] }) {
  const filled = rows.filter(([, value]) => value !== null && value !== undefined && value !== '' && value !== false)
  return filled.length === 0 ? null : <Facts rows={filled} />
}

/** Short lines under a heading; nothing at all when there are none. */
export function Lines({ title, lines, level }: { title: string; lines: readonly string[]; level: 3 | 4 }) {
  if (lines.length === 0) return null
  return (
    <>
      <Heading level={level}>{title}</Heading>
      <ul>
        {lines.map((line, index) => (
          <li key={index}>{line}</li>
        ))}
      </ul>
    </>
  )
}

/** What somebody wrote, with their own line breaks. */
export const Prose = ({ children }: { children: ReactNode }) => <p className="prose">{children}</p>

/** A text about the student and, always beside it, the student's own view of it. */
export function WithOwnView({ ownView, children }: { ownView: string | null; children: ReactNode }) {
  const t = useTexts(common)
  const { the } = useOwner()
  const id = useId()
  if (ownView === null) return <>{children}</>
  return (
    <div className="both">
      <div>{children}</div>
      <aside className="own-view" aria-labelledby={id}>
        <strong id={id}>{t.ownView(the)}</strong>
        <Prose>{ownView}</Prose>
      </aside>
    </div>
  )
}

export const deeper = (level: 2 | 3): 3 | 4 => (level === 2 ? 3 : 4)
