/** A line may come this late into a list that is ordered by moment: its transaction took longer than the next one's. */
export const OVERLAP_MS = 10 * 60_000

/**
 * Where to read one of consent's lists from, given the place that was reached (`moment|id`): some minutes before it, so that no line
 * that came late is missed. What is read twice must do nothing the second time.
 */
export function overlapping(cursor: string | null): string | null {
  const [at, id] = cursor?.split('|') ?? []
  const reached = Date.parse(at ?? '')
  // What cannot be read as a moment says nothing of where to begin: at the beginning then.
  return Number.isNaN(reached) ? null : `${new Date(reached - OVERLAP_MS).toISOString()}|${id}`
}
