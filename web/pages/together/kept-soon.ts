import { useEffect, useState } from 'react'

const EVERY_MS = 1_000
const TIMES = 15

/** After a talk ended the hub keeps the version by itself, a moment later: asks until it is there. */
export function useKeptSoon(versions: number, again: () => void): [ended: boolean, begin: () => void] {
  const [from, setFrom] = useState<number | null>(null)
  const [times, setTimes] = useState(0)
  const waits = from !== null && versions <= from && times < TIMES
  useEffect(() => {
    if (!waits) return
    const timer = setTimeout(() => {
      again()
      setTimes((before) => before + 1)
    }, EVERY_MS)
    return () => clearTimeout(timer)
  }, [waits, times, again])
  return [
    from !== null && versions > from,
    () => {
      setFrom(versions)
      setTimes(0)
    },
  ]
}
