import { useEffect, useState } from 'react'

/** What takes longer than this is said on the page. */
export const SLOW_MS = 300

/** Whether a wait has lasted long enough to say so. */
export function useSlow(waiting: boolean): boolean {
  const [slow, setSlow] = useState(false)
  useEffect(() => {
    if (!waiting) return setSlow(false)
    const timer = setTimeout(() => setSlow(true), SLOW_MS)
    return () => clearTimeout(timer)
  }, [waiting])
  return waiting && slow
}
