import { useEffect, useRef, useState, type RefObject } from 'react'

/**
 * A place that has two faces: what was pressed is gone with the one, so the focus goes into the other, to its first field when it
 * opens and to its first button when it closes.
 */
export function useFocusWithin(open: boolean, first = 'input, select, textarea'): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null)
  const before = useRef(open)
  useEffect(() => {
    if (before.current === open) return
    before.current = open
    place.current?.querySelector<HTMLElement>(open ? first : 'button')?.focus()
  }, [open, first])
  return place
}

/** A place that is read or edited. */
export function useEditing(
  openAtFirst = false,
): readonly [open: boolean, setOpen: (open: boolean) => void, place: RefObject<HTMLDivElement | null>] {
  const [open, setOpen] = useState(openAtFirst)
  return [open, setOpen, useFocusWithin(open)]
}
