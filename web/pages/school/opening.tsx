import { useState, type ReactNode } from 'react'
import { Actions, Button } from '../../parts/basics.tsx'
import { useFocusWithin } from '../../parts/editing.ts'

/** A button that makes place for a form, and gets its place back; what was typed and not saved keeps the form open. */
export function Opening({
  label,
  dirty,
  look = 'secondary',
  children,
}: {
  label: string
  dirty: boolean
  look?: 'primary' | 'secondary'
  children: (close: () => void) => ReactNode
}) {
  const [pressed, setPressed] = useState(false)
  const open = pressed || dirty
  const place = useFocusWithin(open)
  return (
    <div ref={place}>
      {open ? (
        children(() => setPressed(false))
      ) : (
        <Actions>
          <Button look={look} onClick={() => setPressed(true)}>
            {label}
          </Button>
        </Actions>
      )}
    </div>
  )
}
