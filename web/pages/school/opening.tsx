import { useState, type ReactNode } from 'react'
import { Actions, Button } from '../../parts/basics.tsx'

/** A button that makes place for a form; what was typed and not saved keeps it open. */
export function Opening({
  label,
  dirty,
  children,
}: {
  label: string
  dirty: boolean
  children: (close: () => void) => ReactNode
}) {
  const [open, setOpen] = useState(false)
  if (open || dirty) return <>{children(() => setOpen(false))}</>
  return (
    <Actions>
      <Button onClick={() => setOpen(true)}>{label}</Button>
    </Actions>
  )
}
