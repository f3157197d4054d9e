import { useEffect, useRef, useState, type RefObject } from 'react'

/** A place that is read or edited: the focus goes to the first field when it opens, and back to its first button when it closes. */
export function useEditing(
  openAtFirst = false,
): readonly [open: boolean, setOpen: (open: boolean) => void, place: RefObject<HTMLDivElement | null>] {
  const [open, setOpen] = useState(openAtFirst)
  const place = useRef<HTMLDivElement>(null)
  const before = useRef(open)
  useEffect(() => {
    if (before.current === open) return
    before.current = open
    const wanted = open ? 'input, select, textarea' : 'button'
    place.current?.querySelector<HTMLElement>(wanted)?.focus()
  }, [open])
  return [open, setOpen, place]
}
