import { Button as NlButton } from '@nl-design-system-candidate/button-react'
import { Heading as NlHeading } from '@nl-design-system-candidate/heading-react'
import { Paragraph as NlParagraph } from '@nl-design-system-candidate/paragraph-react'
import { Link as RouterLink, type LinkProps } from '@tanstack/react-router'
import type { ButtonHTMLAttributes, ReactNode } from 'react'

/** Headings, paragraphs, links and buttons of NL Design System, in the colours of `theme/tokens.css`. */
export function Heading({ level, children, id }: { level: 1 | 2 | 3 | 4; children: ReactNode; id?: string }) {
  return (
    <NlHeading level={level} id={id}>
      {children}
    </NlHeading>
  )
}

export function Text({
  children,
  lead = false,
  soft = false,
}: {
  children: ReactNode
  lead?: boolean
  soft?: boolean
}) {
  return (
    <NlParagraph {...(lead ? { purpose: 'lead' as const } : {})} className={soft ? 'soft' : undefined}>
      {children}
    </NlParagraph>
  )
}

export interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'style' | 'disabled'> {
  /** `primary` for the one thing that the page is for; `subtle` for what is beside. */
  look?: 'primary' | 'secondary' | 'subtle'
  /** Stops or removes something. */
  negative?: boolean
  /** Is at work: it stays reachable, says so, and takes no second press. */
  busy?: boolean
}

export function Button({
  look = 'secondary',
  negative = false,
  busy = false,
  onClick,
  type = 'button',
  ...rest
}: ButtonProps) {
  return (
    <NlButton
      {...rest}
      type={type}
      purpose={look}
      {...(negative ? { hint: 'negative' as const } : {})}
      aria-disabled={busy || undefined}
      onClick={(event) => {
        if (busy) return event.preventDefault()
        onClick?.(event)
      }}
    />
  )
}

/** A link to another page of the hub. */
export function Link({
  className = 'nl-link',
  ...props
}: LinkProps & { className?: string; children?: ReactNode; 'aria-label'?: string }) {
  return <RouterLink {...props} className={className} />
}

/** A short word about a state, readable without colour. */
export function Tag({
  children,
  kind = 'neutral',
}: {
  children: ReactNode
  kind?: 'neutral' | 'good' | 'waiting' | 'stopped'
}) {
  return <span className={`tag tag--${kind}`}>{children}</span>
}

/** A block with a border, for one thing among others. */
export function Card({
  children,
  as: As = 'section',
  labelledBy,
}: {
  children: ReactNode
  as?: 'section' | 'li' | 'div' | 'article'
  labelledBy?: string
}) {
  return (
    <As className="card" aria-labelledby={labelledBy}>
      {children}
    </As>
  )
}

/** Buttons beside each other, or under each other where there is no room. */
export const Actions = ({ children }: { children: ReactNode }) => <div className="actions">{children}</div>

/** Pairs of a name and what is there. */
export function Facts({ rows }: { rows: readonly (readonly [ReactNode, ReactNode])[] }) {
  return (
    <dl className="facts">
      {rows.map(([name, value], index) => (
        <div key={index}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
